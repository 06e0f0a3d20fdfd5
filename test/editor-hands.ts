import type { Locator, Page } from 'playwright-core'

type Json = { type: string; attrs?: { [name: string]: string | number | null }; content?: Json[]; marks?: Json[]; text?: string }

/** The writing surface. */
export const paper = (page: Page): Locator => page.getByRole('textbox', { name: 'Text' })

/** Goes into the text. The editor settles the caret 20 ms after it has the focus, which no human overtakes. */
export async function enterPaper(page: Page): Promise<void> {
  await paper(page).focus()
  await page.evaluate(() => new Promise((done) => setTimeout(done, 40)))
}

/** Takes everything out of the text, and goes into it. */
export async function emptyPaper(page: Page): Promise<void> {
  await page.evaluate(() => shown.editor.setBody(null))
  await enterPaper(page)
}

/**
 * Presses keys as a human does: the browser tells of a moved selection a frame later, which no human overtakes. Whoever goes to the start of the
 * text within 200 ms of entering it is put back by ProseMirror, which takes that for the browser's doing.
 */
export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    if (key.endsWith('Home')) await page.evaluate(() => new Promise((done) => setTimeout(done, 220)))
    await page.keyboard.press(key)
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))))
  }
}

export async function bodyOf(page: Page): Promise<Json> {
  return page.evaluate(() => shown.editor.body() as Json)
}

export async function textOf(page: Page): Promise<string> {
  return page.evaluate(() => shown.editor.text())
}

/** Pastes as the browser does after Ctrl-V, with what another program put on the clipboard. */
export async function paste(page: Page, clipboard: { html?: string; text?: string }): Promise<void> {
  await paper(page).evaluate((surface, { html, text }) => {
    const clipboardData = new DataTransfer()
    if (html !== undefined) clipboardData.setData('text/html', html)
    if (text !== undefined) clipboardData.setData('text/plain', text)
    surface.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, clipboard)
}

/** A body in short: "h2(Title) p(Some *bold* words, {linked → /news}) ul(li(p(one)))". */
export function inShort({ type, attrs = {}, content = [], text, marks = [] }: Json): string {
  if (text !== undefined) return marks.reduce((inner, mark) => markedInShort(mark, inner), text)
  const inner = content.map(inShort).join(content.every((child) => isInline(child)) ? '' : ' ')
  switch (type) {
    case 'doc':
      return inner
    case 'heading':
      return `h${String(attrs['level'])}(${inner})`
    case 'blockquote':
      return attrs['attribution'] === null ? `quote(${inner})` : `quote(${inner} — ${String(attrs['attribution'])})`
    case 'callout':
      return `${String(attrs['kind'])}(${inner})`
    case 'orderedList':
      return `ol${attrs['start'] === undefined ? '' : `@${String(attrs['start'])}`}(${inner})`
    case 'footnote':
      return `[^${String(attrs['text'])}]`
    case 'embed':
      return `embed(${String(attrs['url'])}, ${String(attrs['title'])})`
    default:
      return names[type] === undefined ? `${type}(${inner})` : inner === '' && leaves.has(type) ? names[type] : `${names[type]}(${inner})`
  }
}

const names: { [type: string]: string } = {
  paragraph: 'p',
  bulletList: 'ul',
  listItem: 'li',
  table: 'table',
  tableRow: 'tr',
  tableHeader: 'th',
  tableCell: 'td',
  horizontalRule: 'hr',
  hardBreak: '|',
}
const leaves = new Set(['horizontalRule', 'hardBreak'])

const isInline = ({ type }: Json): boolean => type === 'text' || type === 'hardBreak' || type === 'footnote'

function markedInShort({ type, attrs }: Json, inner: string): string {
  if (type === 'link') return `{${inner} → ${String(attrs?.['href'])}}`
  return type === 'bold' ? `*${inner}*` : `_${inner}_`
}

/** The same, of what the editor holds now. */
export async function shortBody(page: Page): Promise<string> {
  return inShort(await bodyOf(page))
}

/** Chooses an entry of an open menu by typing towards it, as a keyboard does. */
export async function choose(page: Page, name: string): Promise<void> {
  const item = page.getByRole('menuitem', { name, exact: true })
  await item.waitFor()
  for (let i = 0; i < 20 && !(await item.evaluate((element) => element === document.activeElement)); i += 1)
    await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
}
