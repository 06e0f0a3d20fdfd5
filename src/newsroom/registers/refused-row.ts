import type { FailureValues } from '#lib/failure.ts'
import { Failure } from '#lib/failure.ts'

/** A row of a table that is left out: the reason in English, and all that is wrong with it, as Failures say it. */
export type RefusedRow = { line: number; reason: string; why: { code: string; message: string; values: FailureValues }[] }

/** So many of its failures a row tells at most: whoever mends those sees the rest. */
export const mostFailures = 20

/** Cells of a row that cannot be read, and how many more of its failures are not told. */
export class WrongCells extends Error {
  readonly failures: readonly Failure[]
  readonly untold: number

  constructor(failures: readonly Failure[], untold = 0) {
    super('wrong cells')
    this.failures = failures
    this.untold = untold
  }
}

/** The row that an error is about, with at most so many of its failures; what is no failure of the row goes on. */
export function refusedRow(line: number, error: unknown, most = mostFailures): RefusedRow {
  if (!(error instanceof Failure) && !(error instanceof WrongCells)) throw error
  const { failures: all, untold } = error instanceof WrongCells ? error : { failures: [error], untold: 0 }
  const more = untold + Math.max(0, all.length - most)
  const failures = [...all.slice(0, most), ...(more > 0 ? [moreWrong(more)] : [])]
  return {
    line,
    reason: failures.map(({ message }) => message).join(' '),
    why: failures.map(({ code, message, values }) => ({ code, message, values })),
  }
}

const moreWrong = (n: number): Failure =>
  new Failure('invalid', 'cells-more', `More is wrong in this row (${n} more). Mend these first.`, { values: { n } })
