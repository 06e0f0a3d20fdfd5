import { LiveReader } from '#newsroom/live/live-reader.ts'
import { readRegisters } from '#newsroom/live/read-registers.ts'
import type { Newsroom } from '#newsroom/newsroom.ts'

/** The live archive as a page would read it now. */
export async function reading(newsroom: Newsroom): Promise<LiveReader> {
  return new LiveReader(newsroom.db.site, await readRegisters(newsroom.db.site), newsroom.clock.now())
}
