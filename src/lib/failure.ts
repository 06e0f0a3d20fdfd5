/**
 * A failure that we expect and explain: a stable code for programs, one line for people that says what to do.
 * Anything thrown that is not a Failure is a bug.
 */
export class Failure extends Error {
  readonly code: string
  readonly kind: FailureKind

  constructor(kind: FailureKind, code: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'Failure'
    this.kind = kind
    this.code = code
  }
}

/** How the outside hears of it: invalid 422/exit 1, missing 404, refused 403, conflict 409, unavailable 503. */
export type FailureKind = 'invalid' | 'missing' | 'refused' | 'conflict' | 'unavailable'
