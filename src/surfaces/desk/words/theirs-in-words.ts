import type { Failure } from '#lib/failure.ts'

import type { DeskWords } from './desk-words.ts'
import { failureInWords } from './failure-in-words.ts'

/** After somebody else saved meanwhile: the fields in which what was typed differs from theirs, which saving it again replaces. */
export function theirsInWords(fields: readonly string[], failure: Failure, say: DeskWords): string {
  return fields.length > 0 ? say.registers.theirs(new Intl.ListFormat(say.language).format(fields)) : failureInWords(failure, say)
}
