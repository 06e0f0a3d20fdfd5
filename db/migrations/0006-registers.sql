-- The registers: what is kept of each entry besides its facts, merged entries, and the addresses that entries had before.
-- Locks the register tables for the moment that adding columns takes, and live.edition while its search vectors learn what stories are about.

alter table newsroom.section
  add column alternative_names text[] not null default '{}',
  add column version integer not null default 1, -- a change names the one it was made from
  add column archived_at timestamptz, -- no longer chosen for new stories; its pages stay
  add column merged_into uuid references newsroom.section (id),
  add column stands_for uuid references newsroom.section (id); -- where a chain of merges ends
alter table newsroom.project
  add column version integer not null default 1,
  add column archived_at timestamptz,
  add column merged_into uuid references newsroom.project (id),
  add column stands_for uuid references newsroom.project (id);
alter table newsroom.organisation
  add column alternative_names text[] not null default '{}',
  add column iati_identifier text,
  add column ror_identifier text,
  add column version integer not null default 1,
  add column archived_at timestamptz,
  add column merged_into uuid references newsroom.organisation (id),
  add column stands_for uuid references newsroom.organisation (id);
alter table newsroom.place
  add column version integer not null default 1,
  add column archived_at timestamptz,
  add column merged_into text references newsroom.place (code),
  add column stands_for text references newsroom.place (code);
alter table newsroom.topic
  add column version integer not null default 1,
  add column archived_at timestamptz,
  add column merged_into uuid references newsroom.topic (id),
  add column stands_for uuid references newsroom.topic (id);
alter table newsroom.person
  add column alternative_names text[] not null default '{}',
  add column version integer not null default 1,
  add column archived_at timestamptz,
  add column merged_into uuid references newsroom.person (id),
  add column stands_for uuid references newsroom.person (id);

-- A table of entries may name those below before those above.
alter table newsroom.topic alter constraint topic_within_fkey deferrable initially deferred;
alter table newsroom.place alter constraint place_within_fkey deferrable initially deferred;

-- A funder may give two grants, and two funders may turn out to be one.
alter table newsroom.project_funder drop constraint project_funder_pkey, add primary key (project_id, position);
alter table newsroom.project_partner drop constraint project_partner_pkey, add primary key (project_id, position);

-- The addresses that entries had before: each leads to its entry for ever.
create table newsroom.former_slug (
  register text not null check (register in ('sections', 'projects', 'organisations', 'topics', 'people')),
  slug text not null,
  entry_id uuid not null,
  since timestamptz not null,
  primary key (register, slug)
);

-- What was merged into what, with the names that it went by.
create view live.merged_entry as
select 'sections' as register, id::text, stands_for::text as into_id, slug,
  alternative_names || array(select value from jsonb_each_text(name)) as names
  from newsroom.section where stands_for is not null
union all
select 'projects', id::text, stands_for::text, slug,
  alternative_names || array(select value from jsonb_each_text(title)) || array_remove(array[acronym], null)
  from newsroom.project where stands_for is not null
union all
select 'organisations', id::text, stands_for::text, slug,
  alternative_names || array(select value from jsonb_each_text(name)) || array_remove(array[acronym], null)
  from newsroom.organisation where stands_for is not null
union all
select 'places', code, stands_for, code, alternative_names || array(select value from jsonb_each_text(name))
  from newsroom.place where stands_for is not null
union all
select 'topics', id::text, stands_for::text, slug, alternative_names || array(select value from jsonb_each_text(name))
  from newsroom.topic where stands_for is not null
union all
-- Of people whom readers may not see, that and nothing more.
select 'people', id::text, stands_for::text, case when is_public then slug else id::text end,
  case when is_public then alternative_names || array(select value from jsonb_each_text(name)) else '{}' end
  from newsroom.person where stands_for is not null;

create view live.former_slug as select register, slug, entry_id::text as entry_id from newsroom.former_slug;

