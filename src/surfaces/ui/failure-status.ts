import type { FailureKind } from '#lib/failure.ts'

/** What HTTP says of each kind of failure, at the desk and to programs. */
export const failureStatus = { invalid: 422, missing: 404, refused: 403, conflict: 409, unavailable: 503 } as const satisfies Record<
  FailureKind,
  number
>
