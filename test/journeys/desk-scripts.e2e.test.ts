import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { addComment } from '#newsroom/comments/add-comment.ts'
import { findThreads } from '#newsroom/comments/find-comments.ts'
import { readWriting } from '#newsroom/stories/read-writing.ts'
import { desk as paths } from '#src/routes.ts'
import { openChromium } from '#test/chromium.ts'
import type { TestDesk } from '#test/desk.ts'
import { untilKeysOfLists } from '#test/desk-hands.ts'
import { openTestDesk } from '#test/desk.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { ana, draft, edit, newsroomOn } from '#test/newsroom.ts'
import { goToEnd, openText, placeOf, untilSaved } from '#test/writer.ts'

let newsroom: TestNewsroom
let desk: TestDesk
let browser: Browser
let context: BrowserContext
const complaints: string[] = []

beforeAll(async () => {
  newsroom = await newsroomOn('pglite')
  desk = await openTestDesk(newsroom, [ana, edit])
  browser = await openChromium()
  context = await browser.newContext({ timezoneId: 'Asia/Tashkent' })
  await context.addCookies([{ name: 'member', value: edit.id, url: desk.url }])
  context.on('console', (message) => complaints.push(message.text()))
  context.on('weberror', (error) => complaints.push(String(error.error())))
})
afterAll(async () => {
  await browser.close()
  await desk[Symbol.asyncDispose]()
  await newsroom[Symbol.asyncDispose]()
})

const latest = async (edition: string) => (await readWriting(newsroom.db.writer, edition)).content

test('places are found by typing and picked by keyboard among 250, and taken out again', async () => {
  const { edition } = await draft(newsroom, { headline: 'Places' })
  const page = await openText(context, desk.url, edition)
  const field = page.getByRole('combobox', { name: 'Places', exact: true })
  await field.focus()
  await page.keyboard.type('turk')
  expect(await page.getByRole('listbox', { name: 'Places' }).getByRole('option').count()).toBeGreaterThan(0)
  await field.fill('uzb')
  await page.keyboard.press('Enter')
  await field.fill('zzz')
  expect(await page.locator('.pick-list [role=option]:visible').count()).toBe(0)
  await field.fill('')
  await untilSaved(page)
  await expect.poll(async () => (await latest(edition)).places).toEqual(['MD', 'UZ'])
  await page.getByRole('button', { name: 'Take Moldova out' }).click()
  await expect.poll(async () => (await latest(edition)).places).toEqual(['UZ'])
  await page.close()
})

test('nothing is chosen of what is found before an arrow key or a whole name says which', async () => {
  const { edition } = await draft(newsroom, { headline: 'Rivers' })
  const page = await openText(context, desk.url, edition)
  const field = page.getByRole('combobox', { name: 'Places', exact: true })
  const picked = page.locator('.pick-field', { has: page.locator('[name=places]') }).locator('.picked > li > span')
  await field.fill('chi')
  const [first = ''] = await page.getByRole('listbox', { name: 'Places' }).getByRole('option').allInnerTexts()
  expect(await field.getAttribute('aria-activedescendant')).toBeNull()
  // Several begin so: Enter takes none of them.
  await page.keyboard.press('Enter')
  expect(await field.inputValue()).toBe('chi')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  expect((await picked.allInnerTexts()).toSorted()).toEqual(['Moldova', first].toSorted())
  await field.fill('niger')
  await page.keyboard.press('Enter')
  expect((await picked.allInnerTexts()).toSorted()).toEqual(['Moldova', first, 'Niger'].toSorted())
  await field.fill('the far bank')
  await page.keyboard.press('Tab')
  await page.getByText('“the far bank” was not chosen, and is not kept.').waitFor()
  expect(await field.getAttribute('aria-invalid')).toBe('true')
  await field.focus()
  await page.keyboard.press('Escape')
  expect([await field.inputValue(), await field.getAttribute('aria-invalid')]).toEqual(['', null])
  await page.close()
})

test('a number that is none is said at its field, opened, while all else is saved; and is well again once it is mended', async () => {
  const { edition } = await draft(newsroom, { headline: 'A count' })
  const page = await openText(context, desk.url, edition)
  const count = page.locator('[name=activityParticipants]')
  await page.getByText('Activity', { exact: true }).click()
  await count.fill('-4')
  await page.getByText('Activity', { exact: true }).click()
  await goToEnd(page, 'headline')
  await page.keyboard.type(' of boats')
  await page.locator('[data-saved]', { hasText: /but not: How many took part$/ }).waitFor()
  expect((await latest(edition)).headline).toBe('A count of boats')
  const note = page.getByText('How many took part: it is less than 0; write a number from 0 up.')
  expect(await note.isVisible()).toBe(true)
  expect(await count.getAttribute('aria-invalid')).toBe('true')
  expect(await count.getAttribute('aria-describedby')).toBe(await note.getAttribute('id'))
  await count.fill('40')
  await expect.poll(async () => (await latest(edition)).activity?.participants).toBe(40)
  await expect.poll(() => note.count()).toBe(0)
  expect(await count.getAttribute('aria-invalid')).toBeNull()
  await page.close()
})

test('what the text seems to say fills the form with a click', async () => {
  const { edition } = await draft(newsroom, { headline: 'A ferry', summary: 'A workshop in Georgia on 24-27 April 2026.' })
  const page = await openText(context, desk.url, edition)
  await page.getByRole('button', { name: 'Accept Georgia' }).click()
  await untilSaved(page)
  await expect.poll(async () => (await latest(edition)).places).toContain('GE')
  await page.close()
})

