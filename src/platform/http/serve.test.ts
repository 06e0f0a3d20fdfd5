import { request as send, type IncomingHttpHeaders } from 'node:http'
import { connect } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { afterEach, expect, test } from 'vitest'
import { systemClock } from '#platform/clock.ts'
import { normaliser } from '#platform/press/normaliser.ts'
import { Press } from '#platform/press/press.ts'
import type { Printed } from '#platform/press/printed.ts'
import { securityHeaders } from './security-headers.ts'
import { serve, type Failed, type RunningServer } from './serve.ts'
import { staticFiles } from './static-files.ts'

const story = `<!doctype html><p>${'Reading rooms open in Ruritania. '.repeat(50)}</p>`
const files = staticFiles([{ name: 'site.css', type: 'text/css; charset=utf-8', bytes: Buffer.from('body{color:black}'.repeat(20)) }])
const running: RunningServer[] = []

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()))
})

async function newsSite(print?: (key: string) => Promise<Printed>) {
  const prints: string[] = []
  const app = new Hono()
    .get('/desk', (c) => c.text('the desk', 200, { 'content-security-policy': "default-src 'self'" }))
    .post('/news', (c) => c.text('filed', 201))
    .get('/search', (c) => c.text(c.req.query('q') ?? ''))
  const press = new Press({
    clock: systemClock,
    headers: securityHeaders,
    normalise: normaliser((path) => (/^\/(desk|search)/.test(path) ? null : ['page'])),
    isUnavailable: (error) => error instanceof Error && error.message === 'down',
    print: async (key) => {
      prints.push(key)
      if (print !== undefined) return print(key)
      const headers = { 'content-type': 'text/html; charset=utf-8' }
      return { status: 200, headers, body: story, tags: new Set(['story:1']), expiresAt: null, keep: true }
    },
  })
  const log = { warn: () => {}, error: () => {} }
  const failurePage = ({ status }: Failed) => ({ headers: { 'content-type': 'text/html; charset=utf-8' }, body: `<h1>${status}</h1>` })
  const server = await serve({ host: '127.0.0.1', port: 0, press, files, app, log, failurePage })
  running.push(server)
  return { server, press, prints, get: (path: string, headers = {}, method = 'GET') => ask(server.port, path, headers, method) }
}

type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer }

function ask(port: number, path: string, headers: Record<string, string>, method: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = send({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }))
    })
    asked.on('error', reject).end()
  })
}

/** Sends bytes as they are and reads until the server hangs up. */
function speak(port: number, words: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(words))
    socket
      .on('data', (chunk: Buffer) => (heard += chunk.toString()))
      .on('close', () => resolve(heard))
      .on('error', reject)
  })
}

test.for([
  ['br', brotliDecompressSync],
  ['gzip', gunzipSync],
] as const)('a story goes out in %s, printed at first and kept then, with the same headers', async ([encoding, open]) => {
  const { get, prints } = await newsSite()
  const [first, second] = [await get('/news', { 'accept-encoding': encoding }), await get('/news', { 'accept-encoding': encoding })]
  for (const answer of [first, second]) {
    expect(open(answer.body).toString()).toBe(story)
    expect(answer.headers).toMatchObject({
      'content-encoding': encoding,
      vary: 'Accept-Encoding',
      'surrogate-key': 'story:1',
      ...securityHeaders,
    })
    expect(answer.headers['content-length']).toBe(String(answer.body.byteLength))
    expect(Date.parse(answer.headers.date ?? '')).not.toBeNaN()
  }
  expect(second.headers.etag).toBe(first.headers.etag)
  expect(prints).toEqual(['/news'])
})

test('a reader who has the story already is told that it is unchanged', async () => {
  const { get } = await newsSite()
  const { headers } = await get('/news', { 'accept-encoding': 'gzip' })
  const etag = headers.etag ?? ''
  for (const names of [etag, `"other", W/${etag}`, '*']) {
    const again = await get('/news', { 'accept-encoding': 'gzip', 'if-none-match': names })
    expect(again.status).toBe(304)
    expect(again.body).toHaveLength(0)
    expect(again.headers).toMatchObject({ etag, 'cache-control': headers['cache-control'], vary: 'Accept-Encoding' })
  }
  expect((await get('/news', { 'accept-encoding': 'br', 'if-none-match': etag })).status).toBe(200)
})

