import { sql } from 'kysely'

import type { Transaction } from '#platform/database/database.ts'

import { readSettings } from '../settings/read-settings.ts'
import type { LiveEdition } from './live-edition.ts'
import { facetsOf, tagsOf } from './live-edition.ts'
import { riverRows } from './live-store.ts'
import { aboutOf } from './search-vector.ts'
import type { RevisionContent } from './story.ts'

/** Lets what readers see of a release refer to what its revision says now: its row, its rivers, its search vector, the seconds to come. */
export async function rewriteReferences(tx: Transaction, release: string, content: RevisionContent, now: Date): Promise<void> {
  const before = await readRelease(tx, release)
  const after: LiveEdition = {
    ...before,
    section_id: content.section,
    project_ids: content.projects,
    place_codes: content.places,
    topic_ids: content.topics,
    person_ids: content.people,
    activity: content.activity,
  }
  await tx
    .updateTable('live.edition')
    .set({
      section_id: after.section_id,
      project_ids: after.project_ids,
      place_codes: after.place_codes,
      topic_ids: after.topic_ids,
      person_ids: after.person_ids,
      activity: content.activity === null ? null : sql`${JSON.stringify(content.activity)}::jsonb`,
      search: sql`ts_delete(search, ${aboutOf(before)}::text[]) || array_to_tsvector(${aboutOf(after)}::text[])`,
    })
    .where('release_id', '=', release)
    .execute()
  const [flowed, flows] = [new Set(facetsOf(before)), new Set(facetsOf(after))]
  const gone = [...flowed].filter((facet) => !flows.has(facet))
  const fresh = riverRows(after).filter(({ facet }) => !flowed.has(facet))
  if (gone.length > 0) await tx.deleteFrom('live.river').where('release_id', '=', release).where('facet', 'in', gone).execute()
  if (fresh.length > 0) await tx.insertInto('live.river').values(fresh).execute()
  if (gone.length + fresh.length > 0) await rewriteUpcoming(tx, after.edition_id, now)
}

async function readRelease(tx: Transaction, release: string): Promise<LiveEdition> {
  const {
    search: _search,
    headline_parts: _parts,
    ...row
  } = await tx.selectFrom('live.edition').selectAll().where('release_id', '=', release).executeTakeFirstOrThrow()
  return { ...row, corrections: [] }
}

/** The tags of each second to come: those of what appears or ends then, and of what it takes the place of. */
async function rewriteUpcoming(tx: Transaction, edition: string, now: Date): Promise<void> {
  const found = await tx.selectFrom('live.edition').selectAll().where('edition_id', '=', edition).orderBy('visible_from').execute()
  const rows = found.map(({ search: _search, headline_parts: _parts, ...row }): LiveEdition => ({ ...row, corrections: [] }))
  const defaultLanguage = (await readSettings(tx)).languages[0] ?? 'en'
  for (const [position, row] of rows.entries()) {
    const coming = await tx
      .deleteFrom('live.upcoming')
      .where('release_id', '=', row.release_id)
      .where('at', '>', now)
      .returning('at')
      .execute()
    const seconds = new Set(coming.map(({ at }) => at.getTime()))
    const tags = new Set(rows.slice(0, position + 1).flatMap((one) => tagsOf(one, defaultLanguage)))
    const fresh = [...seconds].flatMap((at) => [...tags].map((tag) => ({ tag, at: new Date(at), release_id: row.release_id })))
    if (fresh.length > 0) await tx.insertInto('live.upcoming').values(fresh).execute()
  }
}
