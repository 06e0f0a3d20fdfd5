import { randomBytes } from 'node:crypto'

import { Hono } from 'hono'

import { registersTag } from '#newsroom/live-tags.ts'
import { OldQueries } from '#newsroom/live/old-queries.ts'
import { RegistersKeeper } from '#newsroom/live/registers-keeper.ts'
import type { Newsroom } from '#newsroom/newsroom.ts'
import { MissedAddresses } from '#newsroom/old-addresses/missed-addresses.ts'
import { FactsKeeper } from '#newsroom/suggestions/facts-keeper.ts'
import { isUnavailable } from '#platform/database/is-unavailable.ts'
import { securityHeaders } from '#platform/http/security-headers.ts'
import type { RunningServer, Where } from '#platform/http/serve.ts'
import { joinedFiles } from '#platform/http/static-files.ts'
import { serve } from '#platform/http/serve.ts'
import type { Log } from '#platform/log.ts'
import { normaliser } from '#platform/press/normaliser.ts'
import { Press } from '#platform/press/press.ts'
import type { PrintPage } from '#platform/press/printed.ts'
import type { Api } from '#surfaces/api/api.ts'
import type { OpenApi } from '#surfaces/api/open-api.ts'
import { openApi } from '#surfaces/api/open-api.ts'
import type { Desk } from '#surfaces/desk/desk.ts'
import type { OpenDesk } from '#surfaces/desk/open-desk.ts'
import { openDesk } from '#surfaces/desk/open-desk.ts'
import { feedHandler } from '#surfaces/feeds/feed-handler.ts'
import { robotsHandler, sitemapHandler } from '#surfaces/feeds/sitemap-handler.ts'
import type { Site } from '#surfaces/site/open-site.tsx'
import { openSite } from '#surfaces/site/open-site.tsx'
import type { PageHandler } from '#surfaces/ui/page-request.ts'

import type { DeskParts } from './desk-parts.ts'
import { invitationMailer } from './invitation-mailer.ts'
import { parametersOf, printer } from './printer.ts'
import { feedNames, feedOf, isOfApi, kept, routes } from './routes.ts'

export type AppOptions = {
  newsroom: Newsroom
  origin: string
  log: Log
  maxBytes?: number
  /** Absent: the site alone, without a desk. */
  desk?: DeskParts
  /** Whether programs read here; where there is a desk they do, and write, unless told otherwise. */
  api?: boolean
}

/** The composed product: the press over its printer, and what answers the rest. */
export type App = {
  press: Press
  print: PrintPage
  /** What readers asked for and did not find. */
  missed: MissedAddresses
  listen(where: Where): Promise<RunningServer>
} & AsyncDisposable

export async function openApp({
  newsroom,
  origin,
  log,
  maxBytes,
  desk: deskOptions,
  api: hasApi = deskOptions !== undefined,
}: AppOptions): Promise<App> {
  const registers = new RegistersKeeper(newsroom.db)
  const site = await openSite(registers)
  const programs = hasApi ? await openApi(deskOptions?.secret ?? randomBytes(32).toString('hex')) : undefined
  const pages = pagesOf(site, programs?.pages ?? [])
  const oldQueries = new OldQueries(newsroom.db, { isOurs: (path) => Array.isArray(parametersOf(path)), onNew: () => press.purgeAll() })
  const isOld = (address: string) => oldQueries.has(address)
  const print = printer({ newsroom, registers, origin, pages, isOld, otherwise: site.otherwise })
  const normalise = normaliser(parametersOf, isOld)
  const press = new Press({
    clock: newsroom.clock,
    print,
    normalise,
    isUnavailable,
    headers: securityHeaders,
    ...(maxBytes && { maxBytes }),
  })
  await oldQueries.load()
  const stop = newsroom.db.onTouched((touched) => ('all' in touched ? press.purgeAll() : press.purge(touched.tags)))
  const facts = new FactsKeeper(newsroom.db)
  const missed = new MissedAddresses()
  const desk =
    deskOptions && (await openDesk(partsOfDesk({ newsroom, registers, facts, origin, site, print }, deskOptions), deskOptions.cacheFolder))
  const api = deskOptions && programs?.app(partsOfApi({ newsroom, origin, print }, deskOptions))
  const stopWearing = await wearAccent(newsroom, registers, desk ? [site.wear, desk.wear] : [site.wear])
  const rest = unkept(newsroom, print, { desk, api })
  const files = joinedFiles(site.files, ...(desk ? [desk.files] : []), ...(programs ? [programs.files] : []))
  return {
    press,
    print,
    missed,
    listen: async (where) => {
      const server = await serve({
        ...where,
        press,
        files,
        app: rest,
        log,
        failurePage: ({ url, error }) => (programs && isOfApi(url) ? programs.failurePage(error, origin) : site.failurePage()),
        onMissing: (address, agent) => missed.note(address, agent),
      })
      void files.warm()
      return server
    },
    async [Symbol.asyncDispose]() {
      stop()
      stopWearing()
      oldQueries[Symbol.dispose]()
      facts[Symbol.dispose]()
      registers[Symbol.dispose]()
    },
  }
}

