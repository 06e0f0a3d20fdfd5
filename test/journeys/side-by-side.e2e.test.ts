import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import type { Member } from '#newsroom/members/member.ts'
import type { Inline } from '#newsroom/stories/body.ts'
import { readWriting } from '#newsroom/stories/read-writing.ts'
import { saveRevision } from '#newsroom/stories/save-revision.ts'
import { readSideBySide } from '#newsroom/translations/read-translation.ts'
import { translateEdition } from '#newsroom/translations/translate-edition.ts'
import { writePassages } from '#newsroom/translations/write-passages.ts'
import { desk as paths, link } from '#src/routes.ts'
import { barriersOnScreen } from '#test/barriers.ts'
import { admit } from '#test/cast.ts'
import { openChromium } from '#test/chromium.ts'
import type { TestDesk } from '#test/desk.ts'
import { openTestDesk } from '#test/desk.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { draft, edit, newsroomOn } from '#test/newsroom.ts'
import { untilSaved } from '#test/writer.ts'

const farid: Member = { ...edit, id: '01900000-0000-7000-8000-0000000000fa', name: 'Farid' }
const lines = 14

let newsroom: TestNewsroom
let at: TestDesk
let browser: Browser
let source: string
let edition: string

beforeAll(async () => {
  newsroom = await newsroomOn('pglite')
  await admit(newsroom, edit, farid)
  at = await openTestDesk(newsroom, [edit, farid])
  browser = await openChromium()
})
afterAll(async () => {
  await browser.close()
  await at[Symbol.asyncDispose]()
  await newsroom[Symbol.asyncDispose]()
})
/** Passage 1 is the headline, 2 the summary, 3 to 16 are lines of the text. */
beforeEach(async () => {
  source = (await draft(newsroom, { headline: 'A second ferry', body: bodyOf('Forty lorries cross a day.') })).edition
  edition = await translateEdition(newsroom, edit, { edition: source, language: 'ar' })
})

const bodyOf = (first: string) => ({
  type: 'doc' as const,
  content: Array.from({ length: lines }, (_, at) => ({
    type: 'paragraph' as const,
    content: [
      {
        type: 'text' as const,
        text: at === 0 ? first : `The ferry rests at night, says the ferryman, and line ${at} is as long as the bank.`,
      },
    ],
  })),
})
const words = (text: string): Inline[] => [{ type: 'text', text }]
const side = () => link(paths.translation, { edition })
const field = (page: Page, passage: number) => page.locator(`[name="p-${passage}"]`)
const doneButton = (page: Page, passage: number) => page.locator(`#passage-${passage} button[name=done]`)
const foot = (page: Page) => page.locator('.passage-foot')
const latest = async () => (await readWriting(newsroom.db.writer, edition)).content
const statuses = async () => (await readSideBySide(newsroom.db.writer, edition)).translation.passages.map(({ state }) => state)

async function signedIn(member: Member = edit, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
  await context.addCookies([{ name: 'member', value: member.id, url: at.url }])
  return context
}

async function open(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  await page.goto(at.url + side())
  await page.waitForFunction("document.documentElement.dataset.script === 'on'")
  return page
}

/** Whether this is still the page that was opened. */
const isSamePage = async (page: Page): Promise<boolean> => (await page.evaluate('globalThis.isOpened === true')) === true

test('what is typed is saved within seconds of a pause, or as the page goes, and stands there after a reload', async () => {
  await using context = await signedIn()
  const page = await open(context)
  await field(page, 1).fill('عبّارة ثانية')
  await untilSaved(page)
  expect(await latest()).toMatchObject({ headline: 'عبّارة ثانية' })
  await expect.poll(() => page.locator('h1').innerText()).toBe('عبّارة ثانية')
  await field(page, 2).fill('بعد الشتاء')
  await page.reload()
  expect(await field(page, 1).inputValue()).toBe('عبّارة ثانية')
  expect(await field(page, 2).inputValue()).toBe('بعد الشتاء')
  await expect.poll(latest).toMatchObject({ summary: 'بعد الشتاء' })
})

