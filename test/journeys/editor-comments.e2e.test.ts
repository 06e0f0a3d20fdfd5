import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { findThreads } from '#newsroom/comments/find-comments.ts'
import { sendForReview } from '#newsroom/review/send-for-review.ts'
import { admit, someone } from '#test/cast.ts'
import { openChromium } from '#test/chromium.ts'
import type { TestDesk } from '#test/desk.ts'
import { openTestDesk } from '#test/desk.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { ana, draft, edit, newsroomOn } from '#test/newsroom.ts'
import { openText } from '#test/writer.ts'

let newsroom: TestNewsroom
let desk: TestDesk
let browser: Browser
let context: BrowserContext
const complaints: string[] = []

beforeAll(async () => {
  newsroom = await newsroomOn('pglite')
  const others = [someone('Mara Îles', 'contributor'), someone('Marin Rusu', 'editor')]
  const elsewhere = someone('Mark Elsewhere', 'contributor', { languages: ['fr'] })
  await admit(newsroom, ...others, elsewhere)
  desk = await openTestDesk(newsroom, [ana, edit])
  browser = await openChromium()
  context = await browser.newContext()
  await context.addCookies([{ name: 'member', value: edit.id, url: desk.url }])
  context.on('weberror', (error) => complaints.push(String(error.error())))
})
afterAll(async () => {
  await browser.close()
  await desk[Symbol.asyncDispose]()
  await newsroom[Symbol.asyncDispose]()
})

test('a mention is chosen by keyboard among those who may read the story', async () => {
  const { edition } = await draft(newsroom, { headline: 'Mentions' })
  const page = await openText(context, desk.url, edition)
  const box = page.locator('[data-comment-form] textarea')
  await box.focus()
  await page.keyboard.type('Look, @mar')
  const list = page.getByRole('listbox', { name: 'People who can read this story' })
  await list.waitFor()
  expect(await list.getByRole('option').allInnerTexts()).toEqual(['Mara Îles', 'Marin Rusu'])
  await page.keyboard.press('ArrowDown')
  expect(await box.getAttribute('aria-activedescendant')).toBe(await list.getByRole('option', { selected: true }).getAttribute('id'))
  await page.keyboard.press('Enter')
  await page.keyboard.type('and @îl')
  await page.keyboard.press('Tab')
  expect(await box.inputValue()).toBe('Look, @Marin Rusu and @Mara Îles ')
  expect(await list.isVisible()).toBe(false)
  await page.keyboard.type('@marin rus')
  expect(await list.isVisible()).toBe(true)
  await page.keyboard.type('u')
  expect(await list.isVisible()).toBe(false)
  await page.close()
})

test('a mention that names nobody is said while one writes, and still after it was sent', async () => {
  const { edition } = await draft(newsroom, { headline: 'Nobody' })
  const page = await openText(context, desk.url, edition)
  const box = page.locator('[data-comment-form] textarea')
  const told = page.getByRole('status').filter({ hasText: '@Ma tells nobody' })
  await box.focus()
  await page.keyboard.type('@Ma')
  expect(await told.count()).toBe(0)
  await page.keyboard.type(' please look')
  await told.waitFor()
  await page.locator('[data-comment-form] button').last().click()
  await expect.poll(() => page.locator('[data-thread]').count()).toBe(1)
  expect((await findThreads(newsroom.db.writer, edition)).length).toBe(1)
  await told.waitFor()
  await box.focus()
  await page.keyboard.type('@ana')
  expect(await told.count()).toBe(0)
  await page.close()
})

test('on a phone one stays at the comments after posting, whatever part of the page the address named', async () => {
  const { edition } = await draft(newsroom, { headline: 'A long way down' })
  const page = await openText(context, desk.url, edition)
  await page.setViewportSize({ width: 360, height: 640 })
  for (const part of ['', '#comments-title']) {
    await page.evaluate((to) => (location.hash = to), part)
    await page.locator('[data-comment-form] textarea').fill(`How deep? ${part}`)
    const button = page.locator('[data-comment-form] button').last()
    await button.click()
    await page.locator('.threads .said', { hasText: `How deep? ${part}` }).waitFor()
    await expect.poll(() => button.evaluate((one) => one === document.activeElement)).toBe(true)
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(300)
    expect(await button.evaluate((one) => one.getBoundingClientRect().bottom <= innerHeight)).toBe(true)
  }
  await page.close()
})

test('a comment that was just posted is named where the text is cleared, and no longer once it is resolved', async () => {
  const { edition } = await draft(newsroom, { headline: 'Open ends' })
  await sendForReview(newsroom, ana, { edition })
  const page = await openText(context, desk.url, edition)
  const clearing = page.locator('[data-panel="state"] form', { has: page.getByRole('button', { name: 'Clear' }) })
  const named = clearing.locator('.open-ends a')
  expect(await named.count()).toBe(0)
  const box = page.locator('[data-comment-form] textarea')
  await box.focus()
  await page.keyboard.type('The 3rd or the 9th?')
  await page.locator('[data-comment-form] button').last().click()
  await expect.poll(() => page.locator('[data-thread]').count()).toBe(1)
  await expect.poll(() => named.allInnerTexts()).toEqual(['1 comment is still open'])
  await page.locator('[data-thread] button', { hasText: 'Resolve' }).click()
  await expect.poll(() => named.count()).toBe(0)
  await page.close()
})

test('no page complained', () => {
  expect(complaints).toEqual([])
})
