import type { Page } from 'playwright-core'
import { beforeAll, beforeEach, expect, test } from 'vitest'

import { emptyPaper, paste, press, shortBody } from '#test/editor-hands.ts'
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
const table = '<table><tr><th>Bridge</th></tr><tr><td>Red Bridge</td></tr></table>'
const tableInShort = 'table(tr(th(p(Bridge))) tr(td(p(Red Bridge))))'
const video = 'embed(https://www.youtube.com/watch?v=aqz-KE-bpKQ, The ferry sails)'

async function putInVideo(): Promise<void> {
  await write('/embed')
  await keys('Enter')
  await write('https://youtu.be/aqz-KE-bpKQ')
  await keys('Tab')
  await write('The ferry sails')
  await keys('Enter')
}

test('after a video at the end of the text one writes on below it', async () => {
  await write('Before\n')
  await putInVideo()
  await write('After')
  expect(await shortBody(page)).toBe(`p(Before) ${video} p(After)`)
})

test('after a rule one writes on below it, whichever way it came', async () => {
  await write('/rule')
  await keys('Enter')
  await write('one\n---')
  await write('two')
  expect(await shortBody(page)).toBe('hr p(one) hr p(two)')
})

test('what is put in before other words leaves them where they are', async () => {
  await write('\nlast')
  await keys('Control+Home')
  await putInVideo()
  await write('First and ')
  expect(await shortBody(page)).toBe(`${video} p(First and last)`)
})

test('a paste that ends in a table, a rule or a video loses nothing to the next one', async () => {
  await paste(page, { html: `<p>One</p>${table}` })
  await paste(page, { html: '<p>Two</p><hr>' })
  await paste(page, { html: table })
  await write('three')
  expect(await shortBody(page)).toBe(`p(One) ${tableInShort} p(Two) hr ${tableInShort} p(three)`)
})

test('a rule can still be chosen and deleted by keyboard, and undo takes out what was put in', async () => {
  await write('one\n/rule')
  await keys('Enter', 'Control+z')
  expect(await shortBody(page)).toBe('p(one) p()')
  await keys('Control+y', 'Backspace')
  expect(await shortBody(page)).toBe('p(one) hr')
  await keys('Backspace')
  expect(await shortBody(page)).not.toContain('hr')
})
