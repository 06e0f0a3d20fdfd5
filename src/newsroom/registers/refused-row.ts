import type { FailureValues } from '#lib/failure.ts'
import { Failure } from '#lib/failure.ts'

/** A row of a table that is left out: the reason in English, and all that is wrong with it, as Failures say it. */
export type RefusedRow = { line: number; reason: string; why: { code: string; message: string; values: FailureValues }[] }

/** Cells of a row that cannot be read. */
export class WrongCells extends Error {
  readonly failures: readonly Failure[]

  constructor(failures: readonly Failure[]) {
    super('wrong cells')
    this.failures = failures
  }
}

/** The row that an error is about; what is no failure of the row goes on. */
export function refusedRow(line: number, error: unknown): RefusedRow {
  if (!(error instanceof Failure) && !(error instanceof WrongCells)) throw error
  const failures = error instanceof WrongCells ? error.failures : [error]
  return {
    line,
    reason: failures.map(({ message }) => message).join(' '),
    why: failures.map(({ code, message, values }) => ({ code, message, values })),
  }
}
