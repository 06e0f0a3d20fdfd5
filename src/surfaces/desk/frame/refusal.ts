import { Failure } from '#lib/failure.ts'

import type { DeskContext } from '../desk.ts'
import { failureInWords } from '../words/failure-in-words.ts'
import type { ShownFault } from '../words/faults-in-words.ts'
import { faultsOf } from '../words/faults-in-words.ts'

/** Why a form was not taken, and what of it is to be mended. */
export type Refusal = { failure: string; faults: ShownFault[]; status: 409 | 422 }

/** What whoever typed can mend comes back with what was typed; the rest goes on. */
export function refusal(c: DeskContext, error: unknown): Refusal {
  if (!(error instanceof Failure) || (error.kind !== 'invalid' && error.kind !== 'conflict')) throw error
  const say = c.get('say')
  return { failure: failureInWords(error, say), faults: faultsOf(error, say), status: error.kind === 'conflict' ? 409 : 422 }
}
