import type { Page } from 'playwright-core'
import { beforeAll, beforeEach, expect, test } from 'vitest'

import { emptyPaper, press, shortBody } from '#test/editor-hands.ts'
import { openEditorSite } from '#test/editor-page.ts'

let page: Page

beforeAll(async () => {
  const site = await openEditorSite()
  page = await site.open()
  return () => site[Symbol.asyncDispose]()
})
beforeEach(() => emptyPaper(page))

const keys = (...pressed: string[]) => press(page, ...pressed)
const write = (text: string) => page.keyboard.type(text)
const offered = async (typed: string): Promise<string[]> => {
  await write(typed)
  const names = await page.getByRole('listbox', { name: 'What can be put in' }).getByRole('option').allInnerTexts()
  await keys('Escape', 'Control+a', 'Backspace')
  return names.map((name) => name.split('\n')[0] ?? '')
}

test('what is called so comes first, then what has such a word, then the rest', async () => {
  expect(await offered('/note')).toEqual(['Note in a box', 'Footnote'])
  expect(await offered('/box')).toEqual(['Note in a box', 'Background in a box', 'Contact in a box'])
  expect((await offered('/h'))[0]).toBe('Heading')
  expect(await offered('/quot')).toEqual(['Quote'])
})

test('a menu ends between two entries and never leaves the window', async () => {
  for (const height of [700, 560, 420, 300]) {
    await page.setViewportSize({ width: 800, height })
    await write('/')
    const menu = page.getByRole('listbox', { name: 'What can be put in' })
    await menu.waitFor()
    const { top, bottom, cut, count } = await menu.evaluate((list) => {
      const box = list.getBoundingClientRect()
      const entries = [...list.children].map((entry) => entry.getBoundingClientRect())
      const cut = entries.filter((entry) => entry.top < box.bottom - 2 && entry.bottom > box.bottom + 2)
      return { top: box.top, bottom: box.bottom, cut: cut.length, count: entries.filter((entry) => entry.bottom <= box.bottom + 2).length }
    })
    expect([cut, count > 0, top >= 0, bottom <= height], `in a window of ${height}`).toEqual([0, true, true, true])
    await keys('Escape', 'Control+a', 'Backspace')
  }
  await page.setViewportSize({ width: 1280, height: 720 })
})

test('“Replace all” leaves capitals where they were, and the bar says what it searches', async () => {
  await write('Gauge and gauge, GAUGE')
  await keys('Control+f')
  await write('gauge')
  await page.getByRole('textbox', { name: 'Replace by' }).fill('station')
  expect(await page.getByRole('search').innerText()).toContain('the headline and the summary are not searched')
  await keys('Enter', 'Enter')
  await page.getByRole('button', { name: 'Replace all' }).click()
  expect(await shortBody(page)).toBe('p(Station and station, Station)')
  await keys('Escape')
})

test('the stories that are found are counted, and a complaint goes when one is picked', async () => {
  await write('ferry')
  await keys('Shift+Home', 'Control+k')
  await write('no address')
  await keys('Enter')
  const complaint = page.getByRole('alert')
  expect(await complaint.innerText()).toMatch(/^This is no address/)
  await keys('Control+a')
  await write('pontoon')
  await page.getByText('1 story found', { exact: true }).waitFor()
  expect(await complaint.count()).toBe(0)
  await keys('Enter')
  expect(await complaint.innerText()).toMatch(/^This is no address/)
  await page.getByRole('option', { name: /last ferry/ }).click()
  expect(await complaint.count()).toBe(0)
  await keys('Enter')
  expect(await shortBody(page)).toBe('p({ferry → /news/pontoon-last-ferry})')
})