test('HEAD says what GET would, without the body', async () => {
  const { get } = await newsSite()
  const [asked, head] = [await get('/news'), await get('/news', {}, 'HEAD')]
  expect(head.body).toHaveLength(0)
  expect({ ...head.headers, date: '' }).toEqual({ ...asked.headers, date: '' })
})

test('the desk is answered by the app, with the headers of the house and its own policy', async () => {
  const { get, prints } = await newsSite()
  const { body, headers } = await get('/desk')
  expect(body.toString()).toBe('the desk')
  expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'self'" })
  expect((await get('/search?q=water')).body.toString()).toBe('water')
  expect((await get('/news', {}, 'POST')).status).toBe(201)
  expect(prints).toEqual([])
})

test('a style sheet is answered for ever under an address that changes with its bytes', async () => {
  const { get } = await newsSite()
  const { status, headers, body } = await get(files.href('site.css'), { 'accept-encoding': 'gzip' })
  expect(status).toBe(200)
  expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
  expect(gunzipSync(body).toString()).toContain('body{color:black}')
  expect(files.href('site.css')).toMatch(/^\/assets\/site\.[\w-]{12}\.css$/)
  expect(() => files.href('other.css')).toThrow('other.css')
})

test.for([
  ['an address with broken percent-encoding', 'GET /news/%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 400],
  ['a request for a proxy', 'GET http://news.example/news HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 200],
  ['a target that is no path', 'GET * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 400],
  ['a path with a segment to resolve', 'GET /x/../search?q=a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 400],
  ['the same in percent-encoding', 'GET /x/%2e%2E HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 400],
  ['a backslash in a path', 'GET /\\evil.example HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 400],
  ['dots within a word', 'GET /news/a..b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 200],
  ['two hosts', 'GET /news HTTP/1.1\r\nHost: x\r\nHost: y\r\nConnection: close\r\n\r\n', 400],
  ['a host that is no host', 'GET /search?q=a HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n', 400],
  ['a search from a time before hosts had names', 'GET /search?q=a HTTP/1.0\r\n\r\n', 200],
  ['no HTTP at all', 'HELLO\r\n\r\n', 400],
  ['headers without end', `GET /news HTTP/1.1\r\nHost: x\r\nCookie: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
  ['a reader who accepts no encoding of ours', 'GET /news HTTP/1.1\r\nHost: x\r\nAccept-Encoding: *;q=0\r\nConnection: close\r\n\r\n', 406],
] as const)('%s is answered as the standard says', async ([, words, status]) => {
  const { server } = await newsSite()
  expect(await speak(server.port, words)).toContain(`HTTP/1.1 ${status} `)
})

test('when the archive is down and no page is kept, the reader is asked to come again', async () => {
  const { get } = await newsSite(() => Promise.reject(new Error('down')))
  const { status, headers, body } = await get('/news')
  expect([status, headers['retry-after'], headers['cache-control'], body.toString()]).toEqual([503, '30', 'no-store', '<h1>503</h1>'])
})

test('a page that breaks is a 500 and the next one is served', async () => {
  const { get } = await newsSite((key) => Promise.reject(new Error(key)))
  expect((await get('/news')).status).toBe(500)
  expect((await get('/desk')).status).toBe(200)
})

test('a port that is taken stops the start with a line that names PORT', async () => {
  const { server, press } = await newsSite()
  const log = { warn: () => {}, error: () => {} }
  const second = serve({ host: '127.0.0.1', port: server.port, press, files, app: new Hono(), log })
  await expect(second).rejects.toMatchObject({ code: 'port-in-use', message: expect.stringContaining('PORT') })
})

test('a server that closes finishes the page that it is printing', async () => {
  const printed = Promise.withResolvers<void>()
  const started = Promise.withResolvers<void>()
  const { server, get } = await newsSite(async () => {
    started.resolve()
    await printed.promise
    return { status: 200, headers: { 'content-type': 'text/html' }, body: 'done', tags: new Set(), expiresAt: null, keep: true }
  })
  const answer = get('/news')
  await started.promise
  const closed = server.close()
  printed.resolve()
  expect((await answer).body.toString()).toBe('done')
  await closed
})
