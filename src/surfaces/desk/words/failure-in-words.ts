import { Failure } from '#lib/failure.ts'
import { filled } from '#lib/filled.ts'
import { RefusedInput } from '#newsroom/refused-input.ts'

import type { DeskWords } from './desk-words.ts'
import type { ShownFault } from './faults-in-words.ts'
import { faultAt, shownFaults } from './faults-in-words.ts'

type Said = Pick<Failure, 'code' | 'message' | 'values'>

/** What a failure says in the language of the desk. Its own line, which is English, where that is the desk's language. */
export function failureInWords(failure: Said, say: DeskWords): string {
  if (failure instanceof RefusedInput)
    return shownFaults(failure.code, failure.faults, say)
      .map(({ text }) => text)
      .join(' ')
  const { code, message, values } = failure
  const { codes } = say.failures
  const sentence = Object.hasOwn(codes, code) ? codes[code] : undefined
  if (sentence === undefined) return message
  const field = values['field'] === undefined ? {} : { field: fieldInWords(String(values['field']), say) }
  const language = values['language'] === undefined ? {} : { language: languageInWords(String(values['language']), say.language) }
  return filled(sentence, { ...values, ...field, ...language })
}

/** The faults that a failure tells of: all that is wrong, or its one line at the field that it names; none, where it names none. */
export function faultsOf(failure: unknown, say: DeskWords): ShownFault[] {
  if (failure instanceof RefusedInput) return shownFaults(failure.code, failure.faults, say)
  if (!(failure instanceof Failure)) return []
  const { field, position } = failure.values
  return typeof field === 'string' ? [faultAt(field, failureInWords(failure, say), Number(position ?? 0))] : []
}

/** A field by its label, as far as we have one: 'name.fr' by that of `name`. */
function fieldInWords(path: string, { history, registers }: DeskWords): string {
  const [first = ''] = path.split('.')
  const labels: Readonly<Record<string, string>> = { ...registers.fields, ...history.fields }
  return (Object.hasOwn(labels, first) ? labels[first] : undefined) ?? path
}

/** A language by its name in that of the desk; what is no tag stays as it is. */
function languageInWords(language: string, inLanguage: string): string {
  try {
    return new Intl.DisplayNames([inLanguage], { type: 'language' }).of(language) ?? language
  } catch {
    return language
  }
}
