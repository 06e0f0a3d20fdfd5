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
const headline = () => page.getByLabel(/A second ferry for the Nistru/).first()
const saved = async (number: number) => (await readRevision(newsroom.db.writer, edition, number)).headline

test('what was typed beside the source and not saved is there again after a reload, and told', async () => {
  await headline().fill('Un second bac pour le Dniestr')
  await page.reload()
  expect(await headline().inputValue()).toBe('Un second bac pour le Dniestr')
  await page.getByText('What you typed here and did not save is back.').waitFor()
})

test('without a line nothing is lost: it says so, and is saved when the line is back', async () => {
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Save what is written here' }).click()
  await page.getByText('This could not be sent. It is kept on this computer').waitFor()
  await page.context().setOffline(false)
  await page.reload()
  expect(await headline().inputValue()).toBe('Un second bac pour le Dniestr')
  await page.getByRole('button', { name: 'Save what is written here' }).click()
  await expect.poll(() => saved(2).catch(() => '')).toBe('Un second bac pour le Dniestr')
  await page.reload()
  expect(await page.getByText('What you typed here and did not save is back.').count()).toBe(0)
})

test('where somebody else saved meanwhile, what was typed stands beneath and is put over nothing', async () => {
  await headline().fill('Un deuxième bac')
  const content = await readRevision(newsroom.db.writer, edition, 2)
  await saveRevision(newsroom, edit, { edition, madeFrom: 2, content: { ...content, headline: 'Un bac de plus' } })
  await page.reload()
  expect(await headline().inputValue()).toBe('Un bac de plus')
  expect(await page.locator('.kept-words').innerText()).toBe('Un deuxième bac')
})

test('when the source changes, the passage that it concerns is stale, here and among all stories by language', async () => {
  await page.goto(at.url + link(paths.translation, { edition }))
  await page.getByLabel(/Forty lorries cross/).fill('Quarante camions passent par jour.')
  await page.getByRole('button', { name: 'Save what is written here' }).click()
  const savedText = async () => JSON.stringify(await readRevision(newsroom.db.writer, edition, 4).catch(() => ''))
  await expect.poll(savedText).toContain('Quarante camions passent par jour.')
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
