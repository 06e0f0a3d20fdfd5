import { HtmlValidate } from 'html-validate'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { loadDemo } from '#src/commands/demo/load-demo.ts'
import { openApp } from '#src/app.ts'
import { clockAt } from '#platform/clock.ts'
import { barriers } from '#test/barriers.ts'
import { openChromium } from '#test/chromium.ts'
import { openTestDatabase } from '#test/engines.ts'
import { silent } from '#test/silent-log.ts'

let browser: Browser
let base: string
let stop: () => Promise<void>

beforeAll(async () => {
  const db = await openTestDatabase('pglite')
  const newsroom = { db, clock: clockAt('2026-11-24T09:00:00Z') }
  await loadDemo(newsroom)
  const app = await openApp({ newsroom, origin: 'http://localhost', log: silent })
  const server = await app.listen({ host: '127.0.0.1', port: 0 })
  base = `http://127.0.0.1:${server.port}`
  browser = await openChromium()
  stop = async () => {
    await browser.close()
    await server.close()
    await app[Symbol.asyncDispose]()
    await db[Symbol.asyncDispose]()
  }
})
afterAll(() => stop())

const story = async (language = '') => {
  const page = await (await fetch(`${base}${language}/news`)).text()
  const slug = /<h2 class="headline"><a href="([^"]+)"/.exec(page)?.[1]
  return slug ?? '/'
}

describe.each([
  ['light', 360],
  ['light', 1440],
  ['dark', 360],
  ['dark', 1440],
] as const)('in %s at %i px', (colorScheme, width) => {
  test.each([
    '/',
    '/news',
    '/news?place=md',
    'story',
    '/ar/news',
    'story in Arabic',
    '/projects',
    '/projects/pontoon',
    '/places/MD',
    '/search?q=water',
    '/no-such-page',
  ])('everyone can use %s', async (name) => {
    const path = name.startsWith('story') ? await story(name.endsWith('Arabic') ? '/ar' : '') : name
    await using page = await open({ colorScheme, viewport: { width, height: 900 } })
    await page.goto(base + path)
    expect(await barriers(page)).toEqual([])
    const isTooWide = await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')
    expect(isTooWide).toBe(false)
  })
})

test.each(['/', '/news', 'story', '/ar/news', '/projects/pontoon', '/search?q=water', '/no-such-page'])(
  '%s is valid HTML',
  async (name) => {
    const path = name === 'story' ? await story() : name
    // What React writes is a matter of style there; validity is what is asked.
    const report = await new HtmlValidate({ extends: ['html-validate:standard'], rules: { 'attr-case': 'off' } }).validateString(
      await (await fetch(base + path)).text(),
    )
    expect(report.results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))).toEqual([])
  },
)

test.each(['/news', '/fr/news', '/ru/news', '/ar/news'])('a first visit to %s is light, still, and in few requests', async (path) => {
  await using page = await open({ viewport: { width: 1440, height: 900 } })
  const sizes: { type: string; bytes: number }[] = []
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  page.on('requestfinished', (request) => {
    const size = request.sizes().then(({ responseBodySize }) => sizes.push({ type: request.resourceType(), bytes: responseBodySize }))
    void size
  })
  await page.goto(base + path)
  await page.waitForLoadState('networkidle')
  const shift = await page.evaluate(
    "new Promise((resolve) => { let sum = 0; new PerformanceObserver((list) => { for (const entry of list.getEntries()) sum += entry.value }).observe({ type: 'layout-shift', buffered: true }); setTimeout(() => resolve(sum), 300) })",
  )
  const of = (...types: string[]) => sizes.filter(({ type }) => types.includes(type)).reduce((sum, { bytes }) => sum + bytes, 0)
  expect(sizes.length, JSON.stringify(sizes)).toBeLessThanOrEqual(8)
  expect(of('document', 'stylesheet', 'script')).toBeLessThanOrEqual(30_000)
  expect(of('font')).toBeLessThanOrEqual(80_000)
  expect(shift).toBe(0)
  expect(complaints).toEqual([])
})

test('by keyboard alone, one reaches the text and opens a story', async () => {
  await using page = await open({ viewport: { width: 1024, height: 900 }, javaScriptEnabled: false })
  await page.goto(`${base}/news`)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  expect(page.url()).toMatch(/#content$/)
  for (let presses = 0; presses < 12 && !/\/news\/[^/]+$/.test(page.url()); presses += 1) {
    await page.keyboard.press('Tab')
    const focused = page.locator(':focus')
    if ((await focused.getAttribute('href'))?.startsWith('/news/')) await focused.press('Enter')
  }
  await page.waitForURL(/\/news\/[^/?#]+$/)
  expect(await page.locator('article h1').count()).toBe(1)
})

test('an Arabic page is mirrored', async () => {
  await using page = await open({ viewport: { width: 1440, height: 900 } })
  await page.goto(`${base}/ar/news`)
  const day = await page.locator('.day-name').first().boundingBox()
  const headline = await page.locator('.headline').first().boundingBox()
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
  expect(day?.x ?? 0).toBeGreaterThan(headline?.x ?? Infinity)
})

async function open(options: BrowserContextOptions): Promise<Page & AsyncDisposable> {
  const context = await browser.newContext({ ...options, bypassCSP: true })
  const page = await context.newPage()
  return Object.assign(page, { [Symbol.asyncDispose]: () => context.close() })
}
