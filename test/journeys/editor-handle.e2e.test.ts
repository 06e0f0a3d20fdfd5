import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import { paper, press, shortBody } from '#test/editor-hands.ts'
import { openEditorSite } from '#test/editor-page.ts'
import type { EditorSite } from '#test/editor-page.ts'

let site: EditorSite
let page: Page

beforeAll(async () => {
  site = await openEditorSite()
  page = await site.open()
})
afterAll(() => site[Symbol.asyncDispose]())

const text = (words: string) => ({ type: 'paragraph', content: [{ type: 'text', text: words }] })
const body = {
  type: 'doc',
  content: [
    text('The river rose. The crew waited.'),
    { type: 'blockquote', attrs: { attribution: 'Ana Moraru' }, content: [text('The river fell.')] },
    { type: 'embed', attrs: { url: 'https://vimeo.com/76979871', title: 'How a gauge is read' } },
  ],
}
const second = { exact: 'The river', prefix: 'waited.\n', suffix: ' fell.' }

beforeEach(() => page.evaluate((given) => shown.editor.setBody(given), body))

test('a comment is drawn at its place, moves with the words and opens by click or by Ctrl-Enter', async () => {
  const mark = page.locator('mark.mark-comment')
  await page.evaluate((place) => shown.editor.mark([{ place, kind: 'comment', id: 'c1', label: 'Is that so?' }]), second)
  expect(
    await mark.evaluate((element) => [element.textContent, element.getAttribute('title'), element.closest('blockquote') !== null]),
  ).toEqual(['The river', 'Is that so?', true])
  await paper(page).focus()
  await press(page, 'Control+Home')
  await page.keyboard.type('At dawn, ')
  expect(await mark.innerText()).toBe('The river')
  await mark.click()
  await page.evaluate((place) => shown.editor.select(place), second)
  await press(page, 'Control+Enter')
  expect(await page.evaluate(() => shown.marked.splice(0))).toEqual(['c1', 'c1'])
  expect(await shortBody(page)).toContain('At dawn, The river rose.')
  await page.evaluate(() => shown.editor.mark([]))
  expect(await mark.count()).toBe(0)
})

test('what a check finds in an attribution or a title is shown where that stands; what is gone is not shown', async () => {
  await page.evaluate(() => {
    const place = (exact: string) => ({ exact, prefix: '', suffix: '' })
    shown.editor.mark([
      { place: place('Ana Moraru'), kind: 'warn', id: 'w', label: 'Who is that?' },
      { place: place('gauge is read'), kind: 'block', id: 'b', label: 'A better title' },
      { place: place('nowhere'), kind: 'warn', id: 'n', label: 'Gone' },
    ])
  })
  expect(await page.locator('[data-mark]').evaluateAll((marked) => marked.map((element) => element.className.split(' ')[0]))).toEqual([
    'quote',
    'embed',
  ])
})

test('a place is selected in the text, and what is selected is told as a place', async () => {
  await page.evaluate((place) => shown.editor.select(place), second)
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('The river')
  expect(await page.evaluate(() => shown.editor.selection())).toEqual({
    exact: 'The river',
    prefix: 'he river rose. The crew waited.\n',
    suffix: ' fell.\nAna Moraru\nHow a gauge is',
  })
  await press(page, 'ArrowRight')
  expect(await page.evaluate(() => shown.editor.selection())).toBeNull()
})

test('only what is written by hand is told as a change, and a given text cannot be undone', async () => {
  await page.evaluate(() => shown.changes.splice(0))
  await page.evaluate((given) => shown.editor.setBody(given), body)
  await paper(page).focus()
  await press(page, 'Control+z')
  expect(await page.evaluate(() => shown.changes.length)).toBe(0)
  await page.keyboard.type('x')
  expect(await page.evaluate(() => shown.changes.length)).toBe(1)
  expect(await page.evaluate(() => shown.changes[0])).toEqual(await page.evaluate(() => shown.editor.body()))
})

test('without the pen the text is read, found in and copied, but not changed', async () => {
  await page.evaluate(() => shown.editor.setEditable(false))
  const before = await shortBody(page)
  expect(await paper(page).getAttribute('aria-readonly')).toBe('true')
  await page.getByRole('button', { name: 'Bold', exact: true }).dispatchEvent('click')
  await page.getByRole('button', { name: 'Change' }).waitFor({ state: 'hidden' })
  expect(await page.getByRole('textbox', { name: 'Who said it' }).isEditable()).toBe(false)
  await page.getByRole('button', { name: /^Find/ }).click()
  await page.keyboard.type('river')
  await expect.poll(() => page.locator('.editor-found').innerText()).toBe('2 found')
  await press(page, 'Escape')
  expect(await shortBody(page)).toBe(before)
  await page.evaluate(() => shown.editor.setEditable(true))
  expect(await paper(page).getAttribute('aria-readonly')).toBe('false')
})

test('Enter in a field of the editor never sends the form around it, and nothing of the editor is sent', async () => {
  await page.getByRole('textbox', { name: 'Who said it' }).focus()
  await press(page, 'End')
  await page.keyboard.type(', hydrologist')
  await press(page, 'Enter', 'Control+f')
  await page.keyboard.type('river')
  await press(page, 'Enter', 'Enter', 'Escape')
  expect(new URL(page.url()).pathname).toBe('/')
  expect(await shortBody(page)).toContain('— Ana Moraru, hydrologist)')
  expect(await page.evaluate(() => [...new FormData(document.forms[0]).keys()])).toEqual(['headline'])
  await paper(page).focus()
  await press(page, 'Control+z')
  expect(await shortBody(page)).toContain('— Ana Moraru)')
})

test('nothing is fetched for an embed, and the page that holds the editor needs no leave for styles or frames', async () => {
  const asked: string[] = []
  const complaints: string[] = []
  const fresh = await site.open()
  fresh.on('request', (request) => asked.push(request.url()))
  fresh.on('console', (message) => complaints.push(message.text()))
  await fresh.evaluate((given) => shown.editor.setBody(given), body)
  await paper(fresh).focus()
  await press(fresh, 'Control+k', 'Escape', 'Control+f', 'Escape')
  await fresh.keyboard.type(' /')
  await press(fresh, 'Escape')
  expect([asked, complaints]).toEqual([[], []])
  await fresh.context().close()
})

test('an editor that is taken down leaves nothing behind', async () => {
  const fresh = await site.open()
  await fresh.evaluate(() => shown.editor.destroy())
  expect(await fresh.locator('[data-editor]').innerHTML()).toBe('')
  await fresh.context().close()
})

test('what is typed right after a click stands where one clicked, letter for letter', async () => {
  for (const typed of [' of depths', ' "so"', ' /']) {
    await page.evaluate((given) => shown.editor.setBody(given), body)
    await paper(page).focus()
    await press(page, 'Control+Home')
    await page.evaluate(async (letters) => {
      const last = document.querySelector('blockquote p')?.firstChild
      if (!last) throw new Error('the quote is missing')
      getSelection()?.collapse(last, last.textContent?.length ?? 0)
      // Before the browser has told anyone where the caret is.
      for (const letter of letters) {
        document.execCommand('insertText', false, letter)
        await Promise.resolve()
      }
    }, typed)
    const expected = typed.replace('"', '“').replace('"', '”')
    await expect.poll(() => shortBody(page)).toContain(`quote(p(The river fell.${expected}) — Ana Moraru)`)
    await page.keyboard.type('!')
    expect(await shortBody(page)).toContain(`fell.${expected}!)`)
    await press(page, 'Escape')
  }
})
