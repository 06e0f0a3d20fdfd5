import { Failure } from '#lib/failure.ts'
import { uuid7 } from '#lib/uuid7.ts'
import { wallTime } from '#lib/wall-time.ts'
import type { Transaction } from '#platform/database/database.ts'

import type { Member } from '../members/member.ts'
import type { Newsroom } from '../newsroom.ts'
import { notify, unsay } from '../notices/notify.ts'
import { readSettings } from '../settings/read-settings.ts'
import type { HeldEdition } from './edition-store.ts'
import { keepRevision, readRevision } from './edition-store.ts'
import type { LiveEdition } from './live-edition.ts'
import { liveEditionOf, tagsOf } from './live-edition.ts'
import type { LiveRows } from './live-store.ts'
import { claimOldAddresses, endAt, putLive, readLiveRows, removeLive } from './live-store.ts'
import type { Origin } from './read-origin.ts'
import { readOrigin } from './read-origin.ts'
import { callOff, readRelease } from './release-store.ts'
import { countUnreviewed, spareTranslationsOf } from './passages/unreviewed.ts'
import { revisionVector } from './search-vector.ts'
import { recordStep } from './step-store.ts'
import type { RevisionContent } from './story.ts'

export type Release = {
  edition: string
  /** Absent: the latest. */
  revision?: number
  /** Absent: now. A second to come: readers see it from then on, whether or not any job runs. */
  at?: Date
  isEmbargoed?: boolean
  /** When readers cease to see it; absent: never. */
  until?: Date
  /** What was wrong, for readers; only what is already before them can be corrected. */
  correction?: string
  /** Why a text goes out that its section wants a second person to clear first; everyone sees it until one has looked. */
  aloneBecause?: string
}

/** Puts a revision before readers, now or from a second on, in place of whatever was scheduled. Whether it may be shown is asked before. */
export async function showRevision(
  newsroom: Newsroom,
  tx: Transaction,
  by: Member,
  edition: HeldEdition,
  release: Release & { /** Every word stays: nobody is told, and the story counts as modified when it was. */ isOfFacts?: boolean },
): Promise<string> {
  const now = newsroom.clock.now()
  const from = release.at && release.at > now ? release.at : now
  if (release.until && release.until <= from)
    throw new Failure('invalid', 'ends-before', 'The end lies before the release: choose a later one.', { values: { field: 'until' } })
  const number = release.revision ?? edition.revision
  const content = await readRevision(tx, edition.id, number)
  requireReleasable(content)
  const { languages, timeZone } = await readSettings(tx)
  const defaultLanguage = languages[0] ?? 'en'
  const rows = await readLiveRows(tx, edition.id, now)
  const { shown } = rows
  if (release.correction && !shown) throw new Failure('conflict', 'not-live', 'Only a released story can be corrected; release it first.')
  const origin = shown ? undefined : await readOrigin(tx, edition, now)
  await makeRoom(tx, rows, { from, now, defaultLanguage })
  const id = uuid7(now)
  const kind = kindOf(release, shown !== undefined)
  await recordRelease(tx, by, { id, edition: edition.id, revision: number, from, now, kind, release })
  const corrections = [...(shown?.corrections ?? []), ...(release.correction ? [{ at: from.toISOString(), note: release.correction }] : [])]
  const live = liveEditionOf(
    { release: id, edition: edition.id, story: edition.story, language: edition.language, rank: edition.rank, timeZone },
    content,
    {
      visibleFrom: from,
      visibleUntil: release.until ?? null,
      publishedAt: shown?.published_at ?? earlier(from, origin?.publishedAt),
      modifiedAt: shown ? (release.isOfFacts ? shown.modified_at : from) : null,
      corrections,
      isMachineMade: (await countUnreviewed(tx, edition.id, content)) > 0,
    },
  )
  await putBefore(tx, live, { now, defaultLanguage, ...(shown && { replaced: shown }), ...(origin && { origin }) })
  const isLater = from > now
  await markShown(tx, edition, {
    content,
    revision: number,
    from,
    until: release.until ?? null,
    publishedAt: live.published_at,
    isShown: shown !== undefined,
    isLater,
  })
  // Other facts under the same words are no news: nobody took a step with the story.
  if (release.isOfFacts) {
    await keepRevision(tx, by, { edition: edition.id, number, at: now })
    return id
  }
  if (kind === 'minor') await spareTranslationsOf(tx, edition, number)
  const act = isLater ? 'scheduled' : kind === 'correction' ? 'corrected' : 'released'
  await recordStep(tx, by, { edition: edition.id, revision: number, act, at: now, reason: release.correction || null })
  await tell(tx, by, edition, { content, release, kind, at: isLater ? from : undefined, now, timeZone })
  return id
}

