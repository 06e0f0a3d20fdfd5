import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import type { Member } from '#newsroom/members/member.ts'
import { readWriting } from '#newsroom/stories/read-writing.ts'
import { saveRevision } from '#newsroom/stories/save-revision.ts'
import { desk as paths, link } from '#src/routes.ts'
import { openChromium } from '#test/chromium.ts'
import type { TestDesk } from '#test/desk.ts'
import { openTestDesk } from '#test/desk.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { ana, draft, edit, ferry, newsroomOn } from '#test/newsroom.ts'
import { goToEnd, openText, placeOf, textIn, untilSaved } from '#test/writer.ts'

let newsroom: TestNewsroom
let desk: TestDesk
let browser: Browser
let edition: string
let stories = 0

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
beforeEach(async () => {
  stories += 1
  const headline = `Ferry ${stories}`
  edition = (await draft(newsroom, { headline, slug: `ferry-${stories}` })).edition
})

const notice = (page: Page) => page.locator('[data-notice]')
const saved = (page: Page) => page.locator('[data-saved]')
const latest = async () => (await readWriting(newsroom.db.writer, edition)).content
const isOpen = (page: Page) => placeOf(page, 'summary').isEnabled()

test('who else holds the pen is seen at once; taken over, the one who had it is told within seconds, and nothing is lost', async () => {
  await using hers = await signedIn(ana)
  const anas = await openText(hers, desk.url, edition)
  await add(anas, 'summary', ' Ana was here.')
  await untilSaved(anas)

  await using his = await signedIn(edit)
  const edits = await openText(his, desk.url, edition)
  await expect.poll(() => notice(edits).innerText()).toContain('Ana has held the pen since')
  expect(await isOpen(edits)).toBe(false)
  await notice(edits).getByRole('button').click()
  await expect.poll(() => isOpen(edits)).toBe(true)

  // She has not heard yet, and types on.
  await add(anas, 'headline', ' and Ana')
  await expect.poll(() => notice(anas).innerText(), { timeout: 10_000 }).toContain('Edit has held the pen since')
  expect(await notice(anas).innerText()).toContain('kept on this computer')
  expect(await isOpen(anas)).toBe(false)
  await add(edits, 'summary', ' Edit too.')
  await untilSaved(edits)
  await edits.close()

  // The pen is free again: she is shown both texts, and chooses.
  const choice = anas.locator('[data-choice]')
  await choice.waitFor({ timeout: 15_000 })
  expect(await choice.innerText()).toContain('Edit saved this story')
  expect(await choice.locator('fieldset').count()).toBeGreaterThan(1)
  expect(await choice.innerText()).toContain('Ana was here. Edit too.')
  await choice.locator('button').first().click()
  await untilSaved(anas)
  expect(await latest()).toMatchObject({
    headline: `Ferry ${stories} and Ana`,
    summary: expect.stringContaining('Ana was here. Edit too.'),
  })
})

test('in a second tab of one’s own the pen can be taken over too', async () => {
  await using context = await signedIn(ana)
  const one = await openText(context, desk.url, edition)
  await add(one, 'summary', ' One.')
  await untilSaved(one)
  const two = await openText(context, desk.url, edition)
  await expect.poll(() => notice(two).innerText()).toContain('in another tab')
  await notice(two).getByRole('button').click()
  await expect.poll(() => isOpen(two)).toBe(true)
  await add(two, 'summary', ' Two.')
  await untilSaved(two)
  await one.bringToFront()
  await expect.poll(() => isOpen(one), { timeout: 12_000 }).toBe(false)
  await expect.poll(() => textIn(one, 'summary'), { timeout: 12_000 }).toContain('One. Two.')
  expect((await latest()).summary).toContain('One. Two.')
})

