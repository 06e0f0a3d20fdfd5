import type { AddressInfo } from 'node:net'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'

import { deepl } from './deepl.ts'
import { libreTranslate } from './libre-translate.ts'

type Asked = { path: string; headers: IncomingMessage['headers']; body: Record<string, unknown> }
type Answer = { status?: number; headers?: Record<string, string>; body?: unknown; hangs?: boolean; pours?: Poured }

/** What an answer pours out without end, a piece each so many milliseconds, until it is hung up on. */
type Poured = { piece: string; every: number; isHungUp?: boolean }

const open: (() => void)[] = []
afterEach(() => open.splice(0).forEach((close) => close()))

/** A service that answers as its documentation says; `before` are answers that it gives first. */
async function standIn(usual: (asked: Asked) => Answer, ...before: Answer[]): Promise<{ url: URL; asked: Asked[] }> {
  const asked: Asked[] = []
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      const question = { path: request.url ?? '', headers: request.headers, body }
      asked.push(question)
      give(response, before.shift() ?? usual(question))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  open.push(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { url: new URL(`http://127.0.0.1:${port}`), asked }
}

async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  const body: unknown = JSON.parse(text)
  return typeof body === 'object' && body !== null ? { ...body } : {}
}

function give(response: ServerResponse, { status = 200, headers = {}, body = {}, hangs = false, pours }: Answer): void {
  if (hangs) return
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  if (pours) return pour(response, pours)
  response.end(typeof body === 'string' ? body : JSON.stringify(body))
}

function pour(response: ServerResponse, poured: Poured): void {
  const more = setInterval(() => {
    // As fast as they are taken, and no faster.
    if (!response.writableNeedDrain) response.write(poured.piece)
  }, poured.every)
  response.on('close', () => {
    poured.isHungUp = true
    clearInterval(more)
  })
}

const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])
const deeplAnswer = ({ headers, body }: Asked): Answer =>
  headers.authorization === 'DeepL-Auth-Key key:fx'
    ? {
        body: {
          translations: texts(body['text']).map((text) => ({
            detected_source_language: 'EN',
            text: `${String(body['target_lang'])} ${text}`,
          })),
        },
      }
    : { status: 403 }
const libreAnswer = ({ body }: Asked): Answer =>
  body['api_key'] === 'key'
    ? { body: { translatedText: texts(body['q']).map((text) => `${String(body['target'])} ${text}`) } }
    : { status: 403, body: { error: 'Invalid API key' } }

const hasty = { tries: 3, firstWait: 1, longest: 2000, inAll: 20_000 }

