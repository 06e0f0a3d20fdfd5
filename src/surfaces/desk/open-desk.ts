import type { MiddlewareHandler } from 'hono'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'

import type { ServedFiles } from '#platform/http/static-files.ts'
import { desk as paths } from '#src/routes.ts'

import type { Desk, DeskContext, DeskEnv } from './desk.ts'
import { deskWays, nothingHere, openWays } from './desk-ways.ts'
import type { Way } from './desk-ways.ts'
import { readDeskAssets } from './desk-assets.ts'
import { failureAnswer } from './frame/failure-answer.tsx'
import { addressed, deskHeaders, sameOrigin, signedIn, spoken } from './frame/guard.ts'

/** The editors' desk: what answers under /desk, and the files that its pages need. */
export type OpenDesk = {
  app: Hono<DeskEnv>
  files: ServedFiles
  /** Has the stylesheet in an accent at hand. */
  wear: (accent: string) => void
}

// Addresses that are not the desk's are answered by others, to whoever asks.
const everywhere = `${paths.home}/*`
const largestForm = 25 * 1024 * 1024 // a Word document and then some
const largestOpenForm = 64 * 1024 // what strangers send: an answer of some paragraphs at most

export async function openDesk(parts: Omit<Desk, 'assets'>, cacheFolder: string): Promise<OpenDesk> {
  const { files, ...assets } = await readDeskAssets(cacheFolder)
  const desk: Desk = { ...parts, assets }
  const app = new Hono<DeskEnv>()
  app.use(everywhere, async (c, next) => {
    await next()
    for (const [name, value] of Object.entries(deskHeaders)) if (!c.res.headers.has(name)) c.res.headers.set(name, value)
  })
  app.use(everywhere, spoken, legible, sameOrigin(desk), addressed(desk))
  for (const way of openWays) add(app, desk, way, atMost(largestOpenForm))
  app.use(everywhere, signedIn(desk), atMost(largestForm))
  for (const way of deskWays) add(app, desk, way)
  app.all(everywhere, (c) => failureAnswer(c, desk, nothingHere))
  app.onError((error, c) => failureAnswer(c, desk, error))
  return { app, files, wear: (accent) => void assets.cssHref(accent) }
}

/** No address of ours has a character that no archive takes. */
const legible: MiddlewareHandler<DeskEnv> = async (c, next) => {
  if (/%00/.test(c.req.url)) throw nothingHere
  return next()
}

const atMost = (maxSize: number): MiddlewareHandler<DeskEnv> =>
  bodyLimit({ maxSize, onError: (c: DeskContext) => c.text(`${c.get('say').failures.tooLarge}\n`, 413) })

function add(app: Hono<DeskEnv>, desk: Desk, { method, path, handle }: Way, ...before: MiddlewareHandler<DeskEnv>[]): void {
  app.on(method, [path], ...before, (c) => handle(c, desk))
}
