import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { api as paths } from '#src/routes.ts'
import { barriers } from '#test/barriers.ts'
import type { TestApi } from '#test/api.ts'
import { openTestApi } from '#test/api.ts'
import { openChromium } from '#test/chromium.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { newsroomOn } from '#test/newsroom.ts'

const pictures = process.env['DATELINE_PICTURES']

let newsroom: TestNewsroom
let api: TestApi
let browser: Browser

beforeAll(async () => {
  newsroom = await newsroomOn('pglite')
  api = await openTestApi(newsroom)
  browser = await openChromium()
})
afterAll(async () => {
  await browser.close()
  await api[Symbol.asyncDispose]()
  await newsroom[Symbol.asyncDispose]()
})

/** A page of the documents, and all that went wrong on it or was asked of somebody else. */
async function open(path: string, options: BrowserContextOptions = {}): Promise<{ page: Page; wrong: string[] }> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const wrong: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') wrong.push(message.text())
  })
  page.on('pageerror', (error) => wrong.push(error.message))
  page.on('request', (request) => {
    if (!/^(?:data|blob):/.test(request.url()) && !request.url().startsWith(api.url)) wrong.push(`asked ${request.url()}`)
  })
  await page.goto(api.url + path)
  return { page, wrong }
}

const shown = async (page: Page, name: string) => pictures && page.screenshot({ path: join(pictures, `${name}.png`) })

const background = (page: Page) =>
  page.evaluate(() => {
    const at = document.elementsFromPoint(innerWidth / 2, innerHeight / 2).map((one) => getComputedStyle(one).backgroundColor)
    const [red = 255, green = 255, blue = 255] =
      (at.find((colour) => !/, 0\)$|transparent/.test(colour)) ?? '').match(/[\d.]+/g)?.map(Number) ?? []
    return red + green + blue
  })

test('the documents are read in Chromium from this host alone, light and dark, wide and narrow', { timeout: 180_000 }, async () => {
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [1280, 360]) {
      const { page, wrong } = await open(paths.docs, { colorScheme, viewport: { width, height: 900 } })
      await page.getByRole('heading', { name: 'Dateline', level: 1 }).waitFor()
      await page.getByText('Reads of what readers may see need no key').first().waitFor()
      await page.evaluate(async () => void (await document.fonts.ready))
      await shown(page, `api-docs-${colorScheme}-${width}`)
      expect(wrong).toEqual([])
      const light = await background(page)
      expect(colorScheme === 'dark' ? light < 200 : light > 600, `${colorScheme}: ${light}`).toBe(true)
      const paragraph = await page.getByText('Reads of what readers may see need no key').first().boundingBox()
      expect(paragraph?.width).toBeGreaterThan(250)
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(wider).toBeLessThanOrEqual(0)
      await page.context().close()
    }
})

test('without scripts there is a table of every operation, and what each code means', async () => {
  for (const path of [paths.docs, paths.problems]) {
    const { page, wrong } = await open(path, { javaScriptEnabled: false, viewport: { width: 360, height: 900 } })
    await shown(page, `plain-${path.replaceAll('/', '-')}`)
    expect(wrong).toEqual([])
    await page.context().close()
  }
  const { page } = await open(paths.problems, { viewport: { width: 360, height: 900 }, colorScheme: 'dark' })
  expect(await barriers(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
})

test('a script of another site reads what is public, sends the ETag back, and gets nowhere with a key', async () => {
  const elsewhere = createServer((_, response) => void response.end('<title>Elsewhere</title>')).listen(0, '127.0.0.1')
  await once(elsewhere, 'listening')
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`)
  const asked = (path: string, headers: Record<string, string> = {}) =>
    page.evaluate(
      async ([url, sent]) => {
        const answer = await fetch(url, { headers: sent, redirect: 'follow' }).catch(() => undefined)
        return answer && { status: answer.status, etag: answer.headers.get('etag'), left: answer.headers.get('ratelimit') }
      },
      [api.url + path, headers] as const,
    )
  for (const path of [paths.stories, paths.description]) {
    const first = await asked(path)
    expect(first).toMatchObject({ status: 200, etag: expect.stringMatching(/^"/) })
    expect(await asked(path, { 'if-none-match': first?.etag ?? '' })).toMatchObject({ status: 304 })
  }
  expect((await asked(`${paths.search}?q=ferry`))?.left).toMatch(/^"address"/)
  expect(await asked(paths.stories, { authorization: 'Bearer dln_x' })).toBeUndefined()
  expect(await asked(paths.me, { authorization: 'Bearer dln_x' })).toBeUndefined()
  await context.close()
  elsewhere.close()
})
