import { sql } from 'kysely'
import type { SqlBool } from 'kysely'

import type { Reader } from '#platform/database/database.ts'

import type { Newsroom } from '../newsroom.ts'

export type MissedAddress = { path: string; hits: number; firstAt: Date; lastAt: Date }

const mostInMemory = 2000
const mostKept = 1000
const longest = 300

/** Counts what readers ask for and do not find, in memory; `flush` adds it to what the archive has. Both are bounded, whatever is asked for. */
export class MissedAddresses {
  #counts = new Map<string, number>()

  /** How many addresses wait in memory. */
  get size(): number {
    return this.#counts.size
  }

  note(address: string, agent: string): void {
    const path = plainAddress(address)
    if (path === undefined || isRobot(agent) || isProbe(path)) return
    const count = this.#counts.get(path)
    if (count === undefined && this.#counts.size >= mostInMemory) return
    this.#counts.set(path, (count ?? 0) + 1)
  }

  async flush({ db, clock }: Newsroom): Promise<void> {
    const counts = this.#counts
    if (counts.size === 0) return
    this.#counts = new Map()
    const at = clock.now()
    const rows = [...counts].map(([path, hits]) => ({ path, hits: String(hits), first_at: at, last_at: at }))
    await db.transact(async (tx) => {
      await tx
        .insertInto('newsroom.missed_address')
        .values(rows.toSorted((a, b) => (a.path < b.path ? -1 : 1)))
        .onConflict((conflict) =>
          conflict.column('path').doUpdateSet({ hits: sql`missed_address.hits + excluded.hits`, last_at: sql`excluded.last_at` }),
        )
        .execute()
      // What another instance counts this second is left to it: none waits for the other.
      await sql`delete from newsroom.missed_address where path in (select path from newsroom.missed_address
        order by hits desc, last_at desc offset ${mostKept} for update skip locked)`.execute(tx)
    })
  }
}

/** What was missed, the most missed first. */
export async function listMissedAddresses(
  db: Reader,
  { after, atMost = 200 }: { after?: { hits: number; path: string } | undefined; atMost?: number } = {},
): Promise<MissedAddress[]> {
  let missed = db
    .selectFrom('newsroom.missed_address')
    .select(['path', 'hits', 'first_at as firstAt', 'last_at as lastAt'])
    .orderBy('hits', 'desc')
    .orderBy('path')
    .limit(atMost)
  if (after) missed = missed.where(sql<SqlBool>`(hits < ${after.hits} or (hits = ${after.hits} and path > ${after.path}))`)
  const rows = await missed.execute()
  return rows.map((row) => ({ ...row, hits: Number(row.hits) }))
}

/** The path with the numbers of its query, which old addresses need; whatever else a query says may be somebody's. */
export function plainAddress(address: string): string | undefined {
  const [path = '', query = ''] = address.split('?', 2)
  if (!/^\/[\x21-\x7e]*$/.test(path) || path.startsWith('//')) return undefined
  if (isSomebodys(path)) return undefined
  const numbers = [...new URLSearchParams(query)].filter(([name, value]) => /^\w{1,20}$/.test(name) && /^\d{1,8}$/.test(value))
  const plain = numbers.length > 0 ? `${path}?${new URLSearchParams(numbers)}` : path
  return plain.length <= longest ? plain : undefined
}

// A path that has an e-mail address in it, or what looks like a secret of a mailed link.
const isSomebodys = (path: string): boolean =>
  /@|%40/.test(path) || path.split('/').some((part) => /[0-9a-f]{8}-[0-9a-f]{4}-|^(?=.*\d)[a-z0-9=~]{20,}$/i.test(part))

const isRobot = (agent: string): boolean =>
  agent === '' || /bot|crawl|spider|scan|fetch|monitor|curl|wget|python|java\/|go-http|libwww|headless/i.test(agent)

// What is tried at every site there is, to see what it runs on.
const probes =
  /\/(?:wp-|wordpress|xmlrpc|phpmyadmin|pma|cgi-bin|vendor|actuator|autodiscover|owa|boaform|solr|\.|favicon|apple-touch|browserconfig|ads\.txt|security\.txt)|\.(?:env|git|sql|bak|old|ini|ya?ml|log|sh|exe|zip|gz|map)(?:$|\?)|(?:\.\.|%2e%2e|%00|<|%3c|select%20|union%20)/i
const isProbe = (path: string): boolean => probes.test(path)