test('without a line it is kept in this browser, in a tab that broke too, and saved when the line is back', async () => {
  await using context = await signedIn()
  const page = await open(context)
  await field(page, 1).fill('عبّارة')
  await untilSaved(page)
  await context.setOffline(true)
  await field(page, 4).fill('تستريح ليلاً')
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('Control+Enter')
  await foot(page).getByText('Offline. Do not close or reload this page').waitFor()
  await page.close()
  await context.setOffline(false)
  const again = await open(context)
  await expect.poll(() => field(again, 4).inputValue()).toBe('تستريح ليلاً')
  await untilSaved(again)
  expect(JSON.stringify((await latest()).body)).toContain('تستريح ليلاً')
  expect((await statuses()).slice(0, 6)).toEqual(['done', 'waiting', 'waiting', 'done', 'done', 'waiting'])
})

test('of two translators the second is told who writes; where somebody saved meanwhile both texts are shown, and nothing is lost', async () => {
  await using hers = await signedIn()
  await using his = await signedIn(farid)
  const one = await open(hers)
  await field(one, 1).fill('عبّارة')
  await untilSaved(one)
  const two = await open(his)
  await foot(two).getByText('Edit has held the pen since').waitFor()
  expect(await field(two, 1).isDisabled()).toBe(true)
  // A program saves without a pen.
  await hers.setOffline(true)
  await field(one, 1).fill('عبّارة إديت')
  await field(one, 2).fill('ملخّص إديت')
  const { revision } = (await readWriting(newsroom.db.writer, edition)).edition
  const written = new Map([[1, words('عبّارة فريد')]])
  await writePassages(newsroom, farid, { edition, revision, sourceRevision: 1, written, done: new Set() })
  await hers.setOffline(false)
  const choice = one.locator('[data-choice]')
  await choice.getByText('Farid saved this story').waitFor()
  expect(await choice.locator('legend').allInnerTexts()).toEqual([
    'Translation of: A second ferry: changed by both of you',
    expect.stringContaining('Translation of: After a winter'),
  ])
  expect(await barriersOnScreen(one)).toEqual([])
  await choice.getByText('What Farid saved').first().click()
  await choice.getByRole('button', { name: 'Go on with these' }).click()
  await untilSaved(one)
  expect(await latest()).toMatchObject({ headline: 'عبّارة فريد', summary: 'ملخّص إديت' })
  expect(await field(one, 1).inputValue()).toBe('عبّارة فريد')
  await one.locator('[data-kept]').getByText('Kept on this computer').waitFor()
})

test('a passage is done in its place: the next that is open has the focus, one hears how many are left, and nothing is loaded again', async () => {
  await using context = await signedIn()
  const page = await open(context)
  await page.evaluate('globalThis.isOpened = true')
  const isFocused = (passage: number) => field(page, passage).evaluate((element) => element === document.activeElement)
  await field(page, 12).scrollIntoViewIfNeeded()
  await field(page, 12).fill('سطر')
  await page.keyboard.press('Control+Enter')
  expect(await isFocused(13)).toBe(true)
  await foot(page).getByText('15 passages are open').waitFor()
  await expect.poll(() => page.locator('#passage-12 .passage-status').innerText()).toBe('Done')
  const before = await page.evaluate('scrollY')
  await doneButton(page, 13).click()
  expect(await isFocused(14)).toBe(true)
  await foot(page).getByText('14 passages are open').waitFor()
  expect(await doneButton(page, 13).count()).toBe(0)
  expect(Math.abs(Number(await page.evaluate('scrollY')) - Number(before))).toBeLessThan(400)
  await doneButton(page, 16).click()
  // From the top again, after the last.
  expect(await isFocused(1)).toBe(true)
  await untilSaved(page)
  expect((await statuses()).slice(11)).toEqual(['done', 'done', 'waiting', 'waiting', 'done'])
  for (let passage = 1; passage < 16; passage += 1) if (passage < 12 || passage > 13) await page.keyboard.press('Control+Enter')
  await foot(page).getByText('Nothing is open').waitFor()
  expect(await page.locator('[data-left]').evaluate((element) => element === document.activeElement)).toBe(true)
  expect(await isSamePage(page)).toBe(true)
  expect(await barriersOnScreen(page)).toEqual([])
})

