import type { LiveReader } from './live-reader.ts'

/** The bytes of the logo, if it is still the one with this hash. */
export async function findLogo(live: LiveReader, hash: string): Promise<Uint8Array | undefined> {
  const row = await live.db.selectFrom('live.logo').select('bytes').where('hash', '=', hash).executeTakeFirst()
  return row?.bytes
}

/** The bytes of a funder's emblem, if a rule still shows it. */
export async function findEmblem(live: LiveReader, hash: string): Promise<Uint8Array | undefined> {
  const row = await live.db.selectFrom('live.emblem').select('bytes').where('hash', '=', hash).limit(1).executeTakeFirst()
  return row?.bytes
}
