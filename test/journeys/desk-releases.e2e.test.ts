import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import type { Member } from '#newsroom/members/member.ts'
import { operator } from '#newsroom/members/member.ts'
import { fileSection } from '#newsroom/sections/file-section.ts'
import { fileStory } from '#newsroom/stories/file-story.ts'
import { desk as paths, link, routes } from '#src/routes.ts'
import { admit, askForSecondPair, someone } from '#test/cast.ts'
import { openChromium } from '#test/chromium.ts'
import type { TestDesk } from '#test/desk.ts'
import { openTestDesk } from '#test/desk.ts'
import { state } from '#test/desk-hands.ts'
import { paper } from '#test/editor-hands.ts'
import { picture } from '#test/journey-newsroom.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { ferry, newsroomOn } from '#test/newsroom.ts'
import { untilSaved } from '#test/writer.ts'

let newsroom: TestNewsroom
let at: TestDesk
let browser: Browser
let boris: Page
let admin: Page
let reader: Page

beforeAll(async () => {
  const [editor, administrator] = [someone('Boris Lind', 'editor'), someone('Ilse Vermeer', 'administrator')]
  newsroom = await newsroomOn('pglite')
  await admit(newsroom, editor, administrator)
  const section = await fileSection(newsroom, { slug: 'project-news', name: { en: 'Project News' } })
  await askForSecondPair(newsroom, section, true)
  at = await openTestDesk(newsroom, [editor, administrator])
  browser = await openChromium()
  ;[boris, admin, reader] = await Promise.all([pageOf(editor), pageOf(administrator), pageOf()])
})
afterAll(async () => {
  await browser.close()
  await at[Symbol.asyncDispose]()
  await newsroom[Symbol.asyncDispose]()
})

test('under embargo until a time, and taken down at another', async () => {
  const page = boris
  const filed = await fileStory(newsroom, operator, { language: 'en', content: ferry({ headline: 'Night ferry for a week' }) })
  await page.goto(at.url + link(paths.release, { edition: filed.edition }))
  await page.getByLabel('At a time').check()
  await page.getByLabel('Day and time in Europe/Chisinau').fill('2026-05-07T10:00')
  await page.getByLabel('Under embargo until then').check()
  await page.getByLabel('Take it down again at (if ever)').fill('2026-05-14T10:00')
  await page.getByRole('button', { name: 'Schedule it' }).click()
  await expect.poll(() => state(page)).toContain('Scheduled')
  // Whoever changes it finds what is set, and a moment that has passed is refused without losing the rest.
  await page.goto(at.url + link(paths.release, { edition: filed.edition }))
  expect(await page.getByText(/under embargo until then\./).count()).toBe(1)
  expect(await page.getByLabel('At a time').isChecked()).toBe(true)
  expect(await page.getByLabel('Day and time in Europe/Chisinau').inputValue()).toBe('2026-05-07T10:00')
  expect(await page.getByLabel('Under embargo until then').isChecked()).toBe(true)
  await page.getByLabel('Day and time in Europe/Chisinau').fill('2026-05-01T10:00')
  await page.getByRole('button', { name: 'Save the change' }).click()
  await page.getByRole('alert').getByText('That moment has passed.').waitFor()
  expect(await page.getByLabel('Under embargo until then').isChecked()).toBe(true)
  expect(await page.getByLabel('Take it down again at (if ever)').inputValue()).toBe('2026-05-14T10:00')
  await page.getByLabel('Day and time in Europe/Chisinau').fill('2026-05-07T10:00')
  await page.getByRole('button', { name: 'Save the change' }).click()
  await expect.poll(() => state(page)).toContain('Scheduled')
  await page.goto(at.url + paths.home)
  expect(await page.locator('section', { has: page.getByRole('heading', { name: 'Scheduled' }) }).innerText()).toContain('Night ferry')
  const there = at.url + link(routes.story, { slug: 'night-ferry-for-a-week' })
  const seen = async (at: string) => {
    newsroom.clock.set(new Date(at))
    return (await reader.goto(there))?.status()
  }
  expect(await seen('2026-05-07T06:59:59Z')).toBe(404)
  expect(await seen('2026-05-07T07:00:00Z')).toBe(200)
  expect(await seen('2026-05-14T06:59:59Z')).toBe(200)
  expect(await seen('2026-05-14T07:00:00Z')).toBe(410)
})

test('what one person cleared alone stays on every overview until a second one has looked', async () => {
  const page = boris
  await page.goto(at.url + paths.home)
  await page.getByRole('link', { name: 'New story' }).click()
  await page.getByLabel(/^Headline/).fill('Ice on the lower river')
  await page.getByLabel('Section').selectOption({ label: 'Project News' })
  await page.getByRole('button', { name: 'Begin to write' }).click()
  await page.getByLabel('Summary', { exact: true }).fill('The ferry waits until the ice has gone.')
  await untilSaved(page)
  await page.getByText('Other steps').click()
  await page.getByLabel('Why no second person can clear it now').fill('Everyone else is on the river.')
  await page.getByRole('button', { name: 'Clear without a second person' }).click()
  await expect.poll(() => state(page)).toContain('Cleared')
  const alone = (by: Page) => by.locator('section', { has: by.getByRole('heading', { name: 'Cleared by one person' }) })
  await page.goto(at.url + paths.home)
  expect(await alone(page).innerText()).toContain('Everyone else is on the river.')
  expect(await alone(page).getByRole('button', { name: 'I have looked' }).count(), 'nobody is a second pair of eyes to themselves').toBe(0)
  await admin.goto(at.url + paths.home)
  await picture(admin, 'cleared-alone', { height: 700 })
  await alone(admin).getByRole('button', { name: 'I have looked' }).click()
  await alone(admin).waitFor({ state: 'detached' })
  await page.reload()
  expect(await alone(page).count()).toBe(0)
})

test('what should be with readers by now and is not, is said loudly', async () => {
  const page = boris
  await page.getByRole('link', { name: 'Ice on the lower river' }).first().click()
  await page.getByText('Other steps').click()
  await page.getByLabel(/When it should go out/).fill('2026-05-15T10:00')
  await page.getByRole('button', { name: 'Note it' }).click()
  const overdue = admin.getByRole('heading', { name: 'Overdue' })
  await admin.goto(at.url + paths.home)
  expect(await overdue.count()).toBe(0)
  newsroom.clock.set(new Date('2026-05-15T07:01:00Z'))
  await admin.reload()
  await overdue.waitFor()
  await picture(admin, 'overdue', { height: 700 })
})

test('a story in Arabic is written from right to left', async () => {
  const content = ferry({
    headline: 'العبّارة تبحر من جديد',
    slug: 'ferry-ar',
    summary: 'بعد شتاء على اليابسة تنقل العبّارة الشاحنات عبر النهر.',
  })
  const filed = await fileStory(newsroom, operator, { language: 'ar', content })
  const page = boris
  await page.goto(at.url + link(paths.edition, { edition: filed.edition }))
  await paper(page).fill('تنقل العبّارة أربعين شاحنة في اليوم.')
  await untilSaved(page)
  expect(await paper(page).evaluate((text) => getComputedStyle(text).direction)).toBe('rtl')
  await picture(page, 'writing-arabic')
})

async function pageOf(member?: Member): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB', timezoneId: 'Europe/London' })
  if (member) await context.addCookies([{ name: 'member', value: member.id, url: at.url }])
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  return page
}