-- The registers as readers see them, without what was merged; references lead to where merges ended.
create or replace view live.section as
select id, slug, name, position, alternative_names, archived_at is not null as is_archived
from newsroom.section where merged_into is null;
create or replace view live.place as
select p.code, p.kind, coalesce(w.stands_for, p.within) as within, p.name, p.alternative_names, p.latitude, p.longitude,
  p.archived_at is not null as is_archived
from newsroom.place p left join newsroom.place w on w.code = p.within where p.merged_into is null;
create or replace view live.organisation as
select o.id, o.slug, o.name, o.acronym, o.kind, coalesce(c.stands_for, o.country) as country, o.site, o.alternative_names,
  o.iati_identifier, o.ror_identifier, o.archived_at is not null as is_archived
from newsroom.organisation o left join newsroom.place c on c.code = o.country where o.merged_into is null;
create or replace view live.topic as
select t.id, t.slug, t.name, coalesce(w.stands_for, t.within) as within, t.alternative_names, t.archived_at is not null as is_archived
from newsroom.topic t left join newsroom.topic w on w.id = t.within where t.merged_into is null;
create or replace view live.person as
select p.id, p.slug, p.name, p.role, coalesce(o.stands_for, p.organisation_id) as organisation_id, p.alternative_names,
  p.archived_at is not null as is_archived
from newsroom.person p left join newsroom.organisation o on o.id = p.organisation_id where p.is_public and p.merged_into is null;
create or replace view live.visibility_rule as
select r.id, coalesce(f.stands_for, r.funder_id) as funder_id, coalesce(p.stands_for, r.project_id) as project_id, r.statement, r.disclaimer,
  r.places, r.from_day, r.until_day
from newsroom.visibility_rule r
  join newsroom.organisation f on f.id = r.funder_id
  left join newsroom.project p on p.id = r.project_id;
create or replace view live.project as
select p.id, p.slug, p.acronym, p.title, p.description, p.objectives, p.starts, p.ends, p.status, p.contact, p.iati_identifier,
  coalesce((select jsonb_agg(jsonb_build_object('slug', o.slug, 'name', o.name, 'acronym', o.acronym, 'site', o.site,
    'grantReference', f.grant_reference, 'share', f.share) order by f.position)
    from newsroom.project_funder f join newsroom.organisation said on said.id = f.organisation_id
      join newsroom.organisation o on o.id = coalesce(said.stands_for, said.id) where f.project_id = p.id), '[]') as funders,
  coalesce((select jsonb_agg(jsonb_build_object('slug', o.slug, 'name', o.name, 'acronym', o.acronym, 'site', o.site, 'role', r.role)
    order by r.position)
    from newsroom.project_partner r join newsroom.organisation said on said.id = r.organisation_id
      join newsroom.organisation o on o.id = coalesce(said.stands_for, said.id) where r.project_id = p.id), '[]') as partners,
  coalesce((select array_agg(code order by position) from (
    select coalesce(c.stands_for, c.code) as code, min(l.position) as position
    from newsroom.project_place l join newsroom.place c on c.code = l.place_code where l.project_id = p.id group by 1) once), '{}') as place_codes,
  coalesce((select array_agg(distinct coalesce(c.stands_for, c.id))
    from newsroom.project_topic t join newsroom.topic c on c.id = t.topic_id where t.project_id = p.id), '{}') as topic_ids,
  p.alternative_names, p.archived_at is not null as is_archived
from newsroom.project p where p.merged_into is null;

grant select on live.merged_entry, live.former_slug to dateline_site;

-- What a story is about is in its search vector by id: a name that changes, or one more name, needs no vector to be made again.
update live.edition e
set search = e.search || coalesce((
  select array_to_tsvector(array_agg(distinct about)) from (
    select facet as about from live.river where release_id = e.release_id and facet <> 'all' and facet not like 'year=%'
    union select 'person=' || person from unnest(e.person_ids) person
    union select 'organisation=' || (o #>> '{}') from jsonb_array_elements(
      coalesce(nullif(e.activity, 'null') -> 'organisers', '[]') || coalesce(nullif(e.activity, 'null') -> 'partners', '[]')) o
  ) named), ''::tsvector);