describe.each([
  ['DeepL', deeplAnswer, (url: URL, key?: string) => deepl({ url, key: key ?? 'key:fx' }, hasty), 'FR', '/v2/translate'],
  ['LibreTranslate', libreAnswer, (url: URL, key?: string) => libreTranslate({ url, key: key ?? 'key' }, hasty), 'fr', '/translate'],
] as const)('%s', (name, answer, open_, french, path) => {
  test('translates in the order it was asked, in batches that the service takes', async () => {
    const { url, asked } = await standIn(answer)
    const many = Array.from({ length: 120 }, (_, k) => `Text ${k} <b>bold</b> &amp; more`)
    expect(await open_(url).translate(many, 'en-GB', 'fr')).toEqual(many.map((text) => `${french} ${text}`))
    expect(asked.every((question) => question.path === path)).toBe(true)
    const sizes = asked.map(({ body }) => texts(body['text'] ?? body['q']).length)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(50)
    expect(sizes.length).toBeGreaterThan(2)
  })

  test.each([
    ['is busy and says for how long', { status: 429, headers: { 'retry-after': '0' } }],
    ['is ill for a moment', { status: 503 }],
    ['fails within', { status: 500, body: { error: 'boom' } }],
  ])('is asked again where it %s', async (_, first) => {
    const { url, asked } = await standIn(answer, first, first)
    expect(await open_(url).translate(['Ferry'], 'en', 'fr')).toEqual([`${french} Ferry`])
    expect(asked).toHaveLength(3)
  })

  test('that stays busy is given up with a line that says so', async () => {
    const { url, asked } = await standIn(() => ({ status: 429, headers: { 'retry-after': '0' } }))
    await expect(open_(url).translate(['Ferry'], 'en', 'fr')).rejects.toMatchObject({ code: 'machine-away', kind: 'unavailable' })
    expect(asked).toHaveLength(3)
  })

  test('that has used its quota up is not asked again', async () => {
    const { url, asked } = await standIn(() => ({ status: 456, body: { message: 'Quota exceeded' } }))
    await expect(open_(url).translate(['Ferry'], 'en', 'fr')).rejects.toMatchObject({ code: 'machine-quota' })
    expect(asked).toHaveLength(1)
  })

  test('that does not take the key says so, and the key is in no message', async () => {
    const { url } = await standIn(answer)
    const refused = await open_(url, 'wrong-key')
      .translate(['Ferry'], 'en', 'fr')
      .catch((error: unknown) => error)
    expect(refused).toMatchObject({ code: 'machine-refused' })
    expect(String(refused)).not.toContain('wrong-key')
  })

  test.each([
    ['nonsense', 'not json'],
    ['too few', { translations: [], translatedText: [] }],
    ['something else', { fine: true }],
  ])('that answers %s has translated nothing', async (_, body) => {
    const { url } = await standIn(() => ({ body }))
    await expect(open_(url).translate(['Ferry'], 'en', 'fr')).rejects.toMatchObject({ code: 'machine-away' })
  })

  test('that is too slow is given up, and can be left before', async () => {
    const { url, asked } = await standIn(() => ({ hangs: true }))
    const slow =
      name === 'DeepL'
        ? deepl({ url, key: 'key:fx' }, { ...hasty, tries: 2, longest: 30 })
        : libreTranslate({ url, key: 'key' }, { ...hasty, tries: 2, longest: 30 })
    await expect(slow.translate(['Ferry'], 'en', 'fr')).rejects.toMatchObject({ code: 'machine-away' })
    expect(asked).toHaveLength(2)
    const leaving = new AbortController()
    const left = open_(url).translate(['Ferry'], 'en', 'fr', leaving.signal)
    leaving.abort()
    await expect(left).rejects.toThrow(/abort/i)
  })

  test.each([
    [200, 'its answer is too large', 'machine-away'],
    [403, 'does not take our key', 'machine-refused'],
  ])('that answers %i without end is hung up on', async (status, says, code) => {
    const pours: Poured = { piece: 'x'.repeat(2 ** 20), every: 1 }
    const { url } = await standIn(() => ({ status, pours }))
    const failure = await open_(url)
      .translate(['Ferry'], 'en', 'fr')
      .catch((error: unknown) => error)
    expect(failure).toMatchObject({ code, message: expect.stringContaining(says) })
    await expect.poll(() => pours.isHungUp).toBe(true)
  })

  test('that answers a letter at a time is given up, and can be left before', async () => {
    const pours: Poured = { piece: ' ', every: 5 }
    const { url, asked } = await standIn(() => ({ pours }))
    const asking = { ...hasty, longest: 50 }
    const slow = name === 'DeepL' ? deepl({ url, key: 'key:fx' }, asking) : libreTranslate({ url, key: 'key' }, asking)
    await expect(slow.translate(['Ferry'], 'en', 'fr')).rejects.toMatchObject({ code: 'machine-away' })
    const leaving = new AbortController()
    const left = open_(url).translate(['Ferry'], 'en', 'fr', leaving.signal)
    await expect.poll(() => asked.length).toBe(2)
    leaving.abort()
    await expect(left).rejects.toThrow(/abort/i)
  })

  test('that is busy all the time is given up when the time for all is up', async () => {
    const { url, asked } = await standIn(() => ({ status: 429, headers: { 'retry-after': '30' } }))
    const asking = { ...hasty, inAll: 50 }
    const busy = name === 'DeepL' ? deepl({ url, key: 'key:fx' }, asking) : libreTranslate({ url, key: 'key' }, asking)
    await expect(busy.translate(['Ferry'], 'en', 'fr')).rejects.toMatchObject({
      code: 'machine-away',
      message: expect.stringContaining('too long'),
    })
    expect(asked).toHaveLength(1)
  })
})

test('DeepL is told which English and which Portuguese, and asked to keep tags', async () => {
  const { url, asked } = await standIn(deeplAnswer)
  for (const language of ['en', 'pt', 'pt-BR', 'zh', 'ar']) await deepl({ url, key: 'key:fx' }, hasty).translate(['x'], 'tr', language)
  expect(asked.map(({ body }) => body['target_lang'])).toEqual(['EN-GB', 'PT-PT', 'PT-BR', 'ZH-HANS', 'AR'])
  expect(asked[0]?.body).toMatchObject({ source_lang: 'TR', tag_handling: 'xml' })
  expect(asked[0]?.body).not.toHaveProperty('formality')
})
