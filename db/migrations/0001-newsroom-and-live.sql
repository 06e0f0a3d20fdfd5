-- The newsroom (everything) and live (what readers may see). Takes no locks that matter: it creates.

do $$
begin
  create role dateline_site nologin;
exception when duplicate_object or unique_violation then null;
end $$;

do $$
begin
  execute format('grant dateline_site to %I', current_user);
end $$;

create schema newsroom;
create schema live;

-- Settings: one row.
create table newsroom.settings (
  only_row boolean primary key default true check (only_row),
  name jsonb not null,
  tagline jsonb not null default '{}',
  languages text[] not null check (cardinality(languages) > 0), -- the first is the default language
  time_zone text not null,
  accent text not null,
  is_demo boolean not null default false
);

create table newsroom.member (
  id uuid primary key,
  email text not null,
  role text not null check (role in ('contributor', 'editor', 'chief editor', 'observer', 'administrator')),
  created_at timestamptz not null
);
create unique index member_email on newsroom.member (lower(email));

-- The registers.
create table newsroom.section (
  id uuid primary key,
  slug text not null unique,
  name jsonb not null,
  position integer not null default 0,
  needs_second_pair boolean not null default false
);

create table newsroom.place (
  code text primary key, -- ISO 3166-1 alpha-2, UN M49, or city/{country}/{slug}
  kind text not null check (kind in ('country', 'region', 'city')),
  within text references newsroom.place (code),
  name jsonb not null default '{}', -- house style; CLDR says the rest
  alternative_names text[] not null default '{}',
  latitude double precision,
  longitude double precision
);

create table newsroom.organisation (
  id uuid primary key,
  slug text not null unique,
  name jsonb not null,
  acronym text,
  kind text not null check (kind in ('funder', 'government', 'igo', 'ngo', 'academia', 'private')),
  country text references newsroom.place (code),
  site text
);

create table newsroom.topic (
  id uuid primary key,
  slug text not null unique,
  name jsonb not null,
  within uuid references newsroom.topic (id),
  alternative_names text[] not null default '{}'
);

create table newsroom.person (
  id uuid primary key,
  slug text not null unique,
  name jsonb not null,
  role jsonb not null default '{}',
  organisation_id uuid references newsroom.organisation (id),
  is_public boolean not null default true
);

create table newsroom.project (
  id uuid primary key,
  slug text not null unique,
  acronym text,
  title jsonb not null,
  description jsonb not null default '{}',
  objectives jsonb not null default '{}',
  starts date,
  ends date,
  status text not null check (status in ('planned', 'running', 'closed')),
  contact text,
  iati_identifier text,
  alternative_names text[] not null default '{}'
);

create table newsroom.project_funder (
  project_id uuid not null references newsroom.project (id),
  organisation_id uuid not null references newsroom.organisation (id),
  grant_reference text,
  share numeric check (share between 0 and 100),
  position integer not null,
  primary key (project_id, organisation_id)
);

create table newsroom.project_partner (
  project_id uuid not null references newsroom.project (id),
  organisation_id uuid not null references newsroom.organisation (id),
  role text,
  position integer not null,
  primary key (project_id, organisation_id)
);

create table newsroom.project_place (
  project_id uuid not null references newsroom.project (id),
  place_code text not null references newsroom.place (code),
  position integer not null,
  primary key (project_id, place_code)
);

create table newsroom.project_topic (
  project_id uuid not null references newsroom.project (id),
  topic_id uuid not null references newsroom.topic (id),
  primary key (project_id, topic_id)
);

-- Batches of intake.
create table newsroom.batch (
  id uuid primary key,
  source text not null,
  format text,
  begun_at timestamptz not null,
  sections uuid[] not null default '{}', -- those that it had to add
  ended_at timestamptz,
  undone_at timestamptz
);

-- Stories. What a story is about lives in its revisions; these columns are the latest of it, for lists.
create table newsroom.story (
  id uuid primary key,
  kind text not null,
  section_id uuid references newsroom.section (id),
  origin_address text, -- where it was imported from
  origin_key text, -- the identity of the imported item within all sources; the same item is filed once
  origin_rank integer not null default 0, -- order within one day of an imported archive
  batch_id uuid references newsroom.batch (id),
  filed_at timestamptz not null
);
create unique index story_origin_key on newsroom.story (origin_key) where origin_key is not null;
create index story_batch on newsroom.story (batch_id) where batch_id is not null;

create table newsroom.edition (
  id uuid primary key,
  story_id uuid not null references newsroom.story (id),
  language text not null,
  state text not null check (state in ('draft', 'in review', 'cleared', 'scheduled', 'released', 'withdrawn')),
  revision integer not null, -- the number of the latest; a save names the one it was made from
  unique (story_id, language)
);

create table newsroom.revision (
  edition_id uuid not null references newsroom.edition (id),
  number integer not null check (number > 0),
  content jsonb not null, -- everything an edition and its story say (RevisionContent)
  hash text not null, -- sha256 of the content's canonical JSON, hex
  saved_by text not null,
  saved_at timestamptz not null,
  name text,
  primary key (edition_id, number)
);

create table newsroom.suggestion (
  story_id uuid primary key references newsroom.story (id),
  facts jsonb not null -- what its text seems to say, until an editor accepts or refuses it
);

create table newsroom.release (
  id uuid primary key,
  edition_id uuid not null references newsroom.edition (id),
  revision integer,
  kind text not null check (kind in ('first', 'correction', 'minor', 'withdrawal')),
  from_at timestamptz not null,
  is_embargoed boolean not null default false,
  public_note text,
  released_by text not null,
  recorded_at timestamptz not null,
  called_off_at timestamptz,
  foreign key (edition_id, revision) references newsroom.revision (edition_id, number)
);
create index release_edition on newsroom.release (edition_id, from_at);