/** Every page that is kept. `/news/feed.xml` is no story's slug: what is named in full comes first. */
const pagesOf = (site: Site, ofPrograms: readonly [string, PageHandler][]): [string, PageHandler][] => [
  ...ofPrograms,
  ...feeds(),
  ...site.pages,
  [routes.sitemap, sitemapHandler],
  [routes.robots, robotsHandler],
]

/** Keeps the stylesheets in the accent that the settings have, whichever instance changed them. */
async function wearAccent({ db }: Newsroom, registers: RegistersKeeper, wearers: ((accent: string) => void)[]): Promise<() => void> {
  const wear = async () => {
    const { settings } = await registers.read()
    for (const put of wearers) put(settings.accent)
  }
  await wear()
  return db.onTouched((touched) => {
    if ('all' in touched || touched.tags.includes(registersTag)) void wear().catch(() => undefined)
  })
}

function partsOfDesk(
  {
    newsroom,
    registers,
    facts,
    origin,
    site,
    print,
  }: { newsroom: Newsroom; registers: RegistersKeeper; facts: FactsKeeper; origin: string; site: Site; print: PrintPage },
  { cacheFolder: _cacheFolder, secret: _secret, ...options }: DeskParts,
): Omit<Desk, 'assets'> {
  return {
    newsroom,
    registers,
    facts,
    origin,
    printDraft: (live, draft) => site.printDraft(live, draft, origin),
    answerAt: answersOf(print),
    printFront: (live, language) => site.printFront(live, language, origin),
    ...options,
  }
}

/** What an address of the site answers now, and where it leads. */
const answersOf =
  (print: PrintPage): Desk['answerAt'] =>
  async (path) => {
    const { status, headers } = await print(path)
    return { status, location: headers['location'] }
  }

function partsOfApi(
  { newsroom, origin, print }: Pick<Api, 'newsroom' | 'origin' | 'print'>,
  { log, trustProxy, mailer, letters, translator }: DeskParts,
): Omit<Api, 'cursors'> {
  return {
    newsroom,
    origin,
    print,
    answerAt: answersOf(print),
    log,
    trustProxy,
    translator,
    invite: invitationMailer({ newsroom, origin, mailer, letters }),
  }
}

function feeds(): [string, PageHandler][] {
  const rivers = [routes.front, routes.news, routes.section, routes.project, routes.place, routes.topic, routes.archive]
  return feedNames.flatMap((name) => rivers.map((river): [string, PageHandler] => [feedOf(river, name), feedHandler(name)]))
}

/** What the press does not keep: search, health, and addresses that nobody else answers. */
function unkept(
  newsroom: Newsroom,
  print: PrintPage,
  { desk, api }: { desk: OpenDesk | undefined; api: ReturnType<OpenApi['app']> | undefined },
): Hono {
  const app = new Hono()
  if (api) app.route('/', api)
  if (desk) app.route('/', desk.app)
  app.get(routes.health, (c) => c.text('ok\n'))
  app.get(routes.ready, async (c) => {
    await newsroom.db.site.selectFrom('live.settings').select('is_demo').execute()
    return c.text('ready\n')
  })
  app.get('*', async (c) => {
    const url = new URL(c.req.url)
    if (!kept.never.test(url.pathname)) return c.notFound()
    const page = await print(url.pathname + url.search)
    return new Response(new Uint8Array(Buffer.from(page.body)), {
      status: page.status,
      headers: { ...page.headers, 'cache-control': 'no-store' },
    })
  })
  app.all('*', (c) => c.text('Only GET and HEAD are answered here.\n', 405, { allow: 'GET, HEAD' }))
  app.onError((error, c) => {
    if (isUnavailable(error)) return c.text('The archive is away for a moment. Please try again.\n', 503, { 'retry-after': '30' })
    throw error
  })
  return app
}
