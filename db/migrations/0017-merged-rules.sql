-- What a merged funder wants said, or what is said of a merged project, is said of where the merge ended again: 0011 and 0015 made the view without it.
-- Locks the view for a moment.

create or replace view live.visibility_rule as
select r.id, coalesce(f.stands_for, r.funder_id) as funder_id, coalesce(p.stands_for, r.project_id) as project_id, r.statement, r.disclaimer,
  r.places, r.from_day, r.until_day,
  (select coalesce(jsonb_agg(jsonb_build_object('language', language, 'type', type, 'hash', hash, 'width', width, 'height', height) order by language), '[]')
    from newsroom.emblem where rule_id = r.id) as emblems,
  r.version
from newsroom.visibility_rule r
  join newsroom.organisation f on f.id = r.funder_id
  left join newsroom.project p on p.id = r.project_id;
