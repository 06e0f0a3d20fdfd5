import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { readRevision } from '#newsroom/stories/edition-store.ts'
import { saveRevision } from '#newsroom/stories/save-revision.ts'
import { translateEdition } from '#newsroom/translations/translate-edition.ts'
import { desk as paths, link } from '#src/routes.ts'
import { admit } from '#test/cast.ts'
import { openChromium } from '#test/chromium.ts'
import type { TestDesk } from '#test/desk.ts'
import { openTestDesk } from '#test/desk.ts'
import { picture } from '#test/journey-newsroom.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { draft, edit, newsroomOn } from '#test/newsroom.ts'
import { untilSaved } from '#test/writer.ts'

let newsroom: TestNewsroom
let at: TestDesk
let browser: Browser
let page: Page
let edition: string
let original: string

beforeAll(async () => {
  newsroom = await newsroomOn('pglite')
  await admit(newsroom, edit)
  at = await openTestDesk(newsroom, [edit])
  const source = await draft(newsroom, {
    headline: 'A second ferry for the Nistru',
    body: body('Forty lorries cross a day.', 'It rests at night.'),
  })
  edition = await translateEdition(newsroom, edit, { edition: source.edition, language: 'fr' })
  original = source.edition
  browser = await openChromium()
  const context = await browser.newContext()
  await context.addCookies([{ name: 'member', value: edit.id, url: at.url }])
  page = await context.newPage()
  await page.goto(at.url + link(paths.translation, { edition }))
})
afterAll(async () => {
  await browser.close()
  await at[Symbol.asyncDispose]()
  await newsroom[Symbol.asyncDispose]()
})

const body = (...texts: string[]) => ({
  type: 'doc' as const,
  content: texts.map((text) => ({ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] })),
})

test('when the source changes, the passage that it concerns is stale, here and among all stories by language', async () => {
  await page.goto(at.url + link(paths.translation, { edition }))
  await page.getByRole('textbox', { name: /second ferry/ }).fill('Un second bac pour le Dniestr')
  await page.getByRole('textbox', { name: /Forty lorries cross/ }).fill('Quarante camions passent par jour.')
  await untilSaved(page)
  const content = await readRevision(newsroom.db.writer, original, 1)
  const changed = body('Fifty lorries cross a day.', 'It rests at night.')
  await saveRevision(newsroom, edit, { edition: original, madeFrom: 1, content: { ...content, body: changed } })
  await page.goto(at.url + link(paths.translation, { edition }))
  const stale = page.locator('.passage-stale')
  expect(await stale.count()).toBe(1)
  expect(await stale.locator('ins').innerText()).toBe('Fifty')
  await stale.scrollIntoViewIfNeeded()
  await picture(page, 'side-by-side')
  await page.goto(at.url + paths.translations)
  await page.getByText('A second ferry for the Nistru').first().waitFor()
  await picture(page, 'translations', { height: 700 })
})
