import type { z } from 'zod'

import { splitCell } from '#lib/csv.ts'
import { Failure } from '#lib/failure.ts'

import type { Field, Register } from '../entries/field.ts'
import type { TableColumn } from './table-columns.ts'
import { keyHeader } from './table-columns.ts'

/** A row of a table as it was sent, its cells as `plainCell` reads them. */
type Row = { register: Register; columns: readonly TableColumn[]; cells: readonly string[] }
type Issue = z.core.$ZodIssue

/** What is wrong with the cells of a row, each named with its column, what stands in it and what to write instead. */
export function cellFailures(issues: readonly Issue[], row: Row): Failure[] {
  const split = new Map<string, string[]>()
  const partsOf = (cell: string): string[] => {
    const parts = split.get(cell) ?? splitCell(cell)
    split.set(cell, parts)
    return parts
  }
  return issues.map((issue) => failureOf(issue, cellAt(issue, row, partsOf)))
}

/** Cells that are longer than anything that they could say, before anything is read of them. */
export function longCells({ register, columns, cells }: Row): Failure[] {
  return columns.flatMap(({ header, field }, position) => {
    const [text, named] = [cells[position] ?? '', register.fields.find(({ name }) => name === field)]
    const most = longestOf(named)
    return text.length > most ? [tooLong({ column: header, text: shortened(text), field: named }, most)] : []
  })
}

// Fifty objectives of 1,000 characters, with a backslash before each and a line between them; nothing else is longer than a description.
const longestOf = (field: Field | undefined): number =>
  field && ['lines', 'names', 'many', 'rows'].includes(field.kind) ? 50 * (2 * 1000 + 1) : 20_000

type Cell = { column: string; text: string; field: Field | undefined }

function failureOf(issue: Issue, cell: Cell): Failure {
  if (issue.code === 'custom') return (problems[String(issue.params?.['problem'])] ?? notUnderstood)(cell)
  if (issue.code === 'invalid_value') return noChoice(cell, issue.values.map(String).join(', '))
  if (cell.text === '' && issue.code !== 'too_big') return missing(cell)
  if (issue.code === 'invalid_type') return issue.expected === 'int' ? noWholeNumber(cell) : notUnderstood(cell)
  if (issue.code === 'invalid_format') return (formats[issue.format] ?? notUnderstood)(cell)
  const { field } = cell
  if ((issue.code === 'too_big' || issue.code === 'too_small') && issue.origin === 'number')
    return outOfRange(cell, rangeOf(cell.column, field))
  if (issue.code === 'too_big')
    return issue.origin === 'string' ? tooLong(cell, Number(issue.maximum)) : tooMany(cell, Number(issue.maximum))
  return notUnderstood(cell)
}

/** The cell that an issue is about. */
function cellAt({ path }: Issue, { register, columns, cells }: Row, partsOf: (cell: string) => string[]): Cell {
  const [name = '', ...inside] = path.map(String)
  const field = register.fields.find((one) => one.name === name)
  const column = headerOf(field, inside, columns) ?? (field ? name : keyHeader(register))
  const said = (cells[columns.findIndex(({ header }) => header === column)] ?? '').trim()
  const place = inside.find((part) => /^\d+$/.test(part))
  const text = place === undefined ? said : (partsOf(said)[Number(place)] ?? said)
  return { column, text: shortened(text), field }
}

const longestSaid = 60

function shortened(text: string): string {
  const signs = Array.from(text.slice(0, 4 * longestSaid))
  return signs.length > longestSaid ? `${signs.slice(0, longestSaid).join('')}…` : text
}

function headerOf(field: Field | undefined, inside: string[], columns: readonly TableColumn[]): string | undefined {
  if (!field) return undefined
  const of = (part: string | undefined) => (part === undefined ? undefined : `${field.name}:${part}`)
  if (field.kind === 'words' || field.kind === 'lines')
    return of(inside[0]) ?? columns.find((one) => one.field === field.name)?.header ?? of('en')
  return field.kind === 'rows' ? of(field.also.find(({ name }) => inside.includes(name))?.name) : undefined
}

