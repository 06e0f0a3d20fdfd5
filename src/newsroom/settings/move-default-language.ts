import { sql } from 'kysely'

import { Failure } from '#lib/failure.ts'
import type { Transaction } from '#platform/database/database.ts'

/**
 * Gives every story the address that it has once another language is the default: what had no prefix gets one, what had one loses it. The addresses
 * from before stay and lead there. Where both languages spell an address the same way, it is the new default's, if both are of one story.
 */
export async function moveDefaultLanguage(tx: Transaction, from: string, to: string): Promise<void> {
  if (from === to) return
  await sql`insert into live.address (path, edition_id, since)
    select ${`/${from}`} || address.path, address.edition_id, address.since
    from live.address address join newsroom.edition edition on edition.id = address.edition_id
    where edition.language = ${from} and address.path like '/news/%'
    on conflict (path) do nothing`.execute(tx)
  const start = `/${to}/news/`
  const { rows } = await sql<{ n: number }>`select count(*)::int as n
    from live.address mine
    join newsroom.edition edition on edition.id = mine.edition_id
    join live.address there on there.path = substr(mine.path, ${start.length - '/news/'.length + 1}::int)
    join newsroom.edition other on other.id = there.edition_id
    where edition.language = ${to} and starts_with(mine.path, ${start}) and other.story_id <> edition.story_id`.execute(tx)
  const clashing = rows[0]?.n ?? 0
  if (clashing > 0)
    throw new Failure(
      'conflict',
      'addresses-clash',
      `${clashing} addresses would be those of two stories if ${to} came first. Leave ${from} first, or change these addresses.`,
    )
  await sql`insert into live.address (path, edition_id, since)
    select substr(address.path, ${start.length - '/news/'.length + 1}::int), address.edition_id, address.since
    from live.address address join newsroom.edition edition on edition.id = address.edition_id
    where edition.language = ${to} and starts_with(address.path, ${start})
    on conflict (path) do update set edition_id = excluded.edition_id`.execute(tx)
}
