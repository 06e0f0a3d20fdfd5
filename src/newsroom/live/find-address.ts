import type { LiveReader } from './live-reader.ts'
import { addressTag, editionTag, storyTag } from '../live-tags.ts'
import { bothSpellings, isSpelledAsOurs } from '../old-addresses/old-address.ts'
import { visibleAt } from '../visible-at.ts'

/** What stands at a public path now. */
export type AddressAnswer =
  | { kind: 'lives'; release: string }
  | { kind: 'moved'; slug: string; language: string }
  | { kind: 'elsewhere'; path: string }
  | { kind: 'ended'; at: Date }
  | { kind: 'gone'; headline: string; language: string; reason: string; at: Date }
  | { kind: 'unknown' }

/** Resolves a path that a story has or ever had. `slug` and `language` are those that the path spells, if it is one of ours. */
export async function findAddress(live: LiveReader, path: string, spelled?: { slug: string; language: string }): Promise<AddressAnswer> {
  live.note(addressTag(path))
  const address = await live.db
    .selectFrom('live.address as address')
    .leftJoin('live.edition as edition', (join) =>
      join.onRef('edition.edition_id', '=', 'address.edition_id').on(visibleAt(live.now, 'edition')),
    )
    .leftJoin('live.withdrawal as withdrawal', 'withdrawal.edition_id', 'address.edition_id')
    .select(['address.edition_id', 'edition.release_id', 'edition.story_id', 'edition.slug', 'edition.language'])
    .select('address.since')
    .select(['withdrawal.headline', 'withdrawal.language as withdrawn_language', 'withdrawal.reason', 'withdrawal.withdrawn_at'])
    .where('address.path', '=', path)
    .executeTakeFirst()
  // What it will lead to is known by now, so that its second is a second of this answer too.
  if (address) live.note(editionTag(address.edition_id))
  if (!address || address.since > live.now) return findRedirect(live, path)
  if (address.release_id && address.slug && address.language && address.story_id) {
    live.note(storyTag(address.story_id))
    const isHere = spelled?.slug === address.slug && spelled.language === address.language
    return isHere ? { kind: 'lives', release: address.release_id } : { kind: 'moved', slug: address.slug, language: address.language }
  }
  if (address.reason && address.withdrawn_at) {
    return {
      kind: 'gone',
      headline: address.headline ?? '',
      language: address.withdrawn_language ?? '',
      reason: address.reason,
      at: address.withdrawn_at,
    }
  }
  const ended = await findEnd(live, address.edition_id)
  return ended ? { kind: 'ended', at: ended } : { kind: 'unknown' }
}

/** Where someone said by hand that an address leads in the end; nowhere where that leads back to itself, which is refused but was not always. */
async function findRedirect(live: LiveReader, path: string): Promise<AddressAnswer> {
  const passed = new Set<string>()
  let at = await targetOf(live, [path])
  while (at !== undefined && !isSpelledAsOurs(at)) {
    if (passed.has(at)) return { kind: 'unknown' }
    passed.add(at)
    const next = await targetOf(live, bothSpellings(at))
    if (next === undefined) break
    at = next
  }
  return at === undefined ? { kind: 'unknown' } : { kind: 'elsewhere', path: at }
}

async function targetOf(live: LiveReader, paths: string[]): Promise<string | undefined> {
  for (const path of paths) live.note(addressTag(path))
  const row = await live.db.selectFrom('live.redirect').select('target').where('path', 'in', paths).executeTakeFirst()
  return row?.target
}

/** When readers ceased to see what had an end; undefined where nothing ended. */
async function findEnd(live: LiveReader, edition: string): Promise<Date | undefined> {
  const row = await live.db
    .selectFrom('live.edition')
    .select((eb) => eb.fn.max('visible_until').as('at'))
    .where('edition_id', '=', edition)
    .where('visible_until', '<=', live.now)
    .executeTakeFirst()
  return row?.at ?? undefined
}