test('the address and the previews follow what is typed, until someone chooses an address', async () => {
  const { edition } = await draft(newsroom, { headline: 'A ferry', slug: 'a-ferry' })
  const page = await openText(context, desk.url, edition)
  await goToEnd(page, 'headline')
  await page.keyboard.type(' sails')
  const slug = page.locator('[name="slug"]')
  await expect.poll(() => slug.inputValue()).toBe('a-ferry-sails')
  await expect.poll(() => page.locator('[data-follows="address"]').first().textContent()).toMatch(/\/a-ferry-sails$/)
  expect(await page.locator('[data-follows="title"]').textContent()).toBe('A ferry sails')
  await slug.evaluate((field) => {
    const details = field.closest('details')
    if (details) details.open = true
  })
  await slug.fill('by-boat')
  await goToEnd(page, 'headline')
  await page.keyboard.type(' again')
  await untilSaved(page)
  await expect.poll(async () => (await latest(edition)).slug).toBe('by-boat')
  await page.close()
})

test('words are selected and commented on; a click beside a comment leaves one writing, Ctrl+Enter goes to it', async () => {
  const { edition } = await draft(newsroom, { headline: 'Comments' })
  await addComment(newsroom, ana, {
    edition,
    words: 'Forty?',
    anchor: { exact: 'forty lorries', prefix: 'It carries ', suffix: ' a day.' },
  })
  const page = await openText(context, desk.url, edition)
  await page.locator('mark[data-mark]', { hasText: 'forty lorries' }).click()
  await page.locator('[data-thread][data-chosen]', { hasText: 'Forty?' }).waitFor()
  expect(await placeOf(page, 'body').evaluate((surface) => surface === document.activeElement)).toBe(true)
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => page.evaluate(() => document.activeElement?.id ?? '')).toMatch(/^thread-/)
  await page.getByRole('button', { name: 'Show in the text' }).first().click()
  expect(await page.evaluate(() => String(getSelection()))).toBe('forty lorries')
  const about = page.getByRole('checkbox', { name: 'To the selected words' })
  await about.waitFor()
  const shown = page.locator('[data-anchor-shown]')
  expect([await about.isChecked(), await shown.innerText()]).toEqual([true, 'forty lorries'])
  await about.uncheck()
  expect([await shown.isVisible(), await page.locator('[data-anchor]').inputValue()]).toEqual([false, ''])
  await about.check()
  const box = page.locator('[data-comment-form] textarea')
  await box.fill('Which lorries?')
  await page.locator('[data-comment-form] button').last().click()
  await expect.poll(async () => (await findThreads(newsroom.db.writer, edition)).length).toBe(2)
  const [, asked] = await findThreads(newsroom.db.writer, edition)
  expect(asked?.anchor?.exact).toBe('forty lorries')
  await expect.poll(() => page.locator('[data-thread]').count()).toBe(2)
  // The box is empty because its words were sent: nothing is wrong with it.
  expect(await box.evaluate((field) => [field instanceof HTMLTextAreaElement && field.value, field.matches(':user-invalid')])).toEqual([
    '',
    false,
  ])
  expect(await page.locator('[data-anchor]').inputValue()).toBe('')
  expect(await page.locator('[data-comment-form] textarea').inputValue()).toBe('')
  await page.close()
})

test('lists are walked by key, and no key does anything while one types', async () => {
  const page = await context.newPage()
  await page.goto(desk.url + paths.stories)
  await page.keyboard.press('/')
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('text')
  await page.keyboard.type('j?')
  expect(await page.locator('[name="text"]').inputValue()).toBe('j?')
  expect(await page.getByRole('dialog').count()).toBe(0)
  await page.locator('[name="text"]').fill('')
  await page.locator('h1').click()
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Keys' }).waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  const first = page.locator('[data-lines] tbody th a').first()
  expect(await first.evaluate((element) => element === document.activeElement)).toBe(true)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/desk\/editions\//)
  await page.close()
})

test('keys walk the matrix by the first edition of each story', async () => {
  const page = await context.newPage()
  await page.goto(desk.url + paths.translations)
  await untilKeysOfLists(page)
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  expect(
    await page
      .locator('.matrix tbody tr')
      .nth(1)
      .locator('a')
      .first()
      .evaluate((link) => link === document.activeElement),
  ).toBe(true)
  await page.close()
})

test('a form that is sent twice by two clicks does what it does once', async () => {
  const { edition } = await draft(newsroom, { headline: 'Twice' })
  const page = await openText(context, desk.url, edition)
  await page.locator('[data-comment-form] textarea').fill('Once')
  await page.locator('[data-comment-form] button').last().dblclick()
  await expect.poll(() => page.locator('[data-thread]').count()).toBe(1)
  expect((await findThreads(newsroom.db.writer, edition)).length).toBe(1)
  await page.close()
})

test('Ctrl+S saves at once, as a revision of its own', async () => {
  const { edition } = await draft(newsroom, { headline: 'Saved by hand' })
  const page = await openText(context, desk.url, edition)
  await goToEnd(page, 'summary')
  await page.keyboard.type(' Now.')
  await page.keyboard.press('Control+s')
  await expect.poll(async () => (await latest(edition)).summary).toContain('Now.')
  expect(await isDisabled(page)).toBe(false)
  await page.close()
})

test('no page complained', () => {
  expect(complaints).toEqual([])
})

const isDisabled = (page: Page) => placeOf(page, 'summary').isDisabled()
