import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { sendForReview } from '#newsroom/review/send-for-review.ts'
import type { Body } from '#newsroom/stories/body.ts'
import { readWriting } from '#newsroom/stories/read-writing.ts'
import { saveRevision } from '#newsroom/stories/save-revision.ts'
import { link, desk as paths } from '#src/routes.ts'
import { openChromium } from '#test/chromium.ts'
import type { TestDesk } from '#test/desk.ts'
import { openTestDesk } from '#test/desk.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { ana, draft, edit, newsroomOn } from '#test/newsroom.ts'
import { goToEnd, openText, placeOf, untilSaved } from '#test/writer.ts'

let newsroom: TestNewsroom
let desk: TestDesk
let browser: Browser

beforeAll(async () => {
  newsroom = await newsroomOn('pglite')
  desk = await openTestDesk(newsroom, [ana, edit])
  browser = await openChromium()
})
afterAll(async () => {
  await browser.close()
  await desk[Symbol.asyncDispose]()
  await newsroom[Symbol.asyncDispose]()
})

const notice = (page: Page) => page.locator('[data-notice]')
const paragraph = (text: string) => ({ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] })
const longBody: Body = { type: 'doc', content: Array.from({ length: 60 }, (_, i) => paragraph(`Paragraph ${i} of a long text.`)) }

async function signedIn(member: typeof ana, viewport = { width: 1440, height: 800 }): Promise<BrowserContext & AsyncDisposable> {
  const context = await browser.newContext({ viewport })
  await context.addCookies([{ name: 'member', value: member.id, url: desk.url }])
  return Object.assign(context, { [Symbol.asyncDispose]: () => context.close() })
}

const isInSight = (page: Page, what: string) =>
  page.locator(what).evaluate((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect()
    const seen = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
    return top >= 0 && bottom <= innerHeight && seen !== null && element.contains(seen)
  })

test.each([
  { width: 1440, height: 800 },
  { width: 1024, height: 700 },
  { width: 360, height: 640 },
])('whoever loses the pen at the end of a long text sees it there, at $width px, and the tools stay', async (viewport) => {
  const { edition } = await draft(newsroom, { headline: 'Long', body: longBody, places: ['MD'] })
  await using hers = await signedIn(ana, viewport)
  const page = await openText(hers, desk.url, edition)
  await goToEnd(page, 'body')
  await page.keyboard.type(' Ana.')
  await untilSaved(page)
  await using his = await signedIn(edit)
  const other = await openText(his, desk.url, edition)
  await notice(other).getByRole('button', { name: 'Take the pen over' }).click()
  await expect.poll(() => notice(page).innerText()).toContain('Edit has held the pen since')
  await expect.poll(() => isInSight(page, '[data-notice] button')).toBe(true)
  expect(await isInSight(page, '.writing-bar .state-mark')).toBe(true)
  expect(await page.getByRole('toolbar').isVisible()).toBe(true)
  expect(await page.getByRole('toolbar').getByRole('button', { name: 'Bold' }).isDisabled()).toBe(true)
  const section = page.locator('.facts-fields select[name="section"]')
  expect(await section.evaluate((field) => getComputedStyle(field).appearance)).toBe('none')
  expect(await page.locator('.facts-fields').getByRole('combobox', { name: 'Places' }).count()).toBe(0)
  expect(await page.locator('.facts-fields .picked', { hasText: 'Moldova' }).getByRole('button').count()).toBe(0)
})

test('a tab whose text has gone to review says so, and does not ask for the pen again and again', async () => {
  const { edition } = await draft(newsroom, { headline: 'Gone to review' })
  await using hers = await signedIn(ana)
  const page = await openText(hers, desk.url, edition)
  await goToEnd(page, 'summary')
  await page.keyboard.type(' Ana.')
  await untilSaved(page)
  const refused: string[] = []
  page.on('response', (answer) => void (answer.status() === 403 && refused.push(answer.request().method())))
  await sendForReview(newsroom, ana, { edition })
  await expect.poll(() => notice(page).innerText()).toContain('This story stands otherwise now: In review.')
  expect(await placeOf(page, 'summary').isEnabled()).toBe(false)
  for (let i = 0; i < 3; i += 1) {
    const asked = page.waitForResponse((answer) => answer.url().endsWith(link(paths.pen, { edition })))
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    expect((await asked).status()).toBe(200)
  }
  expect(refused.length).toBeLessThan(2)
  await notice(page).getByRole('button', { name: 'Load the page again' }).click()
  await expect.poll(() => page.locator('.panel-state').innerText()).toContain('In review')
  expect(await notice(page).isVisible()).toBe(false)
})

test('where two texts meet, what each added and took out is marked word by word', async () => {
  const { edition } = await draft(newsroom, { headline: 'The ferry', summary: 'It carries forty lorries a day.' })
  await using hers = await signedIn(ana)
  const page = await openText(hers, desk.url, edition)
  const { edition: now, content } = await readWriting(newsroom.db.writer, edition)
  const summary = 'It carries fifty lorries a day.'
  await saveRevision(newsroom, edit, { edition, madeFrom: now.revision, content: { ...content, summary } })
  await goToEnd(page, 'summary')
  await page.keyboard.type(' At least.')
  const side = page.locator('[data-choice] fieldset', { hasText: 'Summary' }).locator('blockquote')
  await side.first().waitFor()
  expect(await side.nth(0).locator('ins').allInnerTexts()).toEqual([' At least.'])
  expect(await side.nth(1).locator('ins, del').allInnerTexts()).toEqual(['forty', 'fifty'])
  expect(await side.nth(1).innerText()).toContain('lorries a day.')
})

test('in a new story the address under its field goes with the headline at once', async () => {
  const { edition } = await draft(newsroom, { headline: '', slug: 'story' })
  await using hers = await signedIn(ana)
  const page = await openText(hers, desk.url, edition)
  await goToEnd(page, 'headline')
  await page.keyboard.type('A new ferry')
  await expect.poll(() => page.locator('#slug-help').textContent()).toMatch(/\/news\/a-new-ferry$/)
  await untilSaved(page)
  expect((await readWriting(newsroom.db.writer, edition)).content.slug).toBe('a-new-ferry')
})

test('offline, the page says that it is not to be closed or loaded again', async () => {
  const { edition } = await draft(newsroom, { headline: 'Offline' })
  await using hers = await signedIn(ana)
  const page = await openText(hers, desk.url, edition)
  await hers.setOffline(true)
  await goToEnd(page, 'summary')
  await page.keyboard.type(' Offline.')
  const saved = page.locator('[data-saved]')
  await expect.poll(() => saved.innerText()).toBe('Offline. Do not close or reload this page; your words are kept on this computer')
  await hers.setOffline(false)
  await untilSaved(page)
})
