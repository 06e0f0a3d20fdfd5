-- The desk: who wrote and clears what, who holds the pen, what is said about a text, and who may see it before readers do.
-- Locks newsroom.edition, newsroom.revision, newsroom.release and live.edition while it fills the new columns.

alter table newsroom.settings
  add column needs_second_pair boolean not null default false, -- of stories without a section; a section says for its own
  add column house_style jsonb not null default '[]', -- [{ wrong, right, language }]
  add column check_levels jsonb not null default '{}'; -- { check: 'block' | 'warn' | 'off' }; the rest by default

alter table newsroom.story add column filed_by uuid; -- a member; null for what was brought in

-- The latest revision in columns, for lists.
alter table newsroom.edition
  add column headline text not null default '',
  add column section_id uuid,
  add column project_ids uuid[] not null default '{}',
  add column saved_at timestamptz,
  add column saved_by text not null default '',
  add column filed_by uuid,
  add column sent_revision integer, -- what waits, or waited, for review
  add column cleared_revision integer,
  add column seconded_revision integer, -- what a second person cleared, or has looked at since
  add column counted_from integer, -- the last that readers saw and a second person stood by: whoever saved later wrote what waits
  add column shown_revision integer, -- what readers see, or will see from `shown_from`
  add column shown_from timestamptz,
  add column shown_until timestamptz,
  add column planned_for timestamptz; -- when its author wishes it to be released

update newsroom.edition e
set headline = r.content ->> 'headline',
  section_id = (r.content ->> 'section')::uuid,
  project_ids = array(select jsonb_array_elements_text(r.content -> 'projects')::uuid),
  saved_at = r.saved_at,
  saved_by = r.saved_by
from newsroom.revision r
where r.edition_id = e.id and r.number = e.revision;

update newsroom.edition e
set shown_revision = r.revision, shown_from = r.from_at, cleared_revision = r.revision, seconded_revision = r.revision,
  counted_from = r.revision
from (
  select distinct on (edition_id) edition_id, revision, from_at
  from newsroom.release where called_off_at is null and revision is not null order by edition_id, recorded_at desc, id desc
) r
where r.edition_id = e.id and e.state in ('released', 'scheduled');

alter table newsroom.edition alter column saved_at set not null;
create index edition_by_saved on newsroom.edition (saved_at desc, id desc);
create index edition_by_state on newsroom.edition (state, saved_at desc, id desc);
create index edition_headline on newsroom.edition (lower(headline) text_pattern_ops);
create index edition_planned on newsroom.edition (planned_for) where planned_for is not null;
create index edition_shown_from on newsroom.edition (shown_from) where shown_from is not null;
create index edition_filed_by on newsroom.edition (filed_by) where filed_by is not null;

alter table newsroom.revision
  add column saver_id uuid, -- a member; null for what was brought in
  add column is_autosave boolean not null default false,
  add column run_began_at timestamptz, -- of the run of autosaves that it ends: within ten minutes the last replaces those before
  add column saver_tab text, -- the tab of a browser that saved it, and when by that browser's clock (ms): a save whose answer was lost is known again
  add column tab_order bigint;
alter table newsroom.release
  add column releaser_id uuid,
  add column until_at timestamptz;

-- A revision that is kept, whatever autosave follows it: because it has a name, or because something speaks of it.
create table newsroom.kept_revision (
  edition_id uuid not null,
  number integer not null,
  name text,
  kept_by text not null,
  kept_at timestamptz not null,
  primary key (edition_id, number),
  foreign key (edition_id, number) references newsroom.revision (edition_id, number) on delete cascade
);

-- One holds the pen: a lease that expires.
create table newsroom.pen (
  edition_id uuid primary key references newsroom.edition (id) on delete cascade,
  member_id uuid not null,
  member_name text not null,
  tab text not null,
  taken_at timestamptz not null,
  expires_at timestamptz not null
);

-- The way of an edition through the newsroom, step by step; added to, never changed, but for the second pair of eyes that looked later.
create table newsroom.step (
  id uuid primary key,
  edition_id uuid not null references newsroom.edition (id) on delete cascade,
  revision integer not null,
  act text not null check (act in ('sent', 'taken back', 'sent back', 'cleared', 'cleared alone', 'released', 'scheduled', 'called off', 'corrected', 'withdrawn')),
  member_id uuid,
  member_name text not null,
  at timestamptz not null,
  reason text,
  looked_by uuid, -- who looked at what one person cleared alone
  looked_at timestamptz
);
create index step_edition on newsroom.step (edition_id, at);
create index step_unlooked on newsroom.step (at) where act = 'cleared alone' and looked_at is null;

create table newsroom.comment (
  id uuid primary key,
  edition_id uuid not null references newsroom.edition (id) on delete cascade,
  thread_id uuid not null, -- the id of its first comment
  revision integer not null,
  anchor jsonb, -- a W3C TextQuoteSelector in the body's plain text
  member_id uuid, -- null: a guest with a private link
  member_name text not null,
  words text not null,
  mentions uuid[] not null default '{}',
  at timestamptz not null,
  resolved_at timestamptz,
  resolved_by text
);
create index comment_edition on newsroom.comment (edition_id, at);

create table newsroom.assignment (
  id uuid primary key,
  edition_id uuid not null references newsroom.edition (id) on delete cascade,
  member_id uuid not null,
  task text not null,
  due_on date,
  given_by text not null,
  given_at timestamptz not null,
  done_at timestamptz
);
create index assignment_edition on newsroom.assignment (edition_id);
create index assignment_waiting on newsroom.assignment (member_id, due_on) where done_at is null;

-- A link for people without an account: it shows one exact revision.
create table newsroom.private_link (
  id uuid primary key,
  token_hash text not null unique, -- sha256, hex
  edition_id uuid not null,
  revision integer not null,
  for_whom text not null,
  made_by uuid not null,
  made_by_name text not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  foreign key (edition_id, revision) references newsroom.revision (edition_id, number) on delete cascade
);
create index private_link_edition on newsroom.private_link (edition_id);

create table newsroom.private_answer (
  id uuid primary key,
  link_id uuid not null references newsroom.private_link (id) on delete cascade,
  name text not null,
  verdict text not null check (verdict in ('approved', 'refused', 'commented')),
  words text not null,
  revision_hash text not null,
  at timestamptz not null
);
create index private_answer_link on newsroom.private_answer (link_id);

-- What waits for a member: a badge at once, a mail as they wish.
create table newsroom.notice (
  id uuid primary key,
  member_id uuid not null,
  edition_id uuid references newsroom.edition (id) on delete cascade,
  kind text not null,
  by_name text not null,
  words text not null,
  at timestamptz not null,
  seen_at timestamptz,
  mailed_at timestamptz, -- or when it was settled that no mail is needed
  mail_tries integer not null default 0,
  mail_after timestamptz -- it is being mailed, or could not be: not tried again before
);
create index notice_unseen on newsroom.notice (member_id, at desc) where seen_at is null;
create index notice_unmailed on newsroom.notice (member_id, at) where mailed_at is null;

create trigger answer_is_immutable before update on newsroom.private_answer for each row execute function newsroom.refuse_change();
