import { Failure } from '#lib/failure.ts'

/** Refuses a change that was made from another version than the one there is now; asked under the lock of what is changed. */
export function requireLatest(held: { version: number }, madeFrom: number): void {
  if (held.version !== madeFrom) throw changedMeanwhile()
}

export const changedMeanwhile = (): Failure =>
  new Failure('conflict', 'changed-meanwhile', 'Someone else changed this meanwhile. Read it again, and put in what you changed.')

export const isChangedMeanwhile = (error: unknown): error is Failure => error instanceof Failure && error.code === 'changed-meanwhile'
