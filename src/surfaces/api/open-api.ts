import { Hono } from 'hono'

import type { StaticFiles } from '#platform/http/static-files.ts'
import { staticFiles } from '#platform/http/static-files.ts'
import { clientAddress } from '#platform/http/client-address.ts'
import { anyOfApi, api as paths } from '#src/routes.ts'
import type { PageHandler } from '#surfaces/ui/page-request.ts'

import { answerWay, problemAnswer } from './answer-way.ts'
import type { Api, ApiEnv } from './api.ts'
import { cursorsOf } from './cursor.ts'
import { docsPages } from './docs/docs-pages.tsx'
import { answerReader, readDocsFiles } from './docs/docs-files.ts'
import type { CountRate } from './guard/rates.ts'
import { rateCounter } from './guard/rates.ts'
import { HttpFailure, problemOf } from './problem.ts'
import { publicHeaders } from './public/public-way.ts'
import { publicWays } from './public/public-ways.ts'
import { ways } from './ways/ways.ts'

/** Programs' way in: pages that the press keeps, what answers the rest under /api, and the files of its documents. */
export type OpenApi = {
  pages: [string, PageHandler][]
  app(api: Omit<Api, 'cursors'>): Hono<ApiEnv>
  files: StaticFiles
  /** What is said of a page that could not be printed. */
  failurePage(error: unknown, origin: string): { headers: Record<string, string>; body: string }
}

export async function openApi(secret: string): Promise<OpenApi> {
  const files = staticFiles(await readDocsFiles())
  const cursors = cursorsOf(secret)
  const pages = publicWays.map(({ path, print }): [string, PageHandler] => [path, (request) => print(request, cursors)])
  return {
    pages: [...pages, ...docsPages(files)],
    app: (api) => appOf({ ...api, cursors }, rateCounter()),
    files,
    failurePage: (error, origin) => {
      const { problem, headers } = problemOf(error, origin)
      return { headers: { ...publicHeaders, ...headers }, body: JSON.stringify(problem) }
    },
  }
}

function appOf(api: Api, count: CountRate): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>()
  for (const way of ways) {
    const read = ways.find(({ method, path }) => method === 'GET' && path === way.path)
    app.on(way.method, way.path, (c) => answerWay(c, api, { way, read }, count))
  }
  app.get(paths.search, async (c) => {
    const address = clientAddress(c.req.raw.headers, c.env, api.trustProxy)
    try {
      const rates = count('address', address, api.newsroom.clock.now())
      const { status, headers, body } = await api.print(`${c.req.path}${new URL(c.req.url).search}`)
      return new Response(Buffer.from(body), { status, headers: { ...headers, ...rates, 'cache-control': 'no-store' } })
    } catch (error) {
      return problemAnswer(api, error, c.req.path, publicHeaders)
    }
  })
  app.get(paths.docsReader, (c) => answerReader(c.req.header('accept-encoding')))
  for (const path of [paths.description, ...publicWays.map((way) => way.path)])
    app.options(path, () => new Response(null, { status: 204, headers: preflight }))
  for (const [path, allowed] of methodsByPath()) app.all(path, (c) => problemAnswer(api, notAllowed(allowed), c.req.path))
  app.all(anyOfApi, (c) => problemAnswer(api, nothingHere, c.req.path))
  return app
}

/** What a browser asks before a script of another site sends an ETag back. A key is for programs alone: none is let through here. */
const preflight = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, HEAD',
  'access-control-allow-headers': 'If-None-Match',
  'access-control-max-age': '86400',
}

const nothingHere = new HttpFailure(404, 'no-such-thing', 'There is nothing at this address. See the description of the API.')

const notAllowed = (allowed: string): HttpFailure =>
  new HttpFailure(405, 'method-not-allowed', `This address answers ${allowed}.`, { allow: allowed })

function methodsByPath(): [string, string][] {
  const all = [...ways, ...publicWays.map(({ path }) => ({ path, method: 'GET' }))]
  return [...Map.groupBy(all, ({ path }) => path)].map(([path, those]) => [path, those.map(({ method }) => method).join(', ')])
}
