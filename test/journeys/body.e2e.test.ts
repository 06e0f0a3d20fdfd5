import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { fileEdition } from '#newsroom/stories/file-story.ts'
import { releaseStory } from '#newsroom/stories/release-story.ts'
import type { Body } from '#newsroom/stories/body.ts'
import { openApp } from '#src/app.ts'
import { link, routes } from '#src/routes.ts'
import { barriers } from '#test/barriers.ts'
import { openChromium } from '#test/chromium.ts'
import { ana, edit, ferry, newsroomOn, released } from '#test/newsroom.ts'
import { silent } from '#test/silent-log.ts'

let browser: Browser
let base: string
let stop: () => Promise<void>

const full = link(routes.story, { slug: 'everything' })
const plain = link(routes.story, { slug: 'plain' })

beforeAll(async () => {
  const newsroom = await newsroomOn('pglite')
  await released(newsroom, { headline: 'Plain' })
  const { story } = await released(newsroom, {
    headline: 'Everything',
    body: everything('Forty lorries a day cross the river.', 'The ferry in May'),
  })
  const arabic = ferry({ headline: 'كل شيء', slug: 'kull-shay', body: everything('أربعون شاحنة في اليوم.', 'العبّارة في مايو') })
  await releaseStory(newsroom, edit, { edition: await fileEdition(newsroom, ana, { story, language: 'ar', content: arabic }) })
  const app = await openApp({ newsroom, origin: 'http://localhost', log: silent })
  const server = await app.listen({ host: '127.0.0.1', port: 0 })
  base = `http://127.0.0.1:${server.port}`
  browser = await openChromium()
  stop = async () => {
    await browser.close()
    await server.close()
    await app[Symbol.asyncDispose]()
    await newsroom[Symbol.asyncDispose]()
  }
})
afterAll(() => stop())

describe.each([
  ['light', 360],
  ['dark', 1440],
] as const)('in %s at %i px', (colorScheme, width) => {
  test.each([full, '/ar/news/kull-shay'])('everyone can read tables, call-outs, footnotes and embeds at %s', async (path) => {
    await using page = await open({ colorScheme, viewport: { width, height: 900 }, bypassCSP: true })
    await page.goto(base + path)
    expect(await barriers(page)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')).toBe(false)
  })
})

test('a wide table scrolls in a box of its own, by keyboard', async () => {
  await using page = await open({ viewport: { width: 360, height: 900 } })
  await page.goto(base + full)
  const box = page.getByRole('region', { name: 'Table 1' })
  await box.focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => box.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0)
})

test('a footnote leads to its note and back', async () => {
  await using page = await open({})
  await page.goto(base + full)
  await page.getByRole('link', { name: 'Note 1', exact: true }).click()
  expect(new URL(page.url()).hash).toBe('#note-1')
  await page.getByRole('link', { name: 'Back to the text at note 1' }).click()
  expect(new URL(page.url()).hash).toBe('#note-mark-1')
})

test('nothing comes from elsewhere before a reader asks for it, and then from the provider alone', async () => {
  await using page = await open({ viewport: { width: 1024, height: 900 } })
  const elsewhere: string[] = []
  const refused: string[] = []
  page.on('console', (message) => /Content Security Policy/.test(message.text()) && refused.push(message.text()))
  await page.route(/^https:/, (route) => {
    elsewhere.push(route.request().url())
    return route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Film</title><p>Film' })
  })
  await page.goto(base + full)
  await page.waitForLoadState('networkidle')
  expect(elsewhere).toEqual([])
  await page.getByRole('button', { name: 'Load the video from YouTube' }).click()
  await page.frameLocator('iframe[title="The ferry in May"]').getByText('Film').waitFor()
  expect(elsewhere).toEqual(['https://www.youtube-nocookie.com/embed/abcdefghijk'])
  const frame = page.locator('iframe')
  expect(await frame.getAttribute('referrerpolicy')).toBe('strict-origin')
  expect(await frame.getAttribute('sandbox')).not.toContain('top-navigation')
  expect(await frame.evaluate((element) => element === document.activeElement)).toBe(true)
  expect(refused).toEqual([])
})

test('without script an embed is a link to where it is', async () => {
  await using page = await open({ javaScriptEnabled: false })
  await page.goto(base + full)
  expect(await page.getByRole('link', { name: 'The ferry in May' }).getAttribute('href')).toBe(
    'https://www.youtube.com/watch?v=abcdefghijk',
  )
  expect(await page.getByRole('button', { name: /Load/ }).count()).toBe(0)
})

test('only a page with an embed has a script, under 1.5 kB, and may frame its providers', async () => {
  const [withEmbed, without] = await Promise.all([fetch(base + full), fetch(base + plain)])
  expect(withEmbed.headers.get('content-security-policy')).toMatch(/; frame-src https:\/\/www\.youtube-nocookie\.com /)
  expect(without.headers.get('content-security-policy')).not.toContain('frame-src')
  expect(await without.text()).not.toContain('<script')
  const script = /<script type="module" src="([^"]+)">/.exec(await withEmbed.text())?.[1] ?? ''
  const answer = await fetch(base + script)
  expect(answer.headers.get('content-type')).toContain('text/javascript')
  expect((await answer.arrayBuffer()).byteLength).toBeLessThan(1536)
})

async function open(options: BrowserContextOptions): Promise<Page & AsyncDisposable> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  return Object.assign(page, { [Symbol.asyncDispose]: () => context.close() })
}

function everything(words: string, title: string): Body {
  const paragraph = { type: 'paragraph' as const, content: [{ type: 'text' as const, text: words }] }
  const attrs = { colspan: 1, rowspan: 1, colwidth: null }
  const row = (type: 'tableHeader' | 'tableCell') => ({
    type: 'tableRow' as const,
    content: Array.from({ length: 9 }, (_, i) => ({ type: i === 0 ? ('tableHeader' as const) : type, attrs, content: [paragraph] })),
  })
  const noted = {
    ...paragraph,
    content: [...paragraph.content, { type: 'footnote' as const, attrs: { text: 'See https://example.org/ice.' } }],
  }
  return {
    type: 'doc',
    content: [
      noted,
      { type: 'heading', attrs: { level: 2 }, content: paragraph.content },
      { type: 'table', content: [row('tableHeader'), row('tableCell'), row('tableCell')] },
      {
        type: 'callout',
        attrs: { kind: 'background' },
        content: [paragraph, { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph] }] }],
      },
      { type: 'blockquote', attrs: { attribution: 'Ana' }, content: [paragraph] },
      { type: 'embed', attrs: { url: 'https://youtu.be/abcdefghijk', title } },
      { type: 'orderedList', attrs: { start: 3 }, content: [{ type: 'listItem', content: [noted] }] },
    ],
  }
}
