import fc from 'fast-check'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'

import { bodySchema } from '#newsroom/stories/body.ts'
import { bodyText } from '#newsroom/stories/body-text.ts'
import { bodyOf, paper, paste, textOf } from '#test/editor-hands.ts'
import { openEditorSite } from '#test/editor-page.ts'

let page: Page

beforeAll(async () => {
  const site = await openEditorSite()
  page = await site.open()
  return () => site[Symbol.asyncDispose]()
})

const written = [
  'word ',
  '"so"',
  "it's",
  '## ',
  '- ',
  '1. ',
  '> ',
  '---',
  '**b** ',
  '[l](https://example.org/) ',
  'مرحبا ',
  '…--',
  '👩🏽‍🌾',
  '\u00a0',
]
const keys = [
  'Enter Enter Shift+Enter Backspace Delete Tab Shift+Tab ArrowUp ArrowLeft ArrowDown Home End',
  'Control+a Shift+ArrowUp Shift+ArrowLeft Control+b Control+i Control+Alt+2 Control+Alt+4 Control+Alt+0',
  'Control+Shift+7 Control+Shift+8 Control+Shift+9 Control+z Control+z Control+y Escape',
].flatMap((some) => some.split(' '))
const pastes = [
  { html: '<h3>Title</h3><ul><li>one<ul><li>two</li></ul></li></ul>' },
  { html: '<table><tr><td colspan="2">a</td></tr><tr><td>b</td><td rowspan="3">c</td></tr></table>' },
  { html: '<blockquote><p>said</p></blockquote><hr><p>after <b>bold</b></p>' },
  { text: 'one\n\n- two\n- three' },
  { text: 'https://example.org/somewhere' },
]
const entries = ['table', 'quote', 'note', 'rule', 'smaller', 'list']

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: fc.constantFrom(...written) }) },
  { weight: 6, arbitrary: fc.record({ press: fc.constantFrom(...keys) }) },
  { weight: 1, arbitrary: fc.record({ paste: fc.constantFrom(...pastes) }) },
  { weight: 2, arbitrary: fc.record({ slash: fc.constantFrom(...entries) }) },
  { weight: 1, arbitrary: fc.record({ tableMenu: fc.nat(7) }) },
  { weight: 1, arbitrary: fc.record({ note: fc.constantFrom('Ibid.', ' ') }) },
)
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

const start = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Water' }] },
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'A gauge' },
        { type: 'footnote', attrs: { text: 'Read at noon.' } },
        { type: 'text', text: ' stands.' },
      ],
    },
    { type: 'blockquote', attrs: { attribution: 'Ana' }, content: [{ type: 'paragraph', content: [{ type: 'text', text: 'So it is.' }] }] },
    { type: 'embed', attrs: { url: 'https://vimeo.com/76979871', title: 'A film' } },
    { type: 'callout', attrs: { kind: 'background' }, content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Since 1969.' }] }] },
  ],
}

async function take(one: Step): Promise<void> {
  if ('type' in one) await page.keyboard.type(one.type)
  else if ('press' in one) await page.keyboard.press(one.press)
  else if ('paste' in one) await paste(page, one.paste)
  else if ('slash' in one) {
    await page.keyboard.type(` /${one.slash}`)
    await page.keyboard.press('Enter')
  } else if ('note' in one) {
    await page.keyboard.press('Control+Alt+f')
    await page.keyboard.type(one.note)
    for (const key of ['Tab', 'Enter']) await page.keyboard.press(key)
  } else {
    await page.keyboard.press('Shift+F10')
    if ((await page.getByRole('menu').count()) === 0) return
    for (let i = 0; i < one.tableMenu; i += 1) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
  }
  // What opens beside the text is closed again, and the hands come back to the text.
  if ((await page.getByRole('dialog').count()) > 0) await page.keyboard.press('Escape')
  if (!(await paper(page).evaluate((surface) => surface === document.activeElement))) await paper(page).focus()
}

test(
  'whatever is typed, pressed, pasted and undone, the body is one that can be stored, and undoing all leads back',
  { timeout: 240_000 },
  async () => {
    const histories = fc.array(step, { minLength: 5, maxLength: 25 })
    await fc.assert(
      fc.asyncProperty(histories, async (steps) => {
        await page.evaluate((body) => shown.editor.setBody(body), start)
        await paper(page).focus()
        for (const one of steps) await take(one)
        const body = await bodyOf(page)
        expect(bodySchema.safeParse(body).error).toBeUndefined()
        expect(await textOf(page)).toBe(bodyText(body))
        for (let i = 0; i < 200 && (await page.locator('[data-act="undo"]').getAttribute('aria-disabled')) === null; i += 1) {
          await page.keyboard.press('Control+z')
        }
        expect(await bodyOf(page)).toEqual(start)
      }),
      { numRuns: 60, endOnFailure: false },
    )
  },
)