test('what was saved by other ways meanwhile is not overwritten: both are shown, what is not chosen stays on this computer', async () => {
  await using context = await signedIn(ana)
  const page = await openText(context, desk.url, edition)
  await saveElsewhere({ headline: 'By a program', summary: 'A program was faster.' })
  await add(page, 'headline', ' by hand')
  await add(page, 'body', ' By hand.')
  const choice = page.locator('[data-choice]')
  await choice.waitFor()
  const headline = choice.locator('fieldset', { hasText: 'Headline' })
  expect(await headline.innerText()).toContain('By a program')
  expect(await headline.innerText()).toContain('by hand')
  await headline.getByRole('radio').nth(1).check()
  await choice.locator('button').first().click()
  await untilSaved(page)
  const content = await latest()
  expect(content).toMatchObject({ headline: 'By a program', summary: 'A program was faster.' })
  expect(JSON.stringify(content.body)).toContain('By hand.')

  // What was given up can be had again, after the page was opened anew.
  await page.reload()
  const kept = page.locator('[data-kept] li')
  await expect.poll(() => kept.count()).toBeGreaterThan(0)
  await kept.filter({ hasText: 'by hand' }).getByRole('button').first().click()
  await choice.locator('fieldset', { hasText: 'Headline' }).getByRole('radio').first().check()
  await choice.locator('button').first().click()
  await untilSaved(page)
  await expect.poll(async () => (await latest()).headline).toContain('by hand')
})

test('signed out, one writes on; signed in again in another tab, it is saved by itself, and in nobody else’s name', async () => {
  await using context = await signedIn(ana)
  const page = await openText(context, desk.url, edition)
  await context.clearCookies()
  await add(page, 'summary', ' After the session.')
  await expect.poll(() => saved(page).innerText(), { timeout: 10_000 }).toContain('Signed out: kept on this computer')
  const again = notice(page).getByRole('link')
  expect(await again.getAttribute('href')).toBe(paths.signIn)
  expect(await again.getAttribute('target')).toBe('_blank')
  await add(page, 'summary', ' And on.')

  await signIn(context, edit)
  const other = await context.newPage()
  const refused = page.waitForResponse((answer) => answer.status() === 401)
  await other.goto(desk.url + paths.home)
  await refused
  expect((await latest()).summary).not.toContain('After the session')

  await signIn(context, ana)
  await other.reload()
  await untilSaved(page)
  expect((await latest()).summary).toContain('After the session. And on.')
  expect((await readWriting(newsroom.db.writer, edition)).savedBy).toBe('Ana')
})

test('what is done with a text is done with all that was typed before', async () => {
  await using context = await signedIn(ana)
  const page = await openText(context, desk.url, edition)
  await page.locator('[name="words"]').last().fill('Half a comment')
  await add(page, 'headline', ' at the last second')
  await page
    .locator(`form[action="${link(paths.review, { edition })}"] button`)
    .first()
    .click()
  await expect.poll(async () => (await readWriting(newsroom.db.writer, edition)).edition.state).toBe('in review')
  expect((await latest()).headline).toBe(`Ferry ${stories} at the last second`)
  // Her text rests now; what she began to say about it is still there.
  await expect.poll(() => isOpen(page)).toBe(false)
  expect(await page.locator('[name="words"]').last().inputValue()).toBe('Half a comment')
})

test('on to another page and back, nothing is lost and nothing is old', async () => {
  await using context = await signedIn(ana)
  const page = await openText(context, desk.url, edition)
  await add(page, 'summary', ' Before I go.')
  await page.getByRole('link', { name: 'History' }).click()
  await page.waitForURL(`**${link(paths.history, { edition })}`)
  await expect.poll(async () => (await latest()).summary).toContain('Before I go.')
  await page.goBack()
  await expect.poll(() => textIn(page, 'summary')).toContain('Before I go.')
  await expect.poll(() => isOpen(page)).toBe(true)
  await add(page, 'summary', ' And back.')
  await untilSaved(page)
  await expect.poll(async () => (await latest()).summary).toContain('Before I go. And back.')
})

async function signedIn(member: Member): Promise<BrowserContext & AsyncDisposable> {
  const context = await browser.newContext()
  await signIn(context, member)
  return Object.assign(context, { [Symbol.asyncDispose]: () => context.close() })
}

async function signIn(context: BrowserContext, member: Member): Promise<void> {
  await context.addCookies([{ name: 'member', value: member.id, url: desk.url }])
}

async function add(page: Page, field: Parameters<typeof goToEnd>[1], text: string): Promise<void> {
  await goToEnd(page, field)
  await page.keyboard.type(text)
}

async function saveElsewhere(over: { headline: string; summary: string }): Promise<void> {
  const { edition: now, content } = await readWriting(newsroom.db.writer, edition)
  await saveRevision(newsroom, edit, { edition, madeFrom: now.revision, content: { ...ferry(), slug: content.slug, ...over } })
}
