import { STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Plain } from './answer-plainly.ts'
import { answerPlainly } from './answer-plainly.ts'
import { answer } from './answer.ts'
import type { ConnectionFacts } from './client-address.ts'
import { takeDoor, type Door, type Listener } from './door.ts'
import { hasOneHost, requestTarget } from './request-target.ts'
import { securityHeaders } from './security-headers.ts'
import type { Press } from '#platform/press/press.ts'
import type { StaticFiles } from './static-files.ts'

/** A door that was taken before, or where to take one; port 0 is any free one. */
export type Where = { door: Door } | { host: string; port: number }

export type ServeOptions = Where & {
  press: Press
  files: Pick<StaticFiles, 'lookup'>
  /** Answers what is neither a kept page nor a static file. */
  app: { fetch(request: Request, facts: ConnectionFacts): Response | Promise<Response> }
  log: ServerLog
  /** Told of each address that a reader asked for and that is not here. */
  onMissing?: (address: string, agent: string) => void
  /** What is sent when the archive is down (503) or a print broke (500). */
  failurePage?: (failed: Failed) => Plain
}

export type Failed = { status: 500 | 503; url: string; error: unknown }

/** What of a pino logger is used. */
export type ServerLog = { warn(fields: object, message: string): void; error(fields: object, message: string): void }

export type RunningServer = Omit<Door, 'open'>

/** Serves until closed. A Failure when the address cannot be had. */
export async function serve(options: ServeOptions): Promise<RunningServer> {
  const door = 'door' in options ? options.door : await takeDoor(options)
  door.open(listenerFor(options))
  return door
}

function listenerFor(options: ServeOptions): Listener {
  const { press, files } = options
  const miss = missListener(options)
  return (request, response) => {
    const url = request.url ?? ''
    if (!hasOneHost(request.rawHeaders)) return answerPlainly(request, response, 400)
    if (request.method !== 'GET' && request.method !== 'HEAD') return miss(request, response)
    const imprint = press.lookup(url)?.imprint ?? files.lookup(url)
    if (imprint === undefined) return miss(request, response)
    if (imprint.status === 404) tellMissing(options, request)
    void answer(request, response, imprint)?.catch((error: unknown) => fail(options, request, response, error))
  }
}

/** What was not at hand: a page to print, or something for the app. */
function missListener(options: ServeOptions): Listener {
  const toApp = appListener(options)
  return (request, response) => {
    const target = requestTarget(request.url ?? '')
    if (target === null) return answerPlainly(request, response, 400)
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    const key = isRead ? options.press.keyOf(target) : null
    if (key === null) return toApp(request, response)
    void answerPrinted(options, key, request, response)
  }
}

async function answerPrinted(options: ServeOptions, key: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const { page, age } = await options.press.fetch(key)
    if (age !== undefined) options.log.warn({ key, age }, 'the archive is down; a page from before is served')
    if (page.imprint.status === 404) tellMissing(options, request)
    await answer(request, response, page.imprint, age)
  } catch (error) {
    fail(options, request, response, error)
  }
}

function tellMissing({ onMissing }: ServeOptions, { url, headers }: IncomingMessage): void {
  onMissing?.(url ?? '', headers['user-agent'] ?? '')
}

function fail(options: ServeOptions, request: IncomingMessage, response: ServerResponse, error: unknown): void {
  const status = options.press.isUnavailable(error) ? 503 : 500
  if (status === 503) options.log.warn({ err: error, url: request.url }, 'the archive is down')
  else options.log.error({ err: error, url: request.url }, 'a page could not be printed')
  const page = options.failurePage?.({ status, url: request.url ?? '', error })
  answerPlainly(request, response, status, status === 503 ? { 'retry-after': '30' } : {}, page)
}

function appListener({ app, log }: ServeOptions): Listener {
  const listener = getRequestListener((request, { incoming }) => app.fetch(request, { remoteAddress: incoming.socket.remoteAddress }), {
    errorHandler: (error) => {
      if (error instanceof Error && error.name === 'RequestError') return plainly(400)
      log.error({ err: error }, 'a request broke')
      return plainly(500)
    },
  })
  return (request, response) => {
    request.headers.host ??= 'localhost'
    // Set before, so that an answer with a policy of its own replaces ours.
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value)
    void listener(request, response)
  }
}

function plainly(status: 400 | 500): Response {
  return new Response(`${STATUS_CODES[status]}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
