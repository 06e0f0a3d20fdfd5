import { sql } from 'kysely'

import { fold } from '#lib/fold.ts'
import { stretchOf } from '#lib/stretch-of.ts'
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
  /** The names of what was merged into it, where it was searched for. */
  formerly?: string[]
}

/** Where an entry stands in the list of its register: only sections have an order of their own. */
export type EntryPlace = { position: number; name: string; id: string }

export type EntryQuery = {
  /** Words of any of its names, in any language. */
  text?: string
  withArchived?: boolean
  /** Where the page before ended, whether its last entry is still there or not. */
  after?: EntryPlace | undefined
  /** How many at once; fifty unless told. */
  atMost?: number
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
): Promise<{ lines: EntryLine[]; next: EntryPlace | undefined; total: number }> {
  const words = fold(query.text ?? '')
    .split(/\s+/)
    .filter((word) => word !== '')
  const [rows, formerly] = await Promise.all([readRows(db, register, query), words.length > 0 ? readFormerly(db, register) : undefined])
  const named = rows.map((row) => {
    const line = { ...lineOf(register, row, language), ...(formerly && { formerly: formerly.get(textOf(row['id'])) ?? [] }) }
    return { line, row, position: Number(row['position'] ?? 0) }
  })
  const found = named.filter(({ line, row }) => {
    if (line.id === query.without) return false
    const names = words.length === 0 ? '' : allNames(register, line, row)
    return words.every((word) => names.includes(word))
  })
  const { compare } = new Intl.Collator(language)
  const inOrder = (a: EntryPlace, b: EntryPlace) => a.position - b.position || compare(a.name, b.name) || (a.id < b.id ? -1 : 1)
  const placed = found.map(({ line, position }) => ({ line, place: { position, name: line.name, id: line.id } }))
  placed.sort((a, b) => inOrder(a.place, b.place))
  const { after, atMost = entriesAPage } = query
  const rest = after ? placed.filter(({ place }) => place.id !== after.id && inOrder(after, place) < 0) : placed
  const { items, next } = stretchOf(rest, atMost)
  return { lines: items.map(({ line }) => line), next: next?.place, total: placed.length }
}

/** The names of merged entries, by what stands for them now. */
async function readFormerly(db: Reader, register: Register): Promise<ReadonlyMap<string, string[]>> {
  const rows = await db.selectFrom('live.merged_entry').select(['into_id', 'slug', 'names']).where('register', '=', register.name).execute()
  const merged = Map.groupBy(rows, ({ into_id }) => into_id)
  return new Map([...merged].map(([id, ones]) => [id, ones.flatMap(({ slug, names }) => [...names, slug])]))
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
  const more = ['acronym', 'kind', 'position'].filter((column) => known.has(column)).map((column) => sql`, ${sql.ref(column)}`)
  const { rows } =
    await sql<Row>`select ${sql.ref(register.key)}::text as id, ${sql.ref(register.key === 'id' ? 'slug' : 'code')} as entry_slug,
    ${sql.ref(register.title)} as name, alternative_names, archived_at is not null as is_archived ${sql.join(more, sql``)}
    from ${sql.table(register.table)} where ${where} order by ${sql.ref(register.key)}`.execute(db)
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
  return fold(
    [...Object.values(wordsOf(row['name'])), ...spoken, line.acronym ?? '', line.slug, ...line.otherNames, ...(line.formerly ?? [])].join(
      ' ',
    ),
  )
}
