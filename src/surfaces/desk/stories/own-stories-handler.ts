import { storyPath } from '#newsroom/addresses/story-path.ts'
import { findHeadlines } from '#newsroom/live/find-headlines.ts'
import { LiveReader } from '#newsroom/live/live-reader.ts'

import type { Desk, DeskContext } from '../desk.ts'

/** Stories of one's own newsroom to link to, for the editor's picker: what readers see now. */
export async function findOwnStories(c: DeskContext, desk: Desk): Promise<Response> {
  const words = (c.req.query('text') ?? '').trim().slice(0, 200)
  const live = new LiveReader(desk.newsroom.db.site, await desk.registers.read(), desk.newsroom.clock.now())
  const found = await findHeadlines(live, words)
  return c.json(
    found.map(({ headline, slug, language }) => ({ headline, href: decodeURI(storyPath(slug, language, live.defaultLanguage)) })),
  )
}
