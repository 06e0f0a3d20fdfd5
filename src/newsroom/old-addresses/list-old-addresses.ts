import type { Reader } from '#platform/database/database.ts'

import type { OldAddress } from './old-address.ts'

type Query = { text?: string; before?: { addedAt: Date; path: string } }

/** Addresses that were added by hand, latest first, a page at a time by key. */
export async function listOldAddresses(db: Reader, { text, before }: Query, atMost = 100) {
  let rows = addresses(db)
  if (text) rows = rows.where('address.path', 'ilike', `%${text.replace(/[\\%_]/g, '\\$&')}%`)
  if (before)
    rows = rows.where((eb) =>
      eb.or([
        eb('address.added_at', '<', before.addedAt),
        eb.and([eb('address.added_at', '=', before.addedAt), eb('address.path', '>', before.path)]),
      ]),
    )
  const found = await rows
    .orderBy('address.added_at', 'desc')
    .orderBy('address.path')
    .limit(atMost + 1)
    .execute()
  const page: OldAddress[] = found.slice(0, atMost)
  return { addresses: page, next: found.length > atMost ? page.at(-1) : undefined }
}

export async function findOldAddress(db: Reader, path: string): Promise<OldAddress | undefined> {
  return addresses(db).where('address.path', '=', path).executeTakeFirst()
}

function addresses(db: Reader) {
  return db
    .selectFrom('newsroom.old_address as address')
    .leftJoin('newsroom.edition as edition', 'edition.id', 'address.edition_id')
    .select(['address.path', 'address.target', 'address.edition_id as edition', 'edition.headline'])
    .select(['address.added_by as addedBy', 'address.added_at as addedAt'])
}
