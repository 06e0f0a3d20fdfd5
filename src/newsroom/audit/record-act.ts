import { sql } from 'kysely'

import { uuid7 } from '#lib/uuid7.ts'
import type { Transaction } from '#platform/database/database.ts'

import { actWords } from './act-words.ts'

/** Who acts, and how they came in this time; absent: by the command line. Without an id: someone without an account. */
export type Actor = { id: string | null; name: string; via?: Via }
export type Via = { surface: 'desk' | 'api' | 'command' | 'schedule'; address: string | null }

/** What was done, to what: `act` is the operation as its function is called, `name` what the thing was called then. */
export type Act = { act: string; kind: ActKind; id: string; name: string; at: Date; details?: { [said: string]: unknown } }

export const actKinds = [
  'edition',
  'story',
  'section',
  'project',
  'organisation',
  'place',
  'topic',
  'person',
  'visibility rule',
  'member',
  'settings',
  'address',
  'batch',
  'key',
  'view',
] as const
export type ActKind = (typeof actKinds)[number]

const longestName = 300

/** Adds to the audit log that someone did something; it is there if and only if the operation was. */
export async function recordAct(tx: Transaction, by: Actor, { act, kind, id, name, at, details }: Act): Promise<void> {
  await tx
    .insertInto('newsroom.audit')
    .values({
      id: uuid7(at),
      at,
      member_id: by.id,
      member_name: by.name,
      act,
      kind,
      object_id: id,
      name: name.slice(0, longestName),
      search: sql`array_to_tsvector(${actWords({ by: by.name, act, name: name.slice(0, longestName) })}::text[])`,
      details: details ? sql`${JSON.stringify(details)}::jsonb` : null,
      surface: by.via?.surface ?? 'command',
      address: by.via?.address ?? null,
    })
    .execute()
}
