import { sql } from 'kysely'

import type { Reader } from '#platform/database/database.ts'

/** The schema as the database itself describes it, for people to read in a diff: columns, constraints, indexes, triggers, views, functions and grants. */
export async function dumpSchema(db: Reader): Promise<string> {
  const { rows } = await sql<{ text: string }>`
    with ours as (select oid, nspname from pg_namespace where nspname in ('newsroom', 'live')),
    relations as (select c.oid, c.relkind, nspname || '.' || relname as name from pg_class c join ours on ours.oid = relnamespace),
    lines as (
      select name, 1 as part, a.attnum::text as place,
        format('  %s %s%s%s', attname, format_type(atttypid, atttypmod), case when attnotnull and relkind = 'r' then ' not null' else '' end,
          coalesce(' default ' || pg_get_expr(adbin, adrelid), '')) as text
      from relations join pg_attribute a on a.attrelid = relations.oid and attnum > 0 and not attisdropped
        left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum where relkind in ('r', 'v')
      union all select name, 2, conname, '  ' || pg_get_constraintdef(k.oid) from pg_constraint k join relations on relations.oid = conrelid
        where contype <> 'n'
      union all select name, 3, indexrelid::regclass::text, '  ' || pg_get_indexdef(indexrelid) from pg_index join relations on relations.oid = indrelid
        where not indisprimary
      union all select name, 4, tgname, '  ' || pg_get_triggerdef(t.oid) from pg_trigger t join relations on relations.oid = tgrelid where not tgisinternal
      union all select name, 5, '', '  as' || pg_get_viewdef(relations.oid) from relations where relkind = 'v'
      union all select name, 6, '', '  readable by dateline_site' from relations
        where relkind in ('r', 'v') and has_table_privilege('dateline_site', relations.oid, 'select')
    )
    select text from (
      select name, 0 as part, '' as place, format(E'\n%s %s', case relkind when 'v' then 'view' else 'table' end, name) as text
      from relations where relkind in ('r', 'v')
      union all select * from lines
      union all select nspname || '.' || proname || '()', 0, '', E'\n' || pg_get_functiondef(p.oid) from pg_proc p join ours on ours.oid = pronamespace
    ) all_lines order by name, part, length(place), place`.execute(db)
  return `-- What db/migrations/ make; written by \`npm run schema\`, never by hand.\n${rows.map((row) => row.text).join('\n')}\n`
}
