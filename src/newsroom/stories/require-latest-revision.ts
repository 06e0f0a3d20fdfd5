import { Failure } from '#lib/failure.ts'

/** Refuses an act upon another revision than the latest that whoever asks has seen; asked under the edition's lock. Absent: whatever is the latest. */
export function requireLatestRevision(edition: { revision: number }, seen: number | undefined): void {
  if (seen === undefined || edition.revision === seen) return
  throw new Failure('conflict', 'stale-revision', `Nothing was done: revision ${edition.revision} was saved meanwhile. Read it first.`, {
    values: { latest: edition.revision },
  })
}
