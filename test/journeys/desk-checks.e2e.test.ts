import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { bodyText } from '#newsroom/stories/body-text.ts'
import type { Block } from '#newsroom/stories/body.ts'
import { readWriting } from '#newsroom/stories/read-writing.ts'
import type { RevisionContent } from '#newsroom/stories/story.ts'
import { desk as paths, link } from '#src/routes.ts'
import { openChromium } from '#test/chromium.ts'
import type { TestDesk } from '#test/desk.ts'
import { openTestDesk } from '#test/desk.ts'
import { enterPaper, paper } from '#test/editor-hands.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { ana, draft, newsroomOn } from '#test/newsroom.ts'
import { openText, placeOf, untilSaved } from '#test/writer.ts'

let newsroom: TestNewsroom
let desk: TestDesk
let browser: Browser
let context: BrowserContext
const complaints: string[] = []

beforeAll(async () => {
  newsroom = await newsroomOn('pglite')
  desk = await openTestDesk(newsroom, [ana])
  browser = await openChromium()
  context = await browser.newContext({ timezoneId: 'Asia/Tashkent' })
  await context.addCookies([{ name: 'member', value: ana.id, url: desk.url }])
  context.on('console', (message) => complaints.push(message.text()))
  context.on('weberror', (error) => complaints.push(String(error.error())))
})
afterAll(async () => {
  await browser.close()
  await desk[Symbol.asyncDispose]()
  await newsroom[Symbol.asyncDispose]()
})

const latest = async (edition: string) => (await readWriting(newsroom.db.writer, edition)).content
const text = (words: string, isBold = false) => ({
  type: 'text' as const,
  text: words,
  ...(isBold && { marks: [{ type: 'bold' as const }] }),
})
const body = (...content: Block[]): Pick<RevisionContent, 'body'> => ({ body: { type: 'doc', content } })
const selected = (page: Page) => page.evaluate(() => getSelection()?.toString())
const isIn = (page: Page, field: 'summary' | 'body') =>
  (field === 'body' ? paper(page) : placeOf(page, field)).evaluate((place) => place === document.activeElement)
const replace = (page: Page, of: string) =>
  page.locator('.findings > li', { has: page.locator('q', { hasText: of }) }).getByRole('button', { name: 'Replace', exact: true })

test('one word is replaced where it stands, in its look; the focus goes there, and undo takes it back', async () => {
  const { edition } = await draft(newsroom, {
    headline: 'Bridges',
    ...body(
      { type: 'paragraph', content: [text('From '), text('Turkey', true), text(' to the river.')] },
      { type: 'paragraph', content: [text('And back to Turkey.')] },
    ),
  })
  const page = await openText(context, desk.url, edition)
  await replace(page, 'From').click()
  await expect.poll(() => selected(page)).toBe('Türkiye')
  expect(await isIn(page, 'body')).toBe(true)
  expect(await paper(page).locator('strong').innerText()).toBe('Türkiye')
  expect(await paper(page).innerText()).toContain('And back to Turkey.')
  await untilSaved(page)
  await expect.poll(async () => bodyText((await latest(edition)).body)).toContain('From Türkiye to')
  await expect.poll(() => page.locator('.findings > li').count()).toBe(1)
  await page.keyboard.press('Control+z')
  expect(await paper(page).innerText()).toContain('From Turkey to the river.')
  await expect.poll(() => page.locator('.findings > li').count()).toBe(2)
  await page.close()
})

test('all of a name are replaced at once, and come back by one undo; what was typed just before stays', async () => {
  const { edition } = await draft(newsroom, {
    headline: 'Ferries',
    ...body({ type: 'paragraph', content: [text('Turkey, Turkey and Turkey.'), { type: 'footnote', attrs: { text: 'Turkey too.' } }] }),
  })
  const page = await context.newPage()
  await page.goto(desk.url + link(paths.edition, { edition }))
  await paper(page).waitFor()
  await enterPaper(page)
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Ice.')
  await page.getByRole('button', { name: 'Replace all 4' }).click()
  await expect.poll(() => paper(page).innerText()).toContain('Türkiye, Türkiye and Türkiye.')
  // At once, and not when it is saved.
  expect(await page.locator('[data-told]').innerText()).toBe('4 places replaced')
  expect(await page.locator('.findings > li, [data-editor] [data-mark^="check-"]').count()).toBe(0)
  await untilSaved(page)
  await expect.poll(async () => bodyText((await latest(edition)).body)).toBe('Türkiye, Türkiye and Türkiye. Ice.\nTürkiye too.')
  expect(await isIn(page, 'body')).toBe(true)
  await page.keyboard.press('Control+z')
  await untilSaved(page)
  await expect.poll(async () => bodyText((await latest(edition)).body)).toBe('Turkey, Turkey and Turkey. Ice.\nTurkey too.')
  await page.close()
})

test('a word of the summary is replaced in its field, by keyboard, and undone there', async () => {
  const { edition } = await draft(newsroom, { headline: 'Summary', summary: 'To Turkey by boat.' })
  const page = await openText(context, desk.url, edition)
  await replace(page, 'To Turkey').focus()
  await page.keyboard.press('Enter')
  const summary = placeOf(page, 'summary')
  await expect.poll(() => summary.inputValue()).toBe('To Türkiye by boat.')
  expect(await isIn(page, 'summary')).toBe(true)
  await untilSaved(page)
  await expect.poll(async () => (await latest(edition)).summary).toBe('To Türkiye by boat.')
  await page.keyboard.press('Control+z')
  expect(await summary.inputValue()).toBe('To Turkey by boat.')
  await page.close()
})

test('whoever accepts a day from the text is asked what happened on it', async () => {
  const { edition } = await draft(newsroom, { headline: 'A visit', summary: 'They met in Georgia on 24-27 April 2026.' })
  const page = await openText(context, desk.url, edition)
  await page.getByRole('button', { name: /^Accept 24/ }).click()
  const kind = page.getByRole('combobox', { name: 'What happened' })
  expect(await kind.evaluate((select) => select === document.activeElement)).toBe(true)
  expect(await kind.inputValue()).toBe('')
  await page.getByText('The activity has no kind. Choose what happened.').first().waitFor()
  await kind.selectOption({ label: 'Meeting' })
  await untilSaved(page)
  await expect
    .poll(async () => (await latest(edition)).activity)
    .toMatchObject({ starts: '2026-04-24', ends: '2026-04-27', type: 'meeting' })
  await page.close()
})

test('times are those of the newsroom’s clock, wherever the browser is', async () => {
  const { edition } = await draft(newsroom, { headline: 'One clock', summary: 'It sails.' })
  const page = await openText(context, desk.url, edition)
  await placeOf(page, 'summary').fill('It sails again.')
  await untilSaved(page)
  // Nine in the morning in Greenwich is noon in Chișinău, and two in the afternoon where this browser is.
  expect(await page.locator('[data-saved]').innerText()).toContain('12:00')
  expect(await page.locator('[data-saved]').innerText()).not.toContain('14:00')
  await page.close()
})

test('nothing of all that was against the page’s policy, or went wrong unseen', () => {
  expect(complaints).toEqual([])
})
