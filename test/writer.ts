import type { BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'

import { desk as paths, link } from '#src/routes.ts'

export const writtenFields = ['headline', 'summary', 'byline', 'searchTitle', 'body'] as const
export type WrittenField = (typeof writtenFields)[number]

/** Opens a text for writing, and again for as long as nobody answers. */
export async function openText(context: BrowserContext, url: string, edition: string): Promise<Page> {
  const page = await context.newPage()
  await visit(page, url + link(paths.edition, { edition }))
  return page
}

export async function visit(page: Page, address: string): Promise<void> {
  for (;;) {
    try {
      await page.goto(address, { timeout: 60_000 })
      await page.locator('[data-editor] [contenteditable]').waitFor({ timeout: 60_000 })
      return
    } catch {
      await page.waitForTimeout(200)
    }
  }
}

/** Goes to the end of a field, as a writer would who has something to add. */
export async function goToEnd(page: Page, field: WrittenField): Promise<void> {
  const place = placeOf(page, field)
  await place.evaluate((element) => {
    const details = element.closest('details')
    if (details) details.open = true
  })
  // A writer sees that a field cannot be written in, and waits: at most until the lease of a tab that broke has run out.
  await expect
    .poll(() => place.evaluate((element) => element.matches(':disabled, [contenteditable=false]')), { timeout: 100_000 })
    .toBe(false)
  await place.focus({ timeout: 5000 })
  await page.keyboard.press('Control+End')
}

/** Adds words at the end of the line of the text that says something, and waits until the server has them. */
export async function addBehind(page: Page, said: string, words: string): Promise<void> {
  await placeOf(page, 'body').getByText(said).click()
  await page.keyboard.press('End')
  await page.keyboard.type(words)
  await untilSaved(page)
}

export async function textIn(page: Page, field: WrittenField): Promise<string> {
  const place = placeOf(page, field)
  return field === 'body' ? (await place.innerText()).replace(/\n$/, '') : place.inputValue()
}

export const placeOf = (page: Page, field: WrittenField) =>
  field === 'body' ? page.locator('[data-editor] [contenteditable]') : page.locator(`[data-form] [name="${field}"]`)

/** Waits until the server has everything. */
export async function untilSaved(page: Page, timeout = 90_000): Promise<void> {
  const bar = page.locator('[data-saved]')
  await page
    .locator('[data-saved][data-mode=saved], [data-saved][data-mode=clean]')
    .waitFor({ timeout })
    .catch(async () => {
      throw new Error(`not saved: ${await bar.innerText()} (${String(await bar.getAttribute('data-mode'))})`)
    })
}
