import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { addEntry } from '#newsroom/registers/add-entry.ts'
import { desk as paths } from '#src/routes.ts'
import { barriersOnScreen } from '#test/barriers.ts'
import { admit } from '#test/cast.ts'
import { openChromium } from '#test/chromium.ts'
import type { TestDesk } from '#test/desk.ts'
import { openTestDesk } from '#test/desk.ts'
import { picture } from '#test/journey-newsroom.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { draft, edit, newsroomOn } from '#test/newsroom.ts'

// More than a small screen shows at once.
const headlines = [
  'Forty lorries a day',
  'Schools open on both banks',
  'What the fishers counted',
  'A pump for the lower fields',
  'The line on the barn wall',
  'Snow comes late to the upper valley',
  'Two towns, one gauge',
  'The last boat of the year',
  'A bridge that is only a plank',
  'Wells for sixteen villages',
  'The gauge at the upper bridge',
  'A second ferry for the Nistru',
]

let newsroom: TestNewsroom
let at: TestDesk
let browser: Browser

beforeAll(async () => {
  newsroom = await newsroomOn('pglite')
  await admit(newsroom, edit)
  at = await openTestDesk(newsroom, [edit])
  for (const headline of headlines) await draft(newsroom, { headline })
  // More than a list is seen at a glance with, so that one types.
  for (const name of ['Wells', ...headlines])
    await addEntry(newsroom, edit, { register: 'topics', entry: { slug: name.toLowerCase().replaceAll(/\W+/g, '-'), name: { en: name } } })
  browser = await openChromium()
})
afterAll(async () => {
  await browser.close()
  await at[Symbol.asyncDispose]()
  await newsroom[Symbol.asyncDispose]()
})

async function openList(width: number, options: BrowserContextOptions = {}, query = ''): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, bypassCSP: true, ...options })
  await context.addCookies([{ name: 'member', value: edit.id, url: at.url }])
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  await page.goto(at.url + paths.stories + query)
  return page
}

