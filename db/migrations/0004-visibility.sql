-- What funders want said beside what they pay for. Takes no locks that matter: it creates.

create table newsroom.visibility_rule (
  id uuid primary key,
  funder_id uuid not null references newsroom.organisation (id),
  project_id uuid references newsroom.project (id), -- null: all that the funder pays for
  statement jsonb not null, -- by BCP 47 language
  disclaimer jsonb,
  places text[] not null check (places <@ array['story', 'project page', 'mail', 'document'] and cardinality(places) > 0),
  from_day date, -- of release; both ends included
  until_day date,
  check (from_day <= until_day)
);
create index visibility_rule_funder on newsroom.visibility_rule (funder_id);
create index visibility_rule_project on newsroom.visibility_rule (project_id) where project_id is not null;

create view live.visibility_rule as
select id, funder_id, project_id, statement, disclaimer, places, from_day, until_day from newsroom.visibility_rule;
grant select on live.visibility_rule to dateline_site;