test('what the source says since is told where it stands, and what is typed goes on being saved', async () => {
  await using context = await signedIn()
  const page = await open(context)
  await field(page, 3).fill('أربعون شاحنة')
  await page.keyboard.press('Control+Enter')
  await untilSaved(page)
  const { content } = await readWriting(newsroom.db.writer, source)
  await saveRevision(newsroom, farid, { edition: source, madeFrom: 1, content: { ...content, body: bodyOf('Fifty lorries cross a day.') } })
  await field(page, 5).fill('سطر')
  await page.keyboard.press('Control+Enter')
  await foot(page).getByText('The source was saved meanwhile').waitFor()
  await untilSaved(page)
  expect(await page.locator('#passage-3 ins').innerText()).toBe('Fifty')
  expect(await page.locator('#passage-3').getAttribute('class')).toContain('passage-stale')
  expect(JSON.stringify((await latest()).body)).toContain('سطر')
  await doneButton(page, 3).click()
  await expect.poll(() => page.locator('#passage-3 ins').count()).toBe(0)
})

test('an act upon all passages comes after what was typed, and one writes on upon the page that it makes', async () => {
  const { content } = await readWriting(newsroom.db.writer, source)
  const longer = bodyOf('Forty lorries cross a day.')
  longer.content.push(...bodyOf('A third boat comes in May.').content.slice(0, 1))
  await saveRevision(newsroom, farid, { edition: source, madeFrom: 1, content: { ...content, body: longer } })
  await using context = await signedIn()
  const page = await open(context)
  await field(page, 3).fill('أربعون شاحنة')
  await page.getByRole('button', { name: 'Bring the structure over' }).click()
  await field(page, 17).waitFor()
  expect(await field(page, 3).inputValue()).toBe('أربعون شاحنة')
  await field(page, 17).fill('زورق ثالث')
  await untilSaved(page)
  const text = JSON.stringify((await latest()).body)
  expect([text.includes('أربعون شاحنة'), text.includes('زورق ثالث')]).toEqual([true, true])
})

test('a tag out of its place holds up nothing else: it is named at its field until it is mended', async () => {
  await using context = await signedIn(edit, { viewport: { width: 360, height: 720 }, hasTouch: true })
  const page = await open(context)
  await field(page, 2).fill('ملخّص')
  await field(page, 3).fill('أربعون <b>شاحنة')
  await foot(page)
    .getByText(/but not: Paragraph/)
    .waitFor()
  expect(await page.locator('#passage-3 .fault').innerText()).toContain('the tag <b> is not in its place')
  expect(await latest()).toMatchObject({ summary: 'ملخّص' })
  expect(await barriersOnScreen(page)).toEqual([])
  await field(page, 3).fill('أربعون شاحنة')
  await expect.poll(() => page.locator('#passage-3 .fault').count()).toBe(0)
  expect(JSON.stringify((await latest()).body)).toContain('أربعون شاحنة')
  // A field that had the focus would raise a keyboard over half of a phone.
  await doneButton(page, 4).tap()
  await expect.poll(() => doneButton(page, 5).evaluate((element) => element === document.activeElement)).toBe(true)
  // The passage above is done as it is left; nothing moves away from under a button that is pressed.
  await field(page, 6).fill('سطر')
  await untilSaved(page)
  await doneButton(page, 7).click({ delay: 200 })
  await expect.poll(() => field(page, 8).evaluate((element) => element === document.activeElement)).toBe(true)
})

test('before any script, “Done” leads to the next passage that is open, and so does saving', async () => {
  await using context = await signedIn(edit, { javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${at.url}${side()}?open=yes`)
  await field(page, 8).fill('سطر')
  await doneButton(page, 9).click()
  await page.waitForURL(`**${side()}?open=yes#passage-10`)
  expect(await page.locator('#passage-8').isVisible()).toBe(false)
  expect(await page.getByText('What you type is saved by itself').isVisible()).toBe(false)
  const box = await page.locator('#passage-10').boundingBox()
  expect(box?.y).toBeLessThan(400)
})
