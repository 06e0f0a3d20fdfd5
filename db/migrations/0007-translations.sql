-- Translations: which edition was made from which, and how far each passage of it follows what its source says.
-- Locks live.edition for the moment that adding a column takes; the rest creates.

create table newsroom.translation (
  edition_id uuid primary key references newsroom.edition (id) on delete cascade,
  source_id uuid not null references newsroom.edition (id) on delete cascade,
  made_from integer not null, -- the revision of the source that it began as
  made_by text not null,
  made_at timestamptz not null,
  source_revision integer not null, -- the revisions that the passages below speak of: the latest of both
  target_revision integer not null,
  passages jsonb not null, -- [{ id, source, target, state, was, machine }], see stories/passages/followed.ts
  stale_passages integer not null default 0, -- kept counts of them, for lists
  waiting_passages integer not null default 0,
  machine_passages integer not null default 0,
  check (edition_id <> source_id)
);
create index translation_source on newsroom.translation (source_id);
create index translation_stale on newsroom.translation (edition_id) where stale_passages > 0;

alter table live.edition add column machine_made boolean not null default false; -- holds passages that a machine translated and nobody has reviewed
