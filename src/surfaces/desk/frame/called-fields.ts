import { Failure } from '#lib/failure.ts'
import type { RegisterName } from '#newsroom/entries/field.ts'
import { registerNames } from '#newsroom/entries/field.ts'
import type { Registers } from '#newsroom/live/read-registers.ts'

import { entriesCalled } from './entries-called.ts'

/** The field in which an entry is named that no list offers, beside the one of its id; the position counts fields of one name. */
export const calledField = (name: string, register: RegisterName, position = 0): string => `${name} called ${register} ${position}`
/** The field in which more entries are named, one a line. */
export const moreField = (name: string, register: RegisterName): string => `${name} more ${register}`

// No id begins with it.
const mark = '?'

/** The name that stands in place of an id because no register knows it. */
export const unknownName = (value: string): string | undefined => (value.startsWith(mark) ? value.slice(mark.length) : undefined)

/** `known` is the form without what no register knows; `failures` say what that is, `failure` the first of it. */
export type SettledForm = { form: FormData; known: FormData; failures: Failure[]; failure?: Failure }

/**
 * A form with ids in place of the names that were typed in it. What no register knows, or knows more than once, stays as it was typed, with a
 * mark before it.
 */
export function withIds(posted: FormData, registers: Registers, language: string): SettledForm {
  const typed = new Map([...posted].flatMap(([field, text]) => (isNaming(field) && typeof text === 'string' ? [[field, text.trim()]] : [])))
  const naming = new Naming(registers, language)
  const [form, known] = [new FormData(), new FormData()]
  const put = (field: string, text: string, id: string | undefined) => {
    form.append(field, id ?? mark + text)
    if (id !== undefined) known.append(field, id)
  }
  const counted = new Map<string, number>()
  for (const [field, value] of posted) {
    if (isNaming(field)) continue
    const position = counted.get(field) ?? 0
    counted.set(field, position + 1)
    const register = registerNames.find((one) => typed.has(calledField(field, one, position)))
    const text = (register && typed.get(calledField(field, register, position))) ?? ''
    if (register && typeof value === 'string') put(field, text, naming.idOf(register, text, { field, position }, value))
    else for (const one of [form, known]) one.append(field, value)
  }
  for (const [field, lines] of typed) {
    const [, name = '', of] = /^(.+) more ([a-z]+)$/.exec(field) ?? []
    const register = registerNames.find((one) => one === of)
    const names = lines.split(/\r?\n/).map((line) => line.trim())
    if (register) for (const text of names) if (text !== '') put(name, text, naming.idOf(register, text, { field }))
  }
  const [failure] = naming.failures
  return { form, known, failures: naming.failures, ...(failure && { failure }) }
}

/** Whether a query has names in it, for which an id is to be found. */
export const namesTyped = (query: URLSearchParams): boolean => [...query.keys()].some(isNaming)

const isNaming = (field: string): boolean => / (called [a-z]+ \d+|more [a-z]+)$/.test(field)

class Naming {
  readonly #registers: Registers
  readonly #language: string
  readonly failures: Failure[] = []

  constructor(registers: Registers, language: string) {
    this.#registers = registers
    this.#language = language
  }

  /** The id that a text names at some place of a form, '' for none: `chosen` where the text is still the name of that one. */
  idOf(register: RegisterName, text: string, at: At, chosen = ''): string | undefined {
    if (text === '') return ''
    const found = entriesCalled({ registers: this.#registers, language: this.#language, register }, text)
    const [first] = found
    if (found.some(({ value }) => value === chosen)) return chosen
    if (found.length === 1 && first) return first.value
    this.failures.push(first ? severalCalled(text, at, found) : noneCalled(text, at))
    return undefined
  }
}

type At = { field: string; position?: number }

const noneCalled = (name: string, at: At): Failure =>
  new Failure(
    'invalid',
    'unknown-name',
    `The registers know nothing called “${name}”. Write a name that they have, or add it there first.`,
    {
      values: { name, ...at },
    },
  )

function severalCalled(name: string, at: At, found: { name: string }[]): Failure {
  const names = found.slice(0, 5).map((one) => `“${one.name}”`)
  return new Failure('invalid', 'ambiguous-name', `“${name}” may be any of ${names.join(', ')}. Write which one you mean.`, {
    values: { name, names: names.join(', '), ...at },
  })
}
