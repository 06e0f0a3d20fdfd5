import { sql } from 'kysely'

import { Failure } from '#lib/failure.ts'
import { slugify } from '#lib/slugify.ts'
import type { Reader } from '#platform/database/database.ts'

import type { Entry, Field, Register, RegisterName } from '../entries/field.ts'
import { namesOf, rowsOf, textOf, wordsOf } from '../entries/field.ts'
import { followMerged } from '../entries/follow-merged.ts'
import { readAllMerged } from '../references/current-references.ts'
import { RefusedInput } from '../refused-input.ts'
import { parseEntry } from '../register-input.ts'
import { registers } from './registers.ts'

/** What was said of an entry, as it may be kept: parsed, its references leading to entries that are there, none within itself. */
export async function settledEntry(db: Reader, register: Register, said: unknown, id?: string): Promise<Entry> {
  const entry = await withCurrentReferences(db, register, parsedEntry(register, withSlug(register, said)))
  if (id !== undefined) await requireOutside(db, register, { id, within: textOf(entry['within']) })
  return entry
}

/** Where no name was there to make an address of, the name is at fault and not the address. */
function parsedEntry(register: Register, facts: unknown): Entry {
  const hasNoSlug = typeof facts === 'object' && facts !== null && 'slug' in facts && facts.slug === ''
  return parseEntry(register.input, register.kind, facts, (faults) =>
    hasNoSlug && faults.some(({ path }) => path[0] === register.title) ? faults.filter(({ path }) => path[0] !== 'slug') : faults,
  )
}

/** Who has a slug in a register, now or before; undefined: nobody. */
async function ownerOfSlug(db: Reader, register: Register, slug: string): Promise<string | undefined> {
  const column = sql.ref(register.key === 'id' ? 'slug' : 'code')
  const { rows } = await sql<{
    id: string
  }>`select ${sql.ref(register.key)}::text as id from ${sql.table(register.table)} where ${column} = ${slug}
    union all select entry_id::text from newsroom.former_slug where register = ${register.name} and slug = ${slug}`.execute(db)
  return rows[0]?.id
}

export async function requireFreeSlug(db: Reader, register: Register, slug: string, id?: string): Promise<void> {
  const owner = await ownerOfSlug(db, register, slug)
  if (owner !== undefined && owner !== id)
    throw new Failure('conflict', 'slug-taken', `“${slug}” is, or once was, the address of another ${register.kind}. Choose another.`, {
      values: { field: 'slug' },
    })
}

/** Refuses a place for an entry that lies within itself, however far down. */
async function requireOutside(db: Reader, register: Register, place: { id: string; within: string }): Promise<void> {
  if (await liesWithinItself(db, register, place))
    throw new Failure('invalid', 'within-itself', `A ${register.kind} cannot lie within itself. Choose another one for it to lie within.`, {
      values: { field: 'within' },
    })
}

/** Whether an entry would lie within itself, however far down, if it lay there. */
export async function liesWithinItself(db: Reader, register: Register, { id, within }: { id: string; within: string }): Promise<boolean> {
  if (within === '') return false
  const { rows } = await sql<{ id: string }>`
    with recursive above as (
      select ${within}::text as id
      union select coalesce(w.stands_for, t.within)::text from above join ${sql.table(register.table)} t on t.${sql.ref(register.key)}::text = above.id
        join ${sql.table(register.table)} w on w.${sql.ref(register.key)} = t.within
    ) select id from above where id = ${id}`.execute(db)
  return rows.length > 0
}

/** Where nothing was said of the address, the name says it. */
export function withSlug(register: Register, said: unknown): unknown {
  if (typeof said !== 'object' || said === null || ('slug' in said && said.slug !== '')) return said
  const facts: Record<string, unknown> = { ...said }
  const title = textOf(facts['acronym']) || (Object.values(wordsOf(facts[register.title])).find((text) => text.trim() !== '') ?? '')
  if (title === '') return { ...facts, slug: '' }
  return { ...facts, slug: facts['kind'] === 'city' ? `city/${textOf(facts['within'])}/${slugify(title)}` : slugify(title) }
}

async function withCurrentReferences(db: Reader, register: Register, entry: Entry): Promise<Entry> {
  const merged = await readAllMerged(db)
  const facts: Record<string, unknown> = { ...entry }
  for (const field of register.fields) facts[field.name] = followMerged(field, facts[field.name], merged)
  await requireKnown(db, register, facts)
  return { ...facts, slug: entry.slug }
}

async function requireKnown(db: Reader, register: Register, facts: Readonly<Record<string, unknown>>): Promise<void> {
  const asked = register.fields.flatMap((field) => idsIn(field, facts[field.name]))
  for (const [of, those] of Map.groupBy(asked, (one) => one.of)) {
    const { table, key, kind } = registers[of]
    const { rows } = await sql<{ id: string }>`select ${sql.ref(key)}::text as id from ${sql.table(table)}
      where ${sql.ref(key)}::text = any(${those.map(({ id }) => id)}::text[])`.execute(db)
    const known = new Set(rows.map(({ id }) => id))
    const missing = those.find(({ id }) => !known.has(id))
    if (missing)
      throw new RefusedInput('unknown-reference', `A ${kind} is not there`, [{ path: missing.path, problem: 'not-known', values: {} }])
  }
}

type Named = { of: RegisterName; id: string; path: string[] }

function idsIn(field: Field, value: unknown): Named[] {
  const { name } = field
  if (field.kind === 'one') return typeof value === 'string' ? [{ of: field.of, id: value, path: [name] }] : []
  if (field.kind === 'many') return namesOf(value).map((id) => ({ of: field.of, id, path: [name] }))
  if (field.kind !== 'rows') return []
  return rowsOf(value).map((row, i) => ({ of: field.of, id: textOf(row[field.each]), path: [name, String(i), field.each] }))
}
