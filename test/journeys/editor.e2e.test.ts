import { brotliCompressSync } from 'node:zlib'

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { barriers } from '#test/barriers.ts'
import { bodyOf, choose, emptyPaper, paper, press, shortBody, textOf } from '#test/editor-hands.ts'
import { openEditorSite } from '#test/editor-page.ts'
import type { EditorSite } from '#test/editor-page.ts'

let site: EditorSite

beforeAll(async () => {
  site = await openEditorSite()
})
afterAll(() => site[Symbol.asyncDispose]())

test('the whole editor, its tools and its menus, is small enough for a slow line', () => {
  expect(brotliCompressSync(site.scriptBytes).length).toBeLessThan(150_000)
})

describe.each([
  { language: 'en', words: ['river', 'bridge', 'gauge'], quote: ['“', '”'] },
  { language: 'ar', words: ['النهر', 'الجسر', 'المقياس'], quote: ['«', '»'] },
])('by keyboard alone, in $language', ({ language, words, quote }) => {
  const [one = '', two = '', three = ''] = words
  const forward = language === 'ar' ? 'ArrowLeft' : 'ArrowRight'
  let page: Page
  const keys = (...pressed: string[]) => press(page, ...pressed)
  const write = (text: string) => page.keyboard.type(text)

  beforeAll(async () => {
    page = await site.open({ language })
  })
  afterAll(() => page.context().close())
  beforeEach(() => emptyPaper(page))

  test('markdown becomes what it means while it is typed', async () => {
    await write(
      `## ${one}\n${two} **${one}** *${two}* [${three}](https://example.org/a) .\n- ${one}\n- ${two}\n\n1. ${three}\n\n> ${one}\n\n---`,
    )
    expect(await shortBody(page)).toBe(
      `h2(${one}) p(${two} *${one}* _${two}_ {${three} → https://example.org/a} .) ul(li(p(${one})) li(p(${two}))) ol(li(p(${three}))) quote(p(${one})) hr p()`,
    )
  })

  test('a slash opens a menu that typing narrows, arrows walk and Escape closes', async () => {
    await write(`${one} /`)
    const menu = page.getByRole('listbox', { name: 'What can be put in' })
    await menu.waitFor()
    expect(await paper(page).getAttribute('aria-activedescendant')).toBe(
      await menu.getByRole('option', { selected: true }).getAttribute('id'),
    )
    await keys('ArrowDown', 'ArrowDown', 'ArrowUp')
    expect(await menu.getByRole('option', { selected: true }).innerText()).toContain('Smaller heading')
    await keys('Escape')
    expect([await menu.count(), await textOf(page)]).toEqual([0, `${one} /`])
    await keys('Backspace')
    await write('/smaller h')
    await keys('Enter')
    await write(two)
    expect(await shortBody(page)).toBe(`h3(${one} ${two})`)
    await keys('Enter')
    await write('/nothing-is-called-so')
    expect(await menu.getByRole('option').allInnerTexts()).toEqual(['Nothing is called so. Escape closes this.'])
    await keys('Escape')
  })

  test('a quote says who said it', async () => {
    await write('/quote')
    await keys('Enter')
    await write(one)
    await keys('Tab')
    await write(`${two}, ${three}`)
    await keys('Enter')
    await write(three)
    expect(await shortBody(page)).toBe(`quote(p(${one}) — ${two}, ${three}) p(${three})`)
  })

  test('a box has a kind that can be changed', async () => {
    await write('/background')
    await keys('Enter')
    await write(one)
    expect(await shortBody(page)).toBe(`background(p(${one}))`)
    await keys('Tab', 'ArrowDown', 'Enter')
    await write(two)
    expect(await shortBody(page)).toBe(`contact(p(${one}${two}))`)
  })

  test('a footnote is numbered by its place, opened by Enter, and can be deleted', async () => {
    await keys('Control+Alt+f')
    await write(three)
    await keys('Tab', 'Enter')
    await write(two)
    await keys('Control+Alt+f')
    await write(one)
    await keys('Enter')
    expect(await shortBody(page)).toBe(`p([^${three}]${two}[^${one}])`)
    await keys(forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft', 'Enter')
    expect(await page.getByRole('dialog').getByRole('textbox').inputValue()).toBe(one)
    await keys('End')
    await write(` ${two}`)
    await keys('Tab', 'Enter')
    await page.getByRole('button', { name: `Footnote 2: ${one} ${two}` }).waitFor()
    await expect
      .poll(async () => {
        await keys('Home', forward)
        return page.locator('.ProseMirror-selectednode').allInnerTexts()
      })
      .toEqual(['1'])
    await keys('Enter', 'Tab', 'Tab', 'Enter')
    await page.getByRole('button', { name: `Footnote 1: ${one} ${two}` }).waitFor()
    expect(await shortBody(page)).toBe(`p(${two}[^${one} ${two}])`)
  })

  test('a link leads to an own story or any address, and nowhere else', async () => {
    await write(one)
    await keys('Shift+Home', 'Control+k')
    await write('javascript:alert(1)')
    await keys('Enter')
    expect(await page.getByRole('alert').innerText()).toMatch(/^This is no address to link to/)
    await keys('Control+a')
    await write('twingauge')
    await page.getByRole('option', { name: /study visit/ }).waitFor()
    await keys('ArrowDown', 'ArrowDown', 'Enter', 'Enter')
    expect(await shortBody(page)).toBe(`p({${one} → /news/twingauge-study-visit-linz})`)
    expect(await paper(page).evaluate((surface) => surface === document.activeElement)).toBe(true)
    await keys('Home', 'Control+k')
    expect(await page.getByRole('combobox').inputValue()).toBe('/news/twingauge-study-visit-linz')
    await write('example.org')
    await keys('Enter')
    expect(await shortBody(page)).toBe(`p({${one} → https://example.org})`)
    await keys('Control+k', 'Tab', 'Tab', 'Enter')
    await expect.poll(() => shortBody(page)).toBe(`p(${one})`)
  })

  test('a table is filled with Tab, grows at its end and obeys its menu', async () => {
    await write('/table')
    await keys('Enter')
    for (const word of [one, two, three]) {
      await write(word)
      await keys('Tab')
    }
    expect(await shortBody(page)).toContain(`tr(th(p(${one})) th(p(${two})) th(p(${three})))`)
    await keys('Shift+F10')
    await choose(page, 'Delete this row')
    await keys('Shift+F10')
    await choose(page, 'Delete this column')
    expect(await shortBody(page)).toBe(`table(tr(th(p(${two})) th(p(${three}))) tr(td(p()) td(p())))`)
    await keys('Tab', 'Tab')
    await write(one)
    expect(await shortBody(page)).toBe(`table(tr(th(p(${two})) th(p(${three}))) tr(td(p()) td(p())) tr(td(p(${one})) td(p())))`)
    await keys('Shift+F10')
    await choose(page, 'First row is a heading, or not')
    await keys('Shift+F10')
    await choose(page, 'Add a column after')
    expect(await shortBody(page)).toBe(
      `table(tr(td(p(${two})) td(p()) td(p(${three}))) tr(td(p()) td(p()) td(p())) tr(td(p(${one})) td(p()) td(p())))`,
    )
    await keys('Shift+F10')
    await choose(page, 'Delete the table')
    expect(await shortBody(page)).toBe('p()')
  })

  test('Tab nests in a list and moves on after Escape; nobody is caught', async () => {
    await write(`- ${one}\n${two}`)
    await keys('Tab')
    expect(await shortBody(page)).toBe(`ul(li(p(${one}) ul(li(p(${two})))))`)
    await keys('Shift+Tab')
    expect(await shortBody(page)).toBe(`ul(li(p(${one})) li(p(${two})))`)
    await keys('Escape', 'Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Save')
    await keys('Shift+Tab')
    expect(await paper(page).evaluate((surface) => surface === document.activeElement)).toBe(true)
  })

  test('the tools are one stop for Tab, arrows walk them, and they say what is on', async () => {
    await write(one)
    await keys('Control+a', 'Alt+F10')
    const bold = page.getByRole('button', { name: 'Bold', exact: true })
    expect(await bold.evaluate((button) => button === document.activeElement)).toBe(true)
    await keys(forward, 'Enter')
    expect(await shortBody(page)).toBe(`p(_${one}_)`)
    expect(await page.getByRole('button', { name: 'Italic' }).getAttribute('aria-pressed')).toBe('true')
    expect(
      await page
        .getByRole('toolbar')
        .getByRole('button')
        .evaluateAll((buttons) => buttons.filter((button) => (button as HTMLElement).tabIndex === 0).length),
    ).toBe(1)
    await keys('End', 'Home', 'Escape')
    expect(await paper(page).evaluate((surface) => surface === document.activeElement)).toBe(true)
  })

  test('quotes take the shape of the language, and one undo brings back what was typed', async () => {
    await write(`"${one}"`)
    expect(await textOf(page)).toBe(`${quote[0]}${one}${quote[1]}`)
    await keys('Control+z')
    expect(await textOf(page)).toBe(`${quote[0]}${one}"`)
    await keys('Control+y')
    await write(' --')
    await keys('Control+z')
    expect(await textOf(page)).toBe(`${quote[0]}${one}${quote[1]} --`)
  })

  test('find walks, counts and replaces', async () => {
    await write(`${one} ${two} ${one}\n${one}`)
    await keys('Control+f')
    await write(one)
    const found = page.locator('.editor-found')
    await expect.poll(() => found.innerText()).toBe('3 found')
    await keys('Enter')
    await expect.poll(() => found.innerText()).toMatch(/^\d of 3$/)
    const first = await found.innerText()
    await keys('Enter')
    await expect.poll(() => found.innerText()).not.toBe(first)
    await keys('Shift+Enter')
    await expect.poll(() => found.innerText()).toBe(first)
    await page.getByRole('textbox', { name: 'Replace by' }).focus()
    await write(three)
    await page.getByRole('button', { name: 'Replace all' }).focus()
    await keys('Enter')
    expect(await found.innerText()).toBe('3 replaced')
    expect(await shortBody(page)).toBe(`p(${three} ${two} ${three}) p(${three})`)
    await keys('Escape')
    expect(await page.getByRole('search').isVisible()).toBe(false)
    expect(await paper(page).evaluate((surface) => surface === document.activeElement)).toBe(true)
  })

  test('axe finds nothing to mend, in the text, its menus and its dialogs', async () => {
    await write(`## ${one}\n${two}\n\n> ${one}\n\n`)
    await write('/table')
    await keys('Enter')
    for (const word of words) {
      await write(word)
      await keys('Tab')
    }
    await page.evaluate(
      (exact) => shown.editor.mark([{ place: { exact, prefix: '', suffix: '' }, kind: 'comment', id: 'c1', label: 'A comment' }]),
      two,
    )
    expect(await barriers(page)).toEqual([])
    await keys('Shift+F10')
    expect(await barriers(page)).toEqual([])
    await keys('Escape', 'Control+f')
    expect(await barriers(page)).toEqual([])
    await keys('Escape', 'Control+k')
    expect(await barriers(page)).toEqual([])
    await keys('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await keys('Control+Home')
    await write('/')
    await keys('Backspace', 'ArrowDown', 'End')
    await write(' /')
    await page.getByRole('listbox').waitFor()
    expect(await barriers(page)).toEqual([])
    await keys('Escape')
  })

  test('words are counted and reading time told', async () => {
    await write(`${one} ${two}, ${three}.`)
    await expect.poll(() => page.locator('.editor-counts').innerText()).toBe('3 words, 1 min to read')
    expect((await bodyOf(page)).type).toBe('doc')
  })
})
