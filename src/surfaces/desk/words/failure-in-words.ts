import type { Failure } from '#lib/failure.ts'
import { filled } from '#lib/filled.ts'

import type { DeskWords } from './desk-words.ts'

type Said = Pick<Failure, 'code' | 'message' | 'values'>

/** What a failure says in the language of the desk. Its own line, which is English, where that is the desk's language. */
export function failureInWords({ code, message, values }: Said, say: DeskWords): string {
  const { codes } = say.failures
  const sentence = Object.hasOwn(codes, code) ? codes[code] : undefined
  if (sentence === undefined) return message
  const field = values['field'] === undefined ? {} : { field: fieldInWords(String(values['field']), say) }
  return filled(sentence, { ...values, ...field })
}

/** A field by its label, as far as we have one: 'name.fr' by that of `name`. */
function fieldInWords(path: string, { history, registers }: DeskWords): string {
  const [first = ''] = path.split('.')
  const labels: Readonly<Record<string, string>> = { ...registers.fields, ...history.fields }
  return (Object.hasOwn(labels, first) ? labels[first] : undefined) ?? path
}
