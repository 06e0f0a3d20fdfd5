import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { desk as paths } from '#src/routes.ts'
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

beforeAll(async () => {
  newsroom = await newsroomOn('pglite')
  await admit(newsroom, edit)
  at = await openTestDesk(newsroom, [edit])
  for (const headline of ['Wells for sixteen villages', 'The gauge at the upper bridge', 'A second ferry for the Nistru'])
    await draft(newsroom, { headline })
  browser = await openChromium()
})
afterAll(async () => {
  await browser.close()
  await at[Symbol.asyncDispose]()
  await newsroom[Symbol.asyncDispose]()
})

async function openList(width: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 } })
  await context.addCookies([{ name: 'member', value: edit.id, url: at.url }])
  const page = await context.newPage()
  await page.goto(at.url + paths.stories)
  return page
}

/** A click of the mouse in the middle of something, whatever lies over it. */
async function clickInTheMiddle(page: Page, selector: string): Promise<void> {
  const box = await page.locator(selector).first().boundingBox()
  if (!box) throw new Error(`${selector} is not to be seen`)
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
}

test.each([1440, 360])('a story is ticked with the mouse, and opened beside its box, at %i px', async (width) => {
  const page = await openList(width)
  const size = await page.locator('td.col-pick').first().boundingBox()
  expect(Math.min(size?.width ?? 0, size?.height ?? 0)).toBeGreaterThanOrEqual(24)
  await clickInTheMiddle(page, '.col-pick input')
  expect(await page.locator('.col-pick input').first().isChecked()).toBe(true)
  expect(new URL(page.url()).pathname).toBe(paths.stories)
  if (width === 1440) await picture(page, 'stories', { height: 700 })
  await clickInTheMiddle(page, 'table.lines tbody th a')
  await page.waitForURL(/\/desk\/editions\//)
  await page.context().close()
})
