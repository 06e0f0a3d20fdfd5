import { sql } from 'kysely'

import type { Transaction } from '#platform/database/database.ts'

import { readSettings } from '../settings/read-settings.ts'
import type { LiveEdition } from './live-edition.ts'
import { facetsOf, tagsOf } from './live-edition.ts'
import { riverRows } from './live-store.ts'
import { aboutOf } from './search-vector.ts'
import type { Referring } from './story-input.ts'

/** Lets what readers see of some releases refer to what their revisions say now: their rows, rivers, search vectors, the seconds to come. */
export async function rewriteReferences(tx: Transaction, releases: { release: string; refers: Referring }[], now: Date): Promise<void> {
  if (releases.length === 0) return
  const refersOf = new Map(releases.map(({ release, refers }) => [release, refers]))
  const held = await heldReleases(tx, [...refersOf.keys()])
  const changes = held.flatMap((before) => {
    const refers = refersOf.get(before.release_id)
    return refers ? [{ before, after: { ...before, ...columnsOf(refers) } }] : []
  })
  await rewriteRows(tx, changes)
  const moved = await rewriteRivers(tx, changes)
  await rewriteUpcoming(tx, moved, now)
}

const asSeen = [
  'release_id',
  'edition_id',
  'story_id',
  'language',
  'slug',
  'section_id',
  'project_ids',
  'place_codes',
  'topic_ids',
] as const
const asListed = ['person_ids', 'activity', 'published_at', 'published_on', 'rank', 'visible_from', 'visible_until'] as const
type Held = Pick<LiveEdition, (typeof asSeen)[number] | (typeof asListed)[number]>
type Change = { before: Held; after: Held }

const heldReleases = (tx: Transaction, releases: string[]): Promise<Held[]> =>
  tx.selectFrom('live.edition').select(asSeen).select(asListed).where('release_id', 'in', releases).execute()

const columnsOf = ({ section, projects, places, topics, people, activity }: Referring) => ({
  section_id: section,
  project_ids: projects,
  place_codes: places,
  topic_ids: topics,
  person_ids: people,
  activity,
})

async function rewriteRows(tx: Transaction, changes: Change[]): Promise<void> {
  const rows = changes.map(({ before, after }) => {
    const { release_id, section_id, project_ids, place_codes, topic_ids, person_ids, activity } = after
    const about = { was_about: aboutOf(before), is_about: aboutOf(after) }
    return { release_id, section_id, project_ids, place_codes, topic_ids, person_ids, activity, ...about }
  })
  await sql`update live.edition e set section_id = n.section_id, project_ids = n.project_ids, place_codes = n.place_codes, topic_ids = n.topic_ids,
      person_ids = n.person_ids, activity = n.activity, search = ts_delete(e.search, n.was_about) || array_to_tsvector(n.is_about)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(release_id uuid, section_id uuid, project_ids uuid[], place_codes text[],
      topic_ids uuid[], person_ids uuid[], activity jsonb, was_about text[], is_about text[])
    where e.release_id = n.release_id`.execute(tx)
}

const mostRows = 5000

/** Lets releases flow where they belong now; returns the editions of those that flow elsewhere than before. */
async function rewriteRivers(tx: Transaction, changes: Change[]): Promise<string[]> {
  const moves = changes.map(({ before, after }) => {
    const [flowed, flows] = [new Set(facetsOf(before)), new Set(facetsOf(after))]
    const gone = [...flowed].filter((facet) => !flows.has(facet)).map((facet) => ({ release_id: after.release_id, facet }))
    return { edition: after.edition_id, gone, fresh: riverRows(after).filter(({ facet }) => !flowed.has(facet)) }
  })
  const gone = moves.flatMap((move) => move.gone)
  if (gone.length > 0)
    await sql`delete from live.river river using jsonb_to_recordset(${JSON.stringify(gone)}::jsonb) as gone(release_id uuid, facet text)
      where river.release_id = gone.release_id and river.facet = gone.facet`.execute(tx)
  const fresh = moves.flatMap((move) => move.fresh)
  for (let from = 0; from < fresh.length; from += mostRows)
    await tx
      .insertInto('live.river')
      .values(fresh.slice(from, from + mostRows))
      .execute()
  return [...new Set(moves.flatMap((move) => (move.gone.length + move.fresh.length > 0 ? [move.edition] : [])))]
}

/** The tags of each second to come: those of what appears or ends then, and of what it takes the place of. */
async function rewriteUpcoming(tx: Transaction, editions: string[], now: Date): Promise<void> {
  if (editions.length === 0) return
  const coming = await tx
    .selectFrom('live.upcoming as upcoming')
    .innerJoin('live.edition as edition', 'edition.release_id', 'upcoming.release_id')
    .select(['upcoming.release_id', 'upcoming.at', 'edition.edition_id'])
    .distinct()
    .where('edition.edition_id', 'in', editions)
    .where('upcoming.at', '>', now)
    .execute()
  if (coming.length === 0) return
  const defaultLanguage = (await readSettings(tx)).languages[0] ?? 'en'
  for (const [edition, seconds] of Map.groupBy(coming, (second) => second.edition_id)) {
    const rows = await tx
      .selectFrom('live.edition')
      .select(asSeen)
      .select(asListed)
      .where('edition_id', '=', edition)
      .orderBy('visible_from')
      .execute()
    for (const [position, { release_id }] of rows.entries()) {
      const tags = new Set(rows.slice(0, position + 1).flatMap((one) => tagsOf(one, defaultLanguage)))
      const fresh = seconds
        .filter((second) => second.release_id === release_id)
        .flatMap(({ at }) => [...tags].map((tag) => ({ tag, at, release_id })))
      await tx.deleteFrom('live.upcoming').where('release_id', '=', release_id).where('at', '>', now).execute()
      if (fresh.length > 0) await tx.insertInto('live.upcoming').values(fresh).execute()
    }
  }
}