-- Revisions and releases are history: they may be added, never changed. Undoing a batch of drafts deletes them whole.
create function newsroom.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% rows are immutable', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
create trigger revision_is_immutable before update on newsroom.revision for each row execute function newsroom.refuse_change();

-- Live: one row for each released revision that is, or will be, before readers.
create table live.edition (
  release_id uuid primary key,
  edition_id uuid not null,
  story_id uuid not null,
  language text not null,
  slug text not null,
  kind text not null,
  section_id uuid,
  headline text not null,
  summary text not null,
  body jsonb not null,
  byline text,
  dateline jsonb,
  activity jsonb,
  project_ids uuid[] not null default '{}',
  place_codes text[] not null default '{}',
  topic_ids uuid[] not null default '{}',
  person_ids uuid[] not null default '{}',
  corrections jsonb not null default '[]',
  published_at timestamptz not null, -- of the first release
  published_on date not null, -- the same in the newsroom's zone
  modified_at timestamptz,
  rank integer not null default 0,
  visible_from timestamptz not null,
  visible_until timestamptz, -- when a scheduled revision takes its place
  source_language text,
  search tsvector not null
);
create index live_edition_of on live.edition (edition_id, visible_from);
create index live_edition_story on live.edition (story_id);
create index live_edition_slug on live.edition (language, slug);
create index live_edition_search on live.edition using gin (search);

-- One row for each river that a live edition flows in: 'all', 'section=…', 'project=…', 'place=…', 'topic=…', 'year=…'.
create table live.river (
  facet text not null,
  language text not null,
  published_at timestamptz not null,
  rank integer not null,
  release_id uuid not null references live.edition (release_id) on delete cascade,
  visible_from timestamptz not null,
  visible_until timestamptz,
  primary key (facet, language, published_at, rank, release_id)
);
create index live_river_release on live.river (release_id);
create index live_river_later on live.river (facet, language, visible_from);
create index live_river_until on live.river (facet, language, visible_until) where visible_until is not null;

-- Counts are kept, not counted. They count rows; the few of the future are taken off when read.
create table live.river_count (
  facet text not null,
  language text not null,
  stories integer not null,
  primary key (facet, language)
);

create function live.count_added() returns trigger language plpgsql as $$
begin
  insert into live.river_count as kept (facet, language, stories)
  select facet, language, count(*) from added group by 1, 2 order by 1, 2
  on conflict (facet, language) do update set stories = kept.stories + excluded.stories;
  return null;
end $$;
create function live.count_removed() returns trigger language plpgsql as $$
begin
  -- Always in one order, 'all' first, so that two releases at once wait and do not lock each other out.
  perform 1 from live.river_count kept where (facet, language) in (select facet, language from removed) order by facet, language for update;
  update live.river_count kept set stories = kept.stories - gone.n
  from (select facet, language, count(*)::integer as n from removed group by 1, 2 order by 1, 2) gone
  where kept.facet = gone.facet and kept.language = gone.language;
  return null;
end $$;
create trigger river_added after insert on live.river referencing new table as added for each statement execute function live.count_added();
create trigger river_removed after delete on live.river referencing old table as removed for each statement execute function live.count_removed();

-- Every path that ever was public. Where its edition lives now says whether it answers with a page, 301 or 410.
create table live.address (
  path text primary key, -- with the query for imported ones
  edition_id uuid not null,
  since timestamptz not null
);
create index live_address_edition on live.address (edition_id);

create table live.withdrawal (
  edition_id uuid primary key,
  headline text not null,
  language text not null,
  reason text not null,
  withdrawn_at timestamptz not null
);

-- The seconds at which the archive changes by itself, by the tags that it then touches.
create table live.upcoming (
  tag text not null,
  at timestamptz not null,
  release_id uuid not null references live.edition (release_id) on delete cascade,
  primary key (tag, at, release_id)
);

-- The registers as readers see them.
create view live.settings as select name, tagline, languages, time_zone, accent, is_demo from newsroom.settings;
create view live.section as select id, slug, name, position from newsroom.section;
create view live.place as select code, kind, within, name, alternative_names, latitude, longitude from newsroom.place;
create view live.organisation as select id, slug, name, acronym, kind, country, site from newsroom.organisation;
create view live.topic as select id, slug, name, within from newsroom.topic;
create view live.person as select id, slug, name, role, organisation_id from newsroom.person where is_public;
create view live.project as
select p.id, p.slug, p.acronym, p.title, p.description, p.objectives, p.starts, p.ends, p.status, p.contact, p.iati_identifier,
  coalesce((select jsonb_agg(jsonb_build_object('slug', o.slug, 'name', o.name, 'acronym', o.acronym, 'site', o.site,
    'grantReference', f.grant_reference, 'share', f.share) order by f.position)
    from newsroom.project_funder f join newsroom.organisation o on o.id = f.organisation_id where f.project_id = p.id), '[]') as funders,
  coalesce((select jsonb_agg(jsonb_build_object('slug', o.slug, 'name', o.name, 'acronym', o.acronym, 'site', o.site, 'role', r.role)
    order by r.position)
    from newsroom.project_partner r join newsroom.organisation o on o.id = r.organisation_id where r.project_id = p.id), '[]') as partners,
  coalesce((select array_agg(l.place_code order by l.position) from newsroom.project_place l where l.project_id = p.id), '{}') as place_codes,
  coalesce((select array_agg(t.topic_id) from newsroom.project_topic t where t.project_id = p.id), '{}') as topic_ids
from newsroom.project p;

grant usage on schema live to dateline_site;
grant select on all tables in schema live to dateline_site;
alter default privileges in schema live grant select on tables to dateline_site;
