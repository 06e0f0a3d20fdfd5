-- House rules, what funders want said, and members say which version they are, as settings do since 0014. Each is locked for a moment only: a column
-- whose default does not change rewrites no rows.

alter table newsroom.settings add column house_rules_version integer not null default 1; -- of what changeHouseRules changes here; sections have their own

alter table newsroom.visibility_rule add column version integer not null default 1; -- its emblems do not count

alter table newsroom.member add column version integer not null default 1; -- of what changeMember changes, whoever did

create or replace view live.visibility_rule as
select id, funder_id, project_id, statement, disclaimer, places, from_day, until_day,
  (select coalesce(jsonb_agg(jsonb_build_object('language', language, 'type', type, 'hash', hash, 'width', width, 'height', height) order by language), '[]')
    from newsroom.emblem where rule_id = visibility_rule.id) as emblems,
  version
from newsroom.visibility_rule;
