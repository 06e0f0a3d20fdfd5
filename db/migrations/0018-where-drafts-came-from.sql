-- A story that an archive brings as a draft keeps the moment of its source, and has it as its own when readers first get it. An edition says by which
-- address readers have it, or will, so that a link to a draft is found without reading what drafts say.
-- Locks newsroom.story for a moment, newsroom.edition while the address of each is taken from its latest revision, and live.address while the few with
-- a query are gone through.

alter table newsroom.story add column origin_published_at timestamptz; -- as the source says; null where it does not, or the story was filed here

alter table newsroom.edition add column slug text not null default '';
update newsroom.edition edition set slug = coalesce(revision.content ->> 'slug', '')
from newsroom.revision revision where revision.edition_id = edition.id and revision.number = edition.revision;
create index edition_draft_slug on newsroom.edition (language, slug) where shown_revision is null;

create index live_address_query on live.address (path) where path like '%?%';

-- Until now only what came in as published had its old address; what was brought as a draft and released since has it from here on.
insert into live.address (path, edition_id, since)
select distinct on (story.origin_address) story.origin_address, edition.id, release.from_at
from newsroom.story story
  join newsroom.edition edition on edition.story_id = story.id and edition.filed_by is null
  join newsroom.release release on release.edition_id = edition.id and release.revision is not null and release.called_off_at is null
where story.origin_address is not null and not exists (select from newsroom.old_address by_hand where by_hand.path = story.origin_address)
order by story.origin_address, release.from_at
on conflict (path) do nothing;
