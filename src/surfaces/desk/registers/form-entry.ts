import type { Field, Register } from '#newsroom/entries/field.ts'
import { rowsOf } from '#newsroom/entries/field.ts'

import { field as textIn } from '../frame/form.ts'

/** What was typed of an entry, as facts for the schema to judge. */
export type Draft = Readonly<Record<string, unknown>>

export function draftOfForm(register: Register, form: FormData): Draft {
  const facts = register.fields.map((field) => [field.name, valueIn(field, form)])
  return { slug: textIn(form, 'slug'), ...Object.fromEntries(facts) }
}

/** A blank form: what most entries begin as; with the name, if somebody looked for it in vain. */
export function blankDraft(register: Register, sought: { name: string; language: string }): Draft {
  const name = sought.name.slice(0, 200).trim()
  const called = name === '' ? {} : { [register.title]: { [sought.language]: name } }
  const ticked = register.fields.filter(({ name }) => name === 'isPublic').map(({ name }) => [name, true])
  const first = register.fields.flatMap((field) => (field.kind === 'choice' ? [[field.name, startOf(field.name, field.of)]] : []))
  return { slug: '', ...Object.fromEntries([...ticked, ...first]), ...called }
}

const startOf = (name: string, of: readonly string[]): string =>
  name === 'status' ? 'running' : of.includes('city') ? 'city' : (of[0] ?? '')

/** A form with other rows, and the part of it that has the focus then: `funders 2` is a row, `funders up 2` its button, `funders add` the last. */
export type Reshaped = { draft: Draft; focus: string }

/**
 * A row more or less, or in another place, as a button without script asks: `add funders`, `remove funders 2` (the first is 0), `up funders 2`,
 * `down funders 2`. Undefined where the form is to be saved.
 */
export function withRows(register: Register, draft: Draft, asked: string): Reshaped | undefined {
  const [act, name = '', said] = asked.split(' ')
  const field = register.fields.find((one) => one.name === name && one.kind === 'rows')
  if (!field) return undefined
  const rows = rowsOf(draft[name])
  const at = Number(said)
  const shaped = (now: typeof rows, focus: string): Reshaped => ({ draft: { ...draft, [name]: now }, focus: `${name} ${focus}` })
  if (act === 'add') return shaped([...rows, {}], String(rows.length))
  if (act === 'remove') return shaped(rows.toSpliced(at, 1), 'add')
  const row = rows[at]
  const to = act === 'up' ? at - 1 : at + 1
  if ((act !== 'up' && act !== 'down') || !row || !(to in rows)) return undefined
  const isLast = to === rows.length - 1
  return shaped(rows.toSpliced(at, 1).toSpliced(to, 0, row), `${(act === 'up' ? to === 0 : !isLast) ? 'down' : 'up'} ${to}`)
}

function valueIn(field: Field, form: FormData): unknown {
  const { name } = field
  switch (field.kind) {
    case 'words':
      return Object.fromEntries(languagesOf(form, name).map((language) => [language, textIn(form, `${name} ${language}`)]))
    case 'lines':
      return Object.fromEntries(languagesOf(form, name).map((language) => [language, linesIn(textIn(form, `${name} ${language}`))]))
    case 'names':
      return linesIn(textIn(form, name))
    case 'tick':
      return textIn(form, name) !== ''
    case 'many':
      return form.getAll(name).map(String)
    case 'number':
      return numberIn(textIn(form, name), field.isRequired ? 0 : null)
    case 'rows':
      return rowsIn(field, form)
    case 'choice':
      return textIn(form, name)
    case 'text':
    case 'day':
    case 'web':
    case 'one':
      return textIn(form, name) || null
  }
}

function languagesOf(form: FormData, name: string): string[] {
  return [...form.keys()].flatMap((key) => (key.startsWith(`${name} `) ? [key.slice(name.length + 1)] : []))
}

const linesIn = (text: string): string[] => text.split(/\r?\n/).map((line) => line.trim())

// What is no number stays as it was typed, for the schema to refuse.
function numberIn(text: string, none: number | null): unknown {
  if (text === '') return none
  const number = Number(text.replace(',', '.'))
  return Number.isNaN(number) ? text : number
}

/** Rows of selects and fields beside each other. */
function rowsIn(field: Extract<Field, { kind: 'rows' }>, form: FormData): Record<string, unknown>[] {
  const column = (name: string) => form.getAll(`${field.name} ${name}`).map((value) => (typeof value === 'string' ? value.trim() : ''))
  const also = field.also.map((one) => ({ ...one, values: column(one.name) }))
  return column(field.each).map((id, position) => {
    const beside = also.map(({ name, kind, values }) => {
      const text = values[position] ?? ''
      return [name, kind === 'number' ? numberIn(text, null) : text || null]
    })
    return { [field.each]: id, ...Object.fromEntries(beside) }
  })
}

/** The facts without rows in which nothing was written. */
export function withoutBlankRows(register: Register, draft: Draft): Draft {
  const filled = register.fields.flatMap((field) =>
    field.kind === 'rows'
      ? [[field.name, rowsOf(draft[field.name]).filter((row) => Object.values(row).some((said) => said !== '' && said !== null))]]
      : [],
  )
  return { ...draft, ...Object.fromEntries(filled) }
}