function rangeOf(column: string, field: Field | undefined): { least: number; most: number } {
  const also = field?.kind === 'rows' ? field.also.find(({ name }) => column.endsWith(`:${name}`)) : field
  return also?.kind === 'number' ? also : { least: 0, most: 0 }
}

const missing = ({ column }: Cell) =>
  new Failure('invalid', 'cell-missing', `Column “${column}” is empty. Write what belongs there.`, { values: { column } })

const noChoice = ({ column, text }: Cell, choices: string) =>
  text === ''
    ? new Failure('invalid', 'cell-no-choice', `Column “${column}” is empty. Write one of ${choices}.`, { values: { column, choices } })
    : new Failure('invalid', 'cell-other-choice', `Column “${column}”: “${text}” cannot be chosen. Write one of ${choices}.`, {
        values: { column, text, choices },
      })

const tooLong = ({ column, text }: Cell, most: number) =>
  new Failure('invalid', 'cell-too-long', `Column “${column}”: “${text}” is longer than ${most} characters. Shorten it.`, {
    values: { column, text, most },
  })

const tooMany = ({ column }: Cell, most: number) =>
  new Failure('invalid', 'cell-too-many', `Column “${column}” holds more than ${most} things. Take some out.`, { values: { column, most } })

const outOfRange = ({ column, text }: Cell, { least, most }: { least: number; most: number }) =>
  new Failure(
    'invalid',
    'cell-out-of-range',
    `Column “${column}”: “${text}” is not between ${least} and ${most}. Write a number between them.`,
    {
      values: { column, text, least, most },
    },
  )

const noWholeNumber = ({ column, text }: Cell) =>
  new Failure('invalid', 'cell-no-whole-number', `Column “${column}”: “${text}” is no whole number. Write it without a fraction.`, {
    values: { column, text },
  })

const notUnderstood = ({ column, text }: Cell) =>
  new Failure('invalid', 'bad-cell', `Column “${column}”: “${text}” is not understood. See how the exported table writes it.`, {
    values: { column, text },
  })

const noAddress = ({ column, text }: Cell) =>
  new Failure(
    'invalid',
    'cell-no-address',
    `Column “${column}”: “${text}” is no address. Write letters and digits, with hyphens between words: two-banks.`,
    { values: { column, text } },
  )

const formats: { [format: string]: (cell: Cell) => Failure } = {
  regex: noAddress,
  url: ({ column, text }) =>
    new Failure(
      'invalid',
      'cell-no-website',
      `Column “${column}”: “${text}” is no address of a website. Write it whole: https://example.org.`,
      {
        values: { column, text },
      },
    ),
  date: ({ column, text }) =>
    new Failure('invalid', 'cell-no-day', `Column “${column}”: “${text}” is no day. Write year, month and day: 2026-05-03.`, {
      values: { column, text },
    }),
}

/** What the refinements of the registers' inputs call what is wrong. */
const problems: { [problem: string]: (cell: Cell) => Failure } = {
  missing,
  'ends-early': ({ column, text }) =>
    new Failure('invalid', 'cell-ends-early', `Column “${column}”: “${text}” is before the first day. Mend one of the two.`, {
      values: { column, text },
    }),
  shares: ({ column }) =>
    new Failure('invalid', 'cell-shares', `Column “${column}”: the shares come to more than 100 %. Lower them.`, { values: { column } }),
  'no-code': ({ column, text }) =>
    new Failure(
      'invalid',
      'cell-no-code',
      `Column “${column}”: “${text}” is no code of a place. Write MD for a country, 150 or WB6 for a region, city/MD/balti for a city.`,
      { values: { column, text } },
    ),
  'city-elsewhere': ({ column }) =>
    new Failure('invalid', 'cell-city-elsewhere', `Column “${column}”: a city lies within the country of its code. Write that country.`, {
      values: { column },
    }),
  'half-a-point': ({ column }) =>
    new Failure('invalid', 'cell-half-a-point', `Column “${column}”: latitude and longitude stand together. Write both, or neither.`, {
      values: { column },
    }),
  'no-ror': ({ column, text }) =>
    new Failure('invalid', 'cell-no-ror', `Column “${column}”: “${text}” is no ROR identifier. Write it as in 03yrm5c26.`, {
      values: { column, text },
    }),
}
