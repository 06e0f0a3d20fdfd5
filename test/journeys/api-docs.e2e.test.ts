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
