import { Failure } from '#lib/failure.ts'
import { joinCell, splitCell } from '#lib/csv.ts'

import { languageTag } from '../entries/entry-input.ts'
import type { Field, Register } from '../entries/field.ts'
import { linesOf, namesOf, rowsOf, textOf, wordsOf } from '../entries/field.ts'
import type { KnownEntries } from './known-entries.ts'

/** A column of a register's table: how a cell says a fact, and how it changes the facts of a row. */
export type TableColumn = {
  header: string
  field: string
  write(entry: Readonly<Record<string, unknown>>, known: KnownEntries): string
  /** Changes the facts, which are the row's `ownFacts`; throws a Failure with what is wrong with the cell. */
  read(facts: Record<string, unknown>, cell: string, known: KnownEntries): void
}

/** What an entry says as columns may change it, one after the other; each row of a table begins with its own. */
export function ownFacts(register: Register, entry: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const facts: Record<string, unknown> = { ...entry }
  for (const { name, kind } of register.fields) {
    if (kind === 'words') facts[name] = wordsOf(facts[name])
    if (kind === 'lines') facts[name] = linesOf(facts[name])
  }
  return facts
}

/** The columns of a register in its order, for texts one a language: `name:en`, `name:fr`. */
export function columnsOf(register: Register, languages: readonly string[]): TableColumn[] {
  return [slugColumn(register), ...register.fields.flatMap((field) => columnsOfField(field, languages))]
}

/** The column under a header; languages that the newsroom does not publish in are taken too. */
export function columnCalled(register: Register, header: string): TableColumn {
  const [, language] = header.split(':')
  const known = columnsOf(register, language !== undefined && languageTag.test(language) ? [language] : [])
  const found = known.find((column) => column.header === header)
  if (found) return found
  const names = columnsOf(register, ['en']).map((column) => column.header)
  throw new Failure('invalid', 'unknown-column', `The column “${header}” is not known. Known are ${names.join(', ')}.`, {
    values: { column: header, known: names.join(', ') },
  })
}

export const keyHeader = (register: Register): string => (register.key === 'code' ? 'code' : 'slug')

function slugColumn(register: Register): TableColumn {
  return {
    header: keyHeader(register),
    field: 'slug',
    write: (entry) => textOf(entry['slug']),
    read: (facts, cell) => void (facts['slug'] = cell.trim()),
  }
}

function columnsOfField(field: Field, languages: readonly string[]): TableColumn[] {
  if (field.kind === 'words') return languages.map((language) => wordsColumn(field, language))
  if (field.kind === 'lines') return languages.map((language) => linesColumn(field, language))
  if (field.kind === 'rows') return [rowsColumn(field), ...field.also.map((_, part) => alsoColumn(field, part))]
  return [plainColumn(field)]
}

function wordsColumn({ name }: Field, language: string): TableColumn {
  return {
    header: `${name}:${language}`,
    field: name,
    write: (entry) => textOf(saidIn(entry[name], language)),
    read: (facts, cell) => say(facts[name], language, cell),
  }
}

function linesColumn({ name }: Field, language: string): TableColumn {
  return {
    header: `${name}:${language}`,
    field: name,
    write: (entry) => joinCell(namesOf(saidIn(entry[name], language))),
    read: (facts, cell) => say(facts[name], language, splitCell(cell)),
  }
}

// One language at a time: to read all of them for each would read a wide table once for every column.
function saidIn(texts: unknown, language: string): unknown {
  return typeof texts === 'object' && texts !== null && Object.hasOwn(texts, language) ? Reflect.get(texts, language) : undefined
}

function say(texts: unknown, language: string, said: string | string[]): void {
  if (typeof texts === 'object' && texts !== null) Reflect.set(texts, language, said)
}

function plainColumn(field: Exclude<Field, { kind: 'words' | 'lines' | 'rows' }>): TableColumn {
  const { name } = field
  return {
    header: name,
    field: name,
    write: (entry, known) => written(field, entry[name], known),
    read: (facts, cell, known) => void (facts[name] = readPlain(field, cell, known)),
  }
}