async function boxOf(page: Page, selector: string): Promise<{ top: number; bottom: number; height: number }> {
  const box = await page.locator(selector).first().boundingBox()
  if (!box) throw new Error(`${selector} is not to be seen`)
  return { top: box.y, bottom: box.y + box.height, height: box.height }
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

test('on a phone what narrows the list and where one can go are folded, and opened by keyboard', async () => {
  const page = await openList(360, {}, '?state=draft&own=yes')
  expect((await boxOf(page, '.desk-bar')).height).toBeLessThanOrEqual(72)
  expect(await page.locator('.fold > summary').innerText()).toMatch(/Filters\s*2 are on/)
  expect(await page.locator('[name=state]').isVisible()).toBe(false)
  expect(await page.getByRole('link', { name: 'Registers' }).isVisible()).toBe(false)
  await page.locator('.desk-menu > summary').focus()
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Registers' }).waitFor()
  expect(await page.getByRole('button', { name: 'Sign out' }).isVisible()).toBe(true)
  await page.locator('.fold > summary').focus()
  await page.keyboard.press('Enter')
  await page.locator('[name=state]').waitFor()
  expect(await barriersOnScreen(page)).toEqual([])
  await page.context().close()
})

test('on a wide screen nothing of it is folded', async () => {
  const page = await openList(1440)
  expect(await page.locator('.fold > summary, .desk-menu > summary').filter({ visible: true }).count()).toBe(0)
  for (const field of ['state', 'section', 'own']) expect(await page.locator(`[name=${field}]`).isVisible()).toBe(true)
  expect(await page.getByRole('link', { name: 'Registers' }).isVisible()).toBe(true)
  await page.context().close()
})

test.each([1440, 360])(
  'while something is ticked what can be done with it is at hand, and covers nothing for good, at %i px',
  async (width) => {
    const page = await openList(width, { viewport: { width, height: 640 } })
    expect((await boxOf(page, '.change-many')).top).toBeGreaterThan(640)
    await page.locator('td.col-pick input').nth(1).check()
    expect(await page.locator('[data-ticked]').innerText()).toBe('1 story ticked')
    expect((await boxOf(page, '.change-many')).bottom).toBeLessThanOrEqual(641)
    // Whatever one reaches by keyboard is seen.
    for (let presses = 0; presses < 16; presses += 1) {
      await page.keyboard.press('Tab')
      const hidden = await page.evaluate(`(() => {
      const bar = document.querySelector('.change-many')
      const here = document.activeElement
      return !bar.contains(here) && here.closest('form[data-ticks]') !== null && here.getBoundingClientRect().bottom > bar.getBoundingClientRect().top + 1
    })()`)
      expect(hidden).toBe(false)
    }
    await page.getByLabel('Tick all on this page').check()
    expect(await page.locator('[data-ticked]').innerText()).toBe(`${headlines.length} stories ticked`)
    await page.evaluate('window.scrollTo(0, document.body.scrollHeight)')
    expect((await boxOf(page, 'table.lines tbody tr:last-child')).bottom).toBeLessThanOrEqual((await boxOf(page, '.change-many')).top + 1)
    expect(await barriersOnScreen(page)).toEqual([])
    await page.getByLabel('Tick all on this page').uncheck()
    expect(await page.locator('td.col-pick input:checked').count()).toBe(0)
    await page.context().close()
  },
)

test.each([true, false])(
  'many are changed from the list, and put back from what is told of it (with script: %s)',
  async (javaScriptEnabled) => {
    const page = await openList(360, { javaScriptEnabled }, '?text=wells')
    await page.locator('td.col-pick input').first().check()
    await page.getByText('Change many at once').click()
    await page.getByLabel('What is done').selectOption({ label: 'Add a topic' })
    if (javaScriptEnabled) {
      await page.locator('.with-add-topic [role=combobox]').fill('Wells')
      await page.getByRole('option', { name: 'Wells', exact: true }).click()
    } else await page.locator('[name="with add topic"]').selectOption({ label: 'Wells' })
    if (javaScriptEnabled) expect(await barriersOnScreen(page)).toEqual([])
    await page.getByRole('button', { name: 'Change them' }).click()
    await page.getByRole('heading', { name: 'A change of many stories' }).waitFor()
    await page.getByRole('button', { name: 'Undo this change' }).click()
    await page.getByText('Put back: 1').waitFor()
    expect(await page.getByRole('button', { name: 'Undo this change' }).count()).toBe(0)
    await page.getByRole('link', { name: 'Stories', exact: true }).last().click()
    await page.waitForURL(/text=wells/)
    await page.context().close()
  },
)

test.each([
  { width: 1440, height: 900 },
  { width: 360, height: 780 },
])('what is done with many, with what, and the button are seen at once, at $width by $height', async ({ width, height }) => {
  const page = await openList(width, { viewport: { width, height }, hasTouch: width === 360 })
  await page.locator('td.col-pick input').first().check()
  await page.getByText('Change many at once').click()
  const bar = page.locator('.change-many')
  for (const kind of ['Add a topic', 'Ask someone', 'Give them a section']) {
    await page.getByLabel('What is done').selectOption({ label: kind })
    const box = await boxOf(page, '.change-many')
    expect(box.bottom).toBeLessThanOrEqual(height + 1)
    expect(box.height).toBeLessThanOrEqual(height * 0.55)
    expect((await boxOf(page, '.change-row > button')).bottom).toBeLessThanOrEqual(height)
    expect(await page.locator('.change-with').filter({ visible: true }).count()).toBe(1)
    const scrolls =
      "[...document.querySelectorAll('.change-many, .change-many *')].some((one) => !one.matches('select, input, ul') && one.scrollHeight > one.clientHeight + 2 && getComputedStyle(one).overflowY !== 'visible')"
    expect(await page.evaluate(scrolls)).toBe(false)
  }
  expect(await bar.innerText()).not.toMatch(/\bkey\b/)
  await page.getByLabel('What is done').selectOption({ label: 'Add a topic' })
  await page.locator('.with-add-topic [role=combobox]').fill('w')
  const list = await boxOf(page, '.with-add-topic .pick-list')
  expect(list.top).toBeGreaterThanOrEqual(0)
  expect(list.bottom).toBeLessThanOrEqual(height)
  expect(await barriersOnScreen(page)).toEqual([])
  await page.context().close()
})
