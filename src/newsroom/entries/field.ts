import type { z } from 'zod'

import { isRecord } from '#lib/is-record.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'

export const registerNames = ['sections', 'projects', 'organisations', 'places', 'topics', 'people'] as const
export type RegisterName = (typeof registerNames)[number]

/** What one kind of entry is called by the audit log. */
export type EntryKind = 'section' | 'project' | 'organisation' | 'place' | 'topic' | 'person'

/** A part of what a row says of an organisation beside naming it: a grant's reference, a share, a role. */
export type Also = { name: string; kind: 'text'; longest: number } | { name: string; kind: 'number'; least: number; most: number }

/**
 * One fact of an entry, from which its column, its cells in a table and its place in a form follow. Texts "per language" are
 * `{ [BCP 47]: … }`; days `YYYY-MM-DD`; references ids (places: codes). What has no column is kept by the register's `joins`.
 */
export type Field = { name: string; column?: string } & (
  | { kind: 'words'; longest: number; isRequired?: boolean; isLong?: boolean }
  | { kind: 'lines'; longest: number }
  | { kind: 'text'; longest: number }
  | { kind: 'day' }
  | { kind: 'web' }
  | { kind: 'number'; least: number; most: number; isWhole?: boolean; isRequired?: boolean }
  | { kind: 'tick' }
  | { kind: 'choice'; of: readonly string[] }
  | { kind: 'names' }
  | { kind: 'one'; of: RegisterName }
  | { kind: 'many'; of: RegisterName }
  | { kind: 'rows'; of: RegisterName; each: string; also: readonly Also[] }
)

/** What an entry says; `slug` is the last part of its address, for places their code. */
export type Entry = { slug: string; [field: string]: unknown }

/** A register as data: what its entries say, and where that is kept. */
export type Register = {
  name: RegisterName
  kind: EntryKind
  table: `newsroom.${EntryKind}`
  /** The column that names an entry for ever; a place is named by its code, which is its address too. */
  key: 'id' | 'code'
  /** The field by which an entry is called. */
  title: string
  fields: readonly Field[]
  input: z.ZodType<Entry>
  joins?: Joins
}

/** Facts in tables of their own. */
export type Joins = {
  read(db: Reader, ids?: string[]): Promise<ReadonlyMap<string, Readonly<Record<string, unknown>>>>
  write(tx: Transaction, id: string, entry: Entry): Promise<void>
}

export type Translated = { [language: string]: string }

/** Texts by language, as far as a value is that. */
export function wordsOf(value: unknown): Translated {
  return Object.fromEntries(Object.entries(recordOf(value)).flatMap(([name, said]) => (typeof said === 'string' ? [[name, said]] : [])))
}

export function linesOf(value: unknown): { [language: string]: string[] } {
  return Object.fromEntries(Object.entries(recordOf(value)).map(([name, said]) => [name, namesOf(said)]))
}

export function namesOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}

export function rowsOf(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.map(recordOf) : []
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}

function recordOf(value: unknown): Record<string, unknown> {
  return isRecord(value) ? { ...value } : {}
}
