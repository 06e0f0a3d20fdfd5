/**
 * A failure that we expect and explain: a stable code for programs, one line for people that says what to do.
 * Anything thrown that is not a Failure is a bug.
 */
export class Failure extends Error {
  readonly code: string
  readonly kind: FailureKind
  /** What the line names, for whoever says it in another language. */
  readonly values: FailureValues

  constructor(kind: FailureKind, code: string, message: string, options: ErrorOptions & { values?: FailureValues } = {}) {
    super(message, options)
    this.name = 'Failure'
    this.kind = kind
    this.code = code
    this.values = options.values ?? {}
  }
}

export type FailureValues = Readonly<Record<string, string | number>>

/** How the outside hears of it: invalid 422/exit 1, missing 404, refused 403, conflict 409, unavailable 503. */
export type FailureKind = 'invalid' | 'missing' | 'refused' | 'conflict' | 'unavailable'
