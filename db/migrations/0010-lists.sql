-- Lists of the desk: what drafts say can be searched, views are kept, and a change of many stories can be undone.
-- Locks newsroom.edition while each text is read once: about a minute for 100,000 stories.

alter table newsroom.edition
  add column search tsvector not null default ''::tsvector, -- of the latest text, and of what readers see while a draft waits on it
  add column published_at timestamptz; -- since when readers have the story, whatever was released of it since

-- What the latest text says was made searchable when it was released; of a draft the words are taken as they stand until it is saved again.
update newsroom.edition e
set published_at = coalesce((select min(l.published_at) from live.edition l where l.edition_id = e.id), e.shown_from),
  search = coalesce(
    (select l.search from live.edition l join newsroom.release r on r.id = l.release_id
     where l.edition_id = e.id and r.revision = e.revision order by l.visible_from desc limit 1),
    (select setweight(to_tsvector('simple', lower(r.content ->> 'headline')), 'A') || setweight(to_tsvector('simple', lower(r.content ->> 'summary')), 'B')
       || to_tsvector('simple', left(lower(jsonb_path_query_array(r.content -> 'body', '$.**.text')::text), 100000))
     from newsroom.revision r where r.edition_id = e.id and r.number = e.revision),
    '');

create index edition_search on newsroom.edition using gin (search);
create index edition_projects on newsroom.edition using gin (project_ids);
create index edition_by_section on newsroom.edition (section_id, saved_at desc, id desc);
create index edition_by_language on newsroom.edition (language, saved_at desc, id desc);
create index edition_published on newsroom.edition (published_at desc, id desc) where published_at is not null;
create index step_sent on newsroom.step (member_id, at desc) where act = 'sent';
create index step_looked on newsroom.step (looked_at desc) where act = 'cleared alone' and looked_at is not null;

create table newsroom.saved_view (
  id uuid primary key,
  member_id uuid not null references newsroom.member (id) on delete cascade,
  name text not null,
  query text not null, -- as the list's address says it
  is_shared boolean not null,
  saved_by text not null,
  saved_at timestamptz not null
);
create unique index saved_view_name on newsroom.saved_view (member_id, lower(name));
create index saved_view_shared on newsroom.saved_view (is_shared) where is_shared;

create table newsroom.change (
  id uuid primary key, -- chosen by whoever asks, so that the same is not done twice
  member_id uuid not null,
  member_name text not null,
  what jsonb not null, -- see desk-lists/story-change.ts
  begun_at timestamptz not null,
  undone_at timestamptz,
  undone_by text
);
create index change_by_member on newsroom.change (member_id, begun_at desc);

create table newsroom.change_item (
  change_id uuid not null references newsroom.change (id) on delete cascade,
  edition_id uuid not null references newsroom.edition (id) on delete cascade,
  outcome text not null default 'waiting' check (outcome in ('waiting', 'released', 'saved', 'draft', 'assigned', 'same', 'left', 'undone')),
  reason text, -- why it was left, or why readers do not have it yet: the code of a refusal
  revision_before integer,
  revision_after integer,
  state_before text,
  assignment_id uuid,
  primary key (change_id, edition_id)
);
create index change_item_edition on newsroom.change_item (edition_id);

-- Whose stories they are, newest first.
create index edition_saved_by on newsroom.edition (saved_by, story_id desc);
