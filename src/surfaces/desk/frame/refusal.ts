import { Failure } from '#lib/failure.ts'

import type { DeskContext } from '../desk.ts'
import { failureInWords, faultsOf } from '../words/failure-in-words.ts'
import type { ShownFault } from '../words/faults-in-words.ts'

/** Why a form was not taken, and what of it is to be mended. */
export type Refusal = { failure: string; faults: readonly ShownFault[]; status: 409 | 422 }

/** A form that was refused: the address that it was sent to, or another name, and what was typed in it. */
export type RefusedForm = Pick<Refusal, 'failure' | 'faults'> & { form: string; typed: FormData }

/** What whoever typed can mend comes back with what was typed; the rest goes on. */
export function refusal(c: DeskContext, error: unknown): Refusal {
  if (!(error instanceof Failure) || !isMendable(error)) throw error
  const say = c.get('say')
  return { failure: failureInWords(error, say), faults: faultsOf(error, say), status: error.kind === 'conflict' ? 409 : 422 }
}

// What may not be done without a reason can be done with one: the field for it is named.
const isMendable = ({ kind, values }: Failure): boolean =>
  kind === 'invalid' || kind === 'conflict' || (kind !== 'unavailable' && values['field'] !== undefined)

/** The same of one form of a page with several. */
export function refusedForm(c: DeskContext, error: unknown, typed: FormData, form = c.req.path): RefusedForm & Refusal {
  return { ...refusal(c, error), form, typed }
}

/** Reads what one field of a form holds; whatever is wrong with that is said at the field. */
export async function readingField<T>(field: string, read: () => T | Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    if (!(error instanceof Failure) || error.kind !== 'invalid' || error.values['field'] !== undefined) throw error
    throw new Failure('invalid', error.code, error.message, { cause: error, values: { ...error.values, field } })
  }
}
