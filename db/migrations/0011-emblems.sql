-- The emblem of a funder beside its statement, one a language. Takes no locks that matter: it creates.

create table newsroom.emblem (
  rule_id uuid not null references newsroom.visibility_rule (id) on delete cascade,
  language text not null, -- BCP 47; zxx: without words, for every language
  type text not null check (type in ('image/svg+xml', 'image/png')),
  bytes bytea not null,
  hash text not null, -- of the bytes, so that its address changes with them
  width integer not null check (width > 0), -- in CSS pixels, for the place that it takes
  height integer not null check (height > 0),
  primary key (rule_id, language)
);
create index emblem_hash on newsroom.emblem (hash);

create or replace view live.visibility_rule as
select id, funder_id, project_id, statement, disclaimer, places, from_day, until_day,
  (select coalesce(jsonb_agg(jsonb_build_object('language', language, 'type', type, 'hash', hash, 'width', width, 'height', height) order by language), '[]')
    from newsroom.emblem where rule_id = visibility_rule.id) as emblems
from newsroom.visibility_rule;

create view live.emblem as select hash, bytes from newsroom.emblem;
grant select on live.emblem to dateline_site;
