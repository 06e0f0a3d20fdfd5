import { sql, type Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/** Tags whose pages are out of date; all of them when nobody can say which. */
export type Touched = { readonly tags: readonly string[] } | { readonly all: true }
export type TouchedHandler = (touched: Touched, origin: 'here' | 'elsewhere') => void

export const touchedChannel = 'dateline_touched'

export function touchedBy(tags: ReadonlySet<string>): Touched {
  return tags.size > mostTags ? { all: true } : { tags: [...tags] }
}

/** Tells the other instances, when and if the transaction commits. */
export async function announce(tx: Kysely<Tables>, instance: string, touched: Touched): Promise<void> {
  for (const payload of payloadsOf(instance, touched)) await sql`select pg_notify(${touchedChannel}, ${payload})`.execute(tx)
}

export function payloadsOf(instance: string, touched: Touched): string[] {
  if ('all' in touched) return [JSON.stringify({ by: instance, all: true })]
  const chunks: string[][] = [[]]
  let size = 0
  for (const tag of touched.tags) {
    const bytes = Buffer.byteLength(JSON.stringify(tag)) + 1
    if (size + bytes > longestPayload - 100) {
      chunks.push([])
      size = 0
    }
    chunks.at(-1)?.push(tag)
    size += bytes
  }
  return chunks.map((tags) => JSON.stringify({ by: instance, tags }))
}

/** What another instance touched; undefined for our own words, everything for words we do not understand. */
export function readAnnouncement(payload: string, instance: string): Touched | undefined {
  const said: unknown = JSON.parse(payload)
  if (typeof said !== 'object' || said === null) return { all: true }
  if ('by' in said && said.by === instance) return undefined
  if (!('tags' in said) || !Array.isArray(said.tags)) return { all: true }
  return { tags: said.tags.map(String) }
}

const mostTags = 400
const longestPayload = 7_500 // bytes; PostgreSQL allows 7,999
