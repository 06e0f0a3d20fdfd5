-- Drafts that were deleted wait here for thirty days: their rows leave every other table, so that nothing can show them, and go back as they were.
-- Locks nothing.

create table newsroom.deleted_draft (
  edition_id uuid primary key,
  story_id uuid not null,
  is_whole_story boolean not null, -- it was the story's only edition, and the story went with it
  language text not null,
  state text not null,
  headline text not null,
  section_id uuid,
  project_ids uuid[] not null default '{}',
  filed_by uuid,
  deleted_at timestamptz not null,
  deleted_by text not null,
  deleter_id uuid not null,
  rows jsonb not null default '{}' -- by the name of their table, each as to_jsonb has it
);
create index deleted_draft_at on newsroom.deleted_draft (deleted_at desc, edition_id desc);
