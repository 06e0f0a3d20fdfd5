import { sql } from 'kysely'

import { Failure } from '#lib/failure.ts'
import type { Transaction } from '#platform/database/database.ts'

import { storyPath } from '../addresses/story-path.ts'
import { addressTag } from '../live-tags.ts'
import { headlineParts } from './headline-parts.ts'
import { searchVector } from './search-vector.ts'
import type { LiveEdition } from './live-edition.ts'
import { facetsOf, tagsOf } from './live-edition.ts'
import type { Correction } from './story.ts'

/** What readers see of an edition, and what is to come in its place. */
export type LiveRows = { shown?: LiveEdition; next?: LiveEdition }

/** What readers see of an edition now, and what they will see next; past rows are swept away once another has taken their place. */
export async function readLiveRows(tx: Transaction, edition: string, now: Date): Promise<LiveRows> {
  const found = await tx.selectFrom('live.edition').selectAll().where('edition_id', '=', edition).orderBy('visible_from').execute()
  const rows = found.map(({ search: _search, headline_parts: _parts, ...row }) => ({ ...row, corrections: correctionsOf(row.corrections) }))
  const shown = rows.find((row) => row.visible_from <= now && (row.visible_until === null || row.visible_until > now))
  const next = rows.find((row) => row.visible_from > now)
  // What ended by itself tells at its address that it did.
  if (shown) await tx.deleteFrom('live.edition').where('edition_id', '=', edition).where('visible_until', '<=', now).execute()
  return { ...(shown && { shown }), ...(next && { next }) }
}

/** Puts editions before readers: rows, rivers, addresses, and the seconds at which they appear by themselves. */
export async function putLive(
  tx: Transaction,
  editions: LiveEdition[],
  context: { now: Date; defaultLanguage: string; replaced?: LiveEdition },
): Promise<void> {
  if (editions.length === 0) return
  await claimAddresses(tx, editions, context)
  await tx
    .insertInto('live.edition')
    .values(
      editions.map((edition) => ({
        ...edition,
        body: json(edition.body),
        dateline: json(edition.dateline),
        activity: json(edition.activity),
        corrections: json(edition.corrections),
        search: searchVector(edition),
        headline_parts: sql<string>`array_to_tsvector(${headlineParts(edition.headline)}::text[])`,
      })),
    )
    .execute()
  await tx.insertInto('live.river').values(editions.flatMap(riverRows)).execute()
  const upcoming = editions.flatMap((edition) => {
    const tags = new Set([
      ...tagsOf(edition, context.defaultLanguage),
      ...(context.replaced ? tagsOf(context.replaced, context.defaultLanguage) : []),
    ])
    const seconds = [edition.visible_from, edition.visible_until].filter((at): at is Date => at !== null && at > context.now)
    return seconds.flatMap((at) => [...tags].map((tag) => ({ tag, at, release_id: edition.release_id })))
  })
  if (upcoming.length > 0) await tx.insertInto('live.upcoming').values(upcoming).execute()
  tx.touch(editions.flatMap((edition) => tagsOf(edition, context.defaultLanguage)))
}

/** Takes an edition from before readers, or calls off its appearance: an address that it would have had was never public. */
export async function removeLive(tx: Transaction, edition: LiveEdition, context: { now: Date; defaultLanguage: string }): Promise<void> {
  await tx.deleteFrom('live.address').where('edition_id', '=', edition.edition_id).where('since', '>', context.now).execute()
  await tx.deleteFrom('live.edition').where('release_id', '=', edition.release_id).execute()
  tx.touch(tagsOf(edition, context.defaultLanguage))
}

/** Lets what is shown end at the second at which its successor begins; null takes the end away again. */
export async function endAt(tx: Transaction, shown: LiveEdition, until: Date | null): Promise<void> {
  await tx.updateTable('live.edition').set({ visible_until: until }).where('release_id', '=', shown.release_id).execute()
  await tx.updateTable('live.river').set({ visible_until: until }).where('release_id', '=', shown.release_id).execute()
}

async function claimAddresses(tx: Transaction, editions: LiveEdition[], context: { now: Date; defaultLanguage: string }): Promise<void> {
  const claims = editions.map((edition) => ({
    path: storyPath(edition.slug, edition.language, context.defaultLanguage),
    edition_id: edition.edition_id,
    since: edition.visible_from > context.now ? edition.visible_from : context.now,
  }))
  await tx
    .insertInto('live.address')
    .values(claims)
    .onConflict((conflict) => conflict.column('path').doNothing())
    .execute()
  const paths = claims.map((claim) => claim.path)
  const owners = await tx.selectFrom('live.address').select(['path', 'edition_id']).where('path', 'in', paths).execute()
  const ownerOf = new Map(owners.map((owner) => [owner.path, owner.edition_id]))
  const taken = claims.find((claim) => ownerOf.get(claim.path) !== claim.edition_id)
  if (taken)
    throw new Failure('conflict', 'address-taken', `The address ${taken.path} belongs to another story for ever. Choose another slug.`, {
      values: { field: 'slug' },
    })
  // What was added by hand is the story's own from now on, and nobody takes it out again.
  await tx.deleteFrom('newsroom.old_address').where('path', 'in', paths).execute()
}

/**
 * Gives editions the addresses that they had elsewhere. What another story has stays with that, and what somebody said by hand
 * stays as said.
 */
export async function claimOldAddresses(tx: Transaction, claims: { path: string; edition: string; since: Date }[]): Promise<void> {
  if (claims.length === 0) return
  const paths = claims.map(({ path }) => path)
  const byHand = await tx.selectFrom('newsroom.old_address').select('path').where('path', 'in', paths).execute()
  const said = new Set(byHand.map(({ path }) => path))
  const free = claims.filter(({ path }) => !said.has(path))
  if (free.length === 0) return
  await tx
    .insertInto('live.address')
    .values(free.map(({ path, edition, since }) => ({ path, edition_id: edition, since })))
    .onConflict((conflict) => conflict.column('path').doNothing())
    .execute()
  tx.touch(free.map(({ path }) => addressTag(path)))
}

export function riverRows(
  edition: Parameters<typeof facetsOf>[0] &
    Pick<LiveEdition, 'language' | 'published_at' | 'rank' | 'release_id' | 'visible_from' | 'visible_until'>,
) {
  return facetsOf(edition).map((facet) => ({
    facet,
    language: edition.language,
    published_at: edition.published_at,
    rank: edition.rank,
    release_id: edition.release_id,
    visible_from: edition.visible_from,
    visible_until: edition.visible_until,
  }))
}

const json = (value: unknown) => (value === null ? null : sql`${JSON.stringify(value)}::jsonb`)

function correctionsOf(value: unknown): Correction[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((entry: unknown) =>
    typeof entry === 'object' && entry !== null && 'at' in entry && 'note' in entry
      ? [{ at: String(entry.at), note: String(entry.note) }]
      : [],
  )
}
