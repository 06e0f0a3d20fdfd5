import { sql } from 'kysely'

import type { Reader } from '#platform/database/database.ts'

import type { RegisterName } from '../entries/field.ts'
import { registerNames } from '../entries/field.ts'
import { registers } from './registers.ts'

/** The addresses of a register's entries, by which tables name them: what is there, what was merged, what moved. */
export type KnownSlugs = { idOf: Map<string, string>; slugOf: Map<string, string>; merged: Set<string>; former: Map<string, string> }
export type KnownEntries = Readonly<Record<RegisterName, KnownSlugs>>

export async function readKnownEntries(db: Reader): Promise<KnownEntries> {
  const [sections, projects, organisations, places, topics, people] = await Promise.all(registerNames.map((name) => readSlugs(db, name)))
  const none = { idOf: new Map(), slugOf: new Map(), merged: new Set<string>(), former: new Map() }
  return {
    sections: sections ?? none,
    projects: projects ?? none,
    organisations: organisations ?? none,
    places: places ?? none,
    topics: topics ?? none,
    people: people ?? none,
  }
}

async function readSlugs(db: Reader, name: RegisterName): Promise<KnownSlugs> {
  const { table, key } = registers[name]
  const slug = key === 'id' ? 'slug' : 'code'
  const { rows } = await sql<{ id: string; slug: string; is_merged: boolean }>`
    select ${sql.ref(key)}::text as id, ${sql.ref(slug)} as slug, merged_into is not null as is_merged from ${sql.table(table)}`.execute(db)
  const former = await db.selectFrom('newsroom.former_slug').select(['slug', 'entry_id']).where('register', '=', name).execute()
  const living = rows.filter((row) => !row.is_merged)
  return {
    idOf: new Map(living.map((row) => [row.slug, row.id])),
    slugOf: new Map(living.map((row) => [row.id, row.slug])),
    merged: new Set(rows.filter((row) => row.is_merged).map((row) => row.slug)),
    former: new Map(former.map((row) => [row.slug, row.entry_id])),
  }
}
