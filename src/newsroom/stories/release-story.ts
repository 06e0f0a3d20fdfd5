import { Failure } from '#lib/failure.ts'
import { uuid7 } from '#lib/uuid7.ts'
import type { Transaction } from '#platform/database/database.ts'

import type { Member } from '../members/member.ts'
import type { Newsroom } from '../newsroom.ts'
import { readSettings } from '../settings/read-settings.ts'
import type { HeldEdition } from './edition-store.ts'
import { lockEdition, readRevision, setState } from './edition-store.ts'
import { liveEditionOf, tagsOf } from './live-edition.ts'
import { endAt, putLive, readLiveRows, removeLive } from './live-store.ts'
import { authorize, mayRelease } from './story-policy.ts'

export type Release = {
  edition: string
  /** Absent: the latest. */
  revision?: number
  /** Absent: now. A second to come: readers see it from then on, whether or not any job runs. */
  at?: Date
  isEmbargoed?: boolean
  /** What was wrong, for readers; only what is already before them can be corrected. */
  correction?: string
}

/** Releases a revision, now or at a time; it takes the place of whatever was scheduled for the edition before. Returns the release's id. */
export async function releaseStory(newsroom: Newsroom, by: Member, release: Release): Promise<string> {
  authorize(mayRelease(by), 'release this story')
  return newsroom.db.transact(async (tx) => {
    const edition = await lockEdition(tx, release.edition)
    return showRevision(newsroom, tx, by, edition, release)
  })
}

/** Corrects what readers see with a public note. */
export async function correctStory(newsroom: Newsroom, by: Member, correction: Release & { correction: string }): Promise<string> {
  if (correction.correction.trim() === '') throw new Failure('invalid', 'no-note', 'A correction needs a note that says what was wrong.')
  return releaseStory(newsroom, by, correction)
}

async function showRevision(newsroom: Newsroom, tx: Transaction, by: Member, edition: HeldEdition, release: Release): Promise<string> {
  const now = newsroom.clock.now()
  const from = release.at && release.at > now ? release.at : now
  const number = release.revision ?? edition.revision
  const content = await readRevision(tx, edition.id, number)
  const { languages, timeZone } = await readSettings(tx)
  const defaultLanguage = languages[0] ?? 'en'
  const { shown, next } = await readLiveRows(tx, edition.id, now)
  if (release.correction && !shown) throw new Failure('conflict', 'not-live', 'Only a released story can be corrected; release it first.')
  if (next) await callOff(tx, next.release_id, now)
  if (next) await removeLive(tx, next, { now, defaultLanguage })
  if (shown) tx.touch(tagsOf(shown, defaultLanguage))
  if (shown && from > now) await endAt(tx, shown, from)
  if (shown && from <= now) await removeLive(tx, shown, { now, defaultLanguage })
  const id = uuid7(now)
  await recordRelease(tx, by, { id, edition: edition.id, revision: number, from, now, kind: kindOf(release, shown !== undefined), release })
  const corrections = [
    ...(shown?.corrections ?? []),
    ...(release.correction ? [{ at: from.toISOString(), note: release.correction.trim() }] : []),
  ]
  const live = liveEditionOf(
    { release: id, edition: edition.id, story: edition.story, language: edition.language, rank: edition.rank, timeZone },
    content,
    { visibleFrom: from, publishedAt: shown?.published_at ?? from, modifiedAt: shown ? from : null, corrections },
  )
  await putLive(tx, [live], { now, defaultLanguage, ...(shown && { replaced: shown }) })
  // Until its second a scheduled story is as gone as before.
  if (from <= now) await tx.deleteFrom('live.withdrawal').where('edition_id', '=', edition.id).execute()
  await setState(tx, edition.id, shown || from <= now ? 'released' : 'scheduled')
  return id
}

function kindOf(release: Release, isShown: boolean): 'first' | 'correction' | 'minor' {
  if (!isShown) return 'first'
  return release.correction ? 'correction' : 'minor'
}

async function callOff(tx: Transaction, release: string, now: Date): Promise<void> {
  await tx.updateTable('newsroom.release').set({ called_off_at: now }).where('id', '=', release).execute()
}

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
      public_note: of.release.correction ?? null,
      released_by: by.name,
      recorded_at: of.now,
      called_off_at: null,
    })
    .execute()
}
