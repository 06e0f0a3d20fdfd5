import { sql } from 'kysely'
import type { RawBuilder, SqlBool } from 'kysely'

import type { Transaction } from '#platform/database/database.ts'

import type { RegisterName } from '../entries/field.ts'
import { readAllMerged } from '../references/current-references.ts'
import { followMerges } from '../references/references.ts'
import { rewriteReferences } from '../stories/rewrite-references.ts'
import { parseReferences } from '../stories/story-input.ts'

/** What changed: the entry that stories show now in place of any of `through`, which their revisions name. */
type Of = { shownAs: string; through: string[]; now: Date }

const chunk = 500

/** Lets stories follow a merge or its undoing: what readers and lists see of them is made anew from what their revisions say. */
export async function followInStories(tx: Transaction, register: RegisterName, of: Of): Promise<void> {
  await followInLive(tx, register, of)
  if (register === 'sections' || register === 'projects') await followInLists(tx, register, of)
}

async function followInLive(tx: Transaction, register: RegisterName, { shownAs, through, now }: Of): Promise<void> {
  const { shown, said } = conditions(register, shownAs, through)
  const merged = await readAllMerged(tx)
  let after: string | undefined
  for (;;) {
    const { rows } = await sql<{ release_id: string; content: unknown }>`
      select e.release_id, ${references} as content
      from live.edition e join newsroom.release l on l.id = e.release_id
        join newsroom.revision r on r.edition_id = l.edition_id and r.number = l.revision
      where ${shown} and ${said} and ${after === undefined ? sql`true` : sql`e.release_id > ${after}::uuid`}
      order by e.release_id limit ${chunk}`.execute(tx)
    await rewriteReferences(
      tx,
      rows.map(({ release_id, content }) => ({ release: release_id, refers: followMerges(parseReferences(content), merged) })),
      now,
    )
    after = rows.at(-1)?.release_id
    if (rows.length < chunk) return
  }
}

/** What a revision refers to, without what it says. */
const references = sql`jsonb_build_object('section', r.content -> 'section', 'projects', r.content -> 'projects', 'places', r.content -> 'places',
  'topics', r.content -> 'topics', 'people', r.content -> 'people', 'activity', r.content -> 'activity')`

/** The columns that lists and policies read: the latest revision's, as the register has its entries by now. */
async function followInLists(tx: Transaction, register: 'sections' | 'projects', { shownAs, through }: Of): Promise<void> {
  const { said } = conditions(register, shownAs, through)
  const ofLatest = sql`r.edition_id = e.id and r.number = e.revision and ${said}`
  if (register === 'sections')
    await sql`update newsroom.edition e set section_id = coalesce(named.stands_for, named.id)
      from newsroom.revision r join newsroom.section named on named.id = (r.content ->> 'section')::uuid
      where e.section_id = ${shownAs}::uuid and ${ofLatest}`.execute(tx)
  else
    await sql`update newsroom.edition e set project_ids = array(
        select coalesce(named.stands_for, said.id::uuid)
        from jsonb_array_elements_text(r.content -> 'projects') with ordinality said(id, place)
          left join newsroom.project named on named.id = said.id::uuid
        group by 1 order by min(said.place))
      from newsroom.revision r where e.project_ids && array[${shownAs}::uuid] and ${ofLatest}`.execute(tx)
}

type Condition = RawBuilder<SqlBool>

/** Which rows of `live.edition e` show an entry, and which contents of `newsroom.revision r` name one of several. */
function conditions(register: RegisterName, shownAs: string, through: string[]): { shown: Condition; said: Condition } {
  const ids = sql`${through}::text[]`
  const listed = (name: string): Condition => sql`r.content -> ${sql.lit(name)} ?| ${ids}`
  const inActivity = (name: string): Condition => sql`nullif(r.content -> 'activity', 'null') -> ${sql.lit(name)} ?| ${ids}`
  const activity = sql`nullif(e.activity, 'null')`
  switch (register) {
    case 'sections':
      return { shown: sql`e.section_id = ${shownAs}::uuid`, said: sql`r.content ->> 'section' = any(${ids})` }
    case 'projects':
      return { shown: sql`e.project_ids && array[${shownAs}::uuid]`, said: listed('projects') }
    case 'topics':
      return { shown: sql`e.topic_ids && array[${shownAs}::uuid]`, said: listed('topics') }
    case 'people':
      return { shown: sql`e.person_ids && array[${shownAs}::uuid]`, said: listed('people') }
    case 'places':
      return {
        shown: sql`(e.place_codes && array[${shownAs}] or ${activity} ->> 'place' = ${shownAs})`,
        said: sql`(${listed('places')} or nullif(r.content -> 'activity', 'null') ->> 'place' = any(${ids}))`,
      }
    case 'organisations':
      return {
        shown: sql`(${activity} -> 'organisers' ? ${shownAs} or ${activity} -> 'partners' ? ${shownAs})`,
        said: sql`(${inActivity('organisers')} or ${inActivity('partners')})`,
      }
  }
}
