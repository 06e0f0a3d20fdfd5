-- A headline is found by parts of its words, and a revision by how much it changed.
-- Locks live.edition while each headline is read once: some seconds for 100,000 stories.

alter table live.edition add column headline_parts tsvector not null default ''::tsvector; -- see stories/headline-parts.ts

-- As headlineParts makes them, but for letters that become two; a story's next release has them exactly.
update live.edition e
set headline_parts = array_to_tsvector(array(
  select distinct left(substr(word, n), 24)
  from regexp_split_to_table(
      regexp_replace(normalize(translate(lower(e.headline), 'ıøłđðёґأإآٱىةؤئ', 'iolddегاااايهوي'), nfkd), '[\u0300-\u036f\u0640\u064b-\u065f\u0670]', '', 'g'),
      '[\s\u0021-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f\u3000-\u303f\u060c\u061b\u061f]+') word,
    generate_series(1, greatest(length(word) - 1, 1)) n
  where word <> ''));

create index live_edition_headline on live.edition using gin (headline_parts);
create index live_edition_published on live.edition (published_at desc);

alter table newsroom.revision
  add column words_added integer, -- since the revision before; null where nobody counted
  add column words_removed integer,
  add column facts_changed smallint; -- how many fields besides the text