// What was scheduled is called off; what is shown ends when the next comes.
async function makeRoom(
  tx: Transaction,
  { shown, next }: LiveRows,
  { from, now, defaultLanguage }: { from: Date; now: Date; defaultLanguage: string },
): Promise<void> {
  if (next) await callOff(tx, next.release_id, now)
  if (next) await removeLive(tx, next, { now, defaultLanguage })
  if (shown) tx.touch(tagsOf(shown, defaultLanguage))
  if (shown && from > now) await endAt(tx, shown, earlier(from, (await readRelease(tx, shown.release_id))?.until_at))
  if (shown && from <= now) await removeLive(tx, shown, { now, defaultLanguage })
}

async function putBefore(
  tx: Transaction,
  live: LiveEdition,
  { origin, ...context }: { now: Date; defaultLanguage: string; replaced?: LiveEdition; origin?: Origin },
): Promise<void> {
  const { edition_id: edition, visible_from: since } = live
  await putLive(tx, [live], context)
  if (origin?.address) await claimOldAddresses(tx, [{ path: origin.address, edition, since }])
  // Until its second a scheduled story is as gone as before.
  if (since <= context.now) await tx.deleteFrom('live.withdrawal').where('edition_id', '=', edition).execute()
}

/** Readers never see a story without its headline or its address. */
function requireReleasable({ headline, slug }: RevisionContent): void {
  if (headline === '') throw new Failure('invalid', 'no-headline', 'A story needs a headline before it is released.')
  if (slug === '') throw new Failure('invalid', 'no-slug', 'A story needs an address before it is released.', { values: { field: 'slug' } })
}

// A draft may wait on what readers see: only a release of the latest revision settles where the edition stands.
async function markShown(
  tx: Transaction,
  edition: HeldEdition,
  of: { content: RevisionContent; revision: number; from: Date; until: Date | null; publishedAt: Date; isShown: boolean; isLater: boolean },
): Promise<void> {
  await tx
    .updateTable('newsroom.edition')
    .set({
      shown_revision: of.revision,
      shown_from: of.from,
      shown_until: of.until,
      published_at: of.publishedAt,
      ...(of.revision === edition.revision && !of.isLater && { search: revisionVector(edition.language, of.content) }),
      ...(edition.seconded === of.revision && { counted_from: of.revision }),
      ...(of.revision === edition.revision && { state: of.isShown || !of.isLater ? 'released' : 'scheduled' }),
    })
    .where('id', '=', edition.id)
    .execute()
}

const upcoming = ['scheduled', 'under embargo'] as const

/** Tells whoever filed it what readers have, or will have; of a slip of the pen nobody is told. */
async function tell(
  tx: Transaction,
  by: Member,
  edition: HeldEdition,
  of: { content: RevisionContent; release: Release; kind: ReturnType<typeof kindOf>; at: Date | undefined; now: Date; timeZone: string },
): Promise<void> {
  await unsay(tx, edition.id, upcoming)
  const told = { to: [edition.filedBy], edition: edition.id, by, at: of.now }
  if (of.at) {
    const kind = of.release.isEmbargoed ? 'under embargo' : 'scheduled'
    return notify(tx, { ...told, kind, words: `${wallTime(of.at, of.timeZone).replace('T', ' ')} (${of.timeZone})` })
  }
  if (of.kind === 'correction') return notify(tx, { ...told, kind: 'corrected', words: of.release.correction ?? '' })
  if (of.kind === 'first') await notify(tx, { ...told, kind: 'released', words: of.content.headline })
}

function kindOf(release: Release, isShown: boolean): 'first' | 'correction' | 'minor' {
  if (!isShown) return 'first'
  return release.correction ? 'correction' : 'minor'
}

const earlier = (one: Date, other: Date | null | undefined): Date => (other && other < one ? other : one)

async function recordRelease(
  tx: Transaction,
  by: Member,
  of: { id: string; edition: string; revision: number; from: Date; now: Date; kind: 'first' | 'correction' | 'minor'; release: Release },
): Promise<void> {
  await tx
    .insertInto('newsroom.release')
    .values({
      id: of.id,
      edition_id: of.edition,
      revision: of.revision,
      kind: of.kind,
      from_at: of.from,
      is_embargoed: of.release.isEmbargoed ?? false,
      public_note: of.release.correction || null,
      released_by: by.name,
      recorded_at: of.now,
      called_off_at: null,
      releaser_id: by.id,
      until_at: of.release.until ?? null,
    })
    .execute()
}
