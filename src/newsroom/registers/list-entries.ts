import { sql } from 'kysely'

import { fold } from '#lib/fold.ts'
import type { Reader } from '#platform/database/database.ts'

import type { HeldEntry } from '../entries/entry-store.ts'
import type { Register } from '../entries/field.ts'
import { namesOf, textOf, wordsOf } from '../entries/field.ts'
import { placeKind } from '../live/register-shapes.ts'
import { displayName } from '../suggestions/place-names.ts'

/** An entry in a list of the desk, under its name in a language. */
export type EntryLine = {
  id: string
  slug: string
  name: string
  acronym: string | null
  otherNames: string[]
  isArchived: boolean
  kind: string | null
}

export type EntryQuery = {
  /** Words of any of its names, in any language. */
  text?: string
  withArchived?: boolean
  /** The id of the last entry of the page before. */
  after?: string
  /** An id that is left out. */
  without?: string
}

export const entriesAPage = 50

/** The entries of a register by name (sections in their order), a page at a time by key; those that were merged are left out. */
export async function listEntries(
  db: Reader,
  register: Register,
  language: string,
  query: EntryQuery,
): Promise<{ lines: EntryLine[]; next: string | undefined; total: number }> {
  const rows = await readRows(db, register, query)
  const words = fold(query.text ?? '')
    .split(/\s+/)
    .filter((word) => word !== '')
  const named = rows.map((row) => ({ line: lineOf(register, row, language), row }))
  const found = named.filter(
    ({ line, row }) => line.id !== query.without && words.every((word) => allNames(register, line, row).includes(word)),
  )
  const collator = new Intl.Collator(language)
  const lines = found.map(({ line }) => line)
  if (register.name !== 'sections') lines.sort((a, b) => collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1))
  const from = query.after === undefined ? 0 : lines.findIndex(({ id }) => id === query.after) + 1
  const page = lines.slice(from, from + entriesAPage)
  return { lines: page, next: from + entriesAPage < lines.length ? page.at(-1)?.id : undefined, total: lines.length }
}

/** The entries that were merged straight into one. */
export async function listMergedInto(db: Reader, register: Register, id: string, language: string): Promise<EntryLine[]> {
  const rows = await select(db, register, sql`merged_into = ${id}`)
  return rows.map((row) => lineOf(register, row, language))
}

/** An entry that was read whole, as a line of a list. */
export function lineOfEntry(register: Register, { id, entry, archivedAt }: HeldEntry, language: string): EntryLine {
  const row = { ...entry, id, entry_slug: entry.slug, name: entry[register.title], alternative_names: entry['alternativeNames'] }
  return lineOf(register, { ...row, is_archived: archivedAt !== null }, language)
}

type Row = Record<string, unknown>

function readRows(db: Reader, register: Register, { withArchived = false }: EntryQuery): Promise<Row[]> {
  return select(db, register, withArchived ? sql`merged_into is null` : sql`merged_into is null and archived_at is null`)
}

async function select(db: Reader, register: Register, where: ReturnType<typeof sql>): Promise<Row[]> {
  const known = new Set(register.fields.map(({ column }) => column))
  const more = ['acronym', 'kind'].filter((column) => known.has(column)).map((column) => sql`, ${sql.ref(column)}`)
  const order = register.name === 'sections' ? sql`position, slug` : sql.ref(register.key)
  const { rows } =
    await sql<Row>`select ${sql.ref(register.key)}::text as id, ${sql.ref(register.key === 'id' ? 'slug' : 'code')} as entry_slug,
    ${sql.ref(register.title)} as name, alternative_names, archived_at is not null as is_archived ${sql.join(more, sql``)}
    from ${sql.table(register.table)} where ${where} order by ${order}`.execute(db)
  return rows
}

function lineOf(register: Register, row: Row, language: string): EntryLine {
  const names = wordsOf(row['name'])
  const slug = textOf(row['entry_slug'])
  const kind = textOf(row['kind']) || null
  const name =
    register.name === 'places'
      ? displayName({ code: slug, kind: placeKind(kind ?? 'region'), name: names }, language)
      : (names[language] ?? names['en'] ?? Object.values(names)[0] ?? slug)
  return {
    id: textOf(row['id']),
    slug,
    name,
    acronym: textOf(row['acronym']) || null,
    otherNames: namesOf(row['alternative_names']),
    isArchived: row['is_archived'] === true,
    kind,
  }
}

function allNames(register: Register, line: EntryLine, row: Row): string {
  const spoken = register.name === 'places' ? [line.name] : []
  return fold([...Object.values(wordsOf(row['name'])), ...spoken, line.acronym ?? '', line.slug, ...line.otherNames].join(' '))
}