function written(field: Exclude<Field, { kind: 'words' | 'lines' | 'rows' }>, value: unknown, known: KnownEntries): string {
  if (field.kind === 'tick') return value === true ? 'yes' : 'no'
  if (field.kind === 'names') return joinCell(namesOf(value))
  if (field.kind === 'one') return typeof value === 'string' ? (known[field.of].slugOf.get(value) ?? value) : ''
  if (field.kind === 'many') return joinCell(namesOf(value).map((id) => known[field.of].slugOf.get(id) ?? id))
  return textOf(value)
}

function readPlain(field: Exclude<Field, { kind: 'words' | 'lines' | 'rows' }>, cell: string, known: KnownEntries): unknown {
  const text = cell.trim()
  if (field.kind === 'names') return splitCell(cell)
  if (field.kind === 'many') return splitCell(cell).map((slug) => idCalled(field, slug, known))
  if (field.kind === 'one') return text === '' ? null : idCalled(field, text, known)
  if (field.kind === 'tick') return ticked(field.name, text)
  if (field.kind === 'number') return numberIn(field, text)
  return text === '' ? null : text
}

function ticked(name: string, text: string): boolean {
  if (/^(yes|true|1|x)$/i.test(text)) return true
  if (/^(no|false|0|)$/i.test(text)) return false
  throw new Failure('invalid', 'cell-no-tick', `Column “${name}”: “${text}” is neither yes nor no. Write one of the two.`, {
    values: { column: name, text },
  })
}

// What nobody may leave out begins at nought.
function numberIn(field: { name: string; isRequired?: boolean }, text: string): number | null {
  if (text === '') return field.isRequired ? 0 : null
  if (!/^-?\d+([.,]\d+)?(e[+-]?\d+)?$/i.test(text))
    throw new Failure('invalid', 'cell-no-number', `Column “${field.name}”: “${text}” is no number. Write digits: 48.2.`, {
      values: { column: field.name, text },
    })
  return Number(text.replace(',', '.'))
}

function idCalled(field: { name: string; of: keyof KnownEntries }, said: string, known: KnownEntries): string {
  const slug = said.trim()
  const id = known[field.of].idOf.get(slug)
  if (id !== undefined) return id
  throw new Failure(
    'invalid',
    'cell-unknown-entry',
    `Column “${field.name}”: there is no “${slug}” among the ${field.of}. Write the address of one that is there, or add it first.`,
    { values: { column: field.name, text: slug } },
  )
}

type RowsField = Extract<Field, { kind: 'rows' }>

function rowsColumn(field: RowsField): TableColumn {
  return {
    header: field.name,
    field: field.name,
    write: (entry, known) => joinCell(rowsOf(entry[field.name]).map((row) => known[field.of].slugOf.get(textOf(row[field.each])) ?? '')),
    read: (facts, cell, known) => {
      const before = rowsOf(facts[field.name])
      const blank = Object.fromEntries(field.also.map(({ name }) => [name, null]))
      // What stands beside an organisation stays with it unless a column of its own says otherwise.
      facts[field.name] = splitCell(cell).map((slug, position) => {
        const id = idCalled(field, slug, known)
        return { ...blank, ...(before[position]?.[field.each] === id ? before[position] : {}), [field.each]: id }
      })
    },
  }
}

function alsoColumn(field: RowsField, part: number): TableColumn {
  const also = field.also[part]
  const name = also?.name ?? ''
  const header = `${field.name}:${name}`
  return {
    header,
    field: field.name,
    write: (entry) => joinCell(rowsOf(entry[field.name]).map((row) => textOf(row[name]))),
    read: (facts, cell) => {
      const rows = rowsOf(facts[field.name])
      const values = splitCell(cell)
      if (values.length > Math.max(1, rows.length))
        throw new Failure(
          'invalid',
          'cell-too-many-values',
          `Column “${header}” has ${values.length} values beside ${rows.length} in “${field.name}”. Write one for each.`,
          { values: { column: header, n: values.length, others: rows.length, beside: field.name } },
        )
      facts[field.name] = rows.map((row, position) => {
        const text = (values[position] ?? '').trim()
        return { ...row, [name]: also?.kind === 'number' ? numberIn({ name: header }, text) : text || null }
      })
    },
  }
}
