import fc from 'fast-check'
import { HtmlValidate } from 'html-validate'
import { Parser } from 'htmlparser2'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'

import { bodySchema } from '#newsroom/stories/body.ts'
import { bodyText } from '#newsroom/stories/body-text.ts'
import { anyBody, hostileWords } from '#test/any-body.ts'

import { PrintBody } from './print-body.tsx'
import { spoken } from './words/words-in.ts'

const validator = new HtmlValidate({ extends: ['html-validate:standard'], rules: { 'attr-case': 'off' } })
const printed = (body: unknown, language = 'en') =>
  renderToStaticMarkup(<PrintBody body={bodySchema.parse(body)} language={language} opening={null} />)
const page = (html: string) => `<!doctype html><html lang="en"><head><title>Ferry</title></head><body><h1>Ferry</h1>${html}</body></html>`
const squeezed = (text: string) => text.replace(/\s+/g, '')

describe('whatever body the schema accepts', { timeout: 30_000 }, () => {
  test('prints to valid HTML without script, in every language', () => {
    fc.assert(
      fc.property(anyBody, fc.constantFrom(...Object.keys(spoken)), (body, language) => {
        const html = printed(body, language)
        expect(harmIn(html)).toEqual([])
        const report = validator.validateStringSync(page(html))
        expect(report.results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))).toEqual([])
      }),
      { numRuns: 80 },
    )
  })

  test('says on the page what its plain text says', () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        expect(squeezed(wordsIn(printed(body)))).toBe(squeezed(bodyText(bodySchema.parse(body))))
      }),
      { numRuns: 300 },
    )
  })

  test('is accepted again as it was accepted', () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        const accepted = bodySchema.parse(body)
        expect(bodySchema.parse(JSON.parse(JSON.stringify(accepted)))).toEqual(accepted)
      }),
    )
  })
})

describe.each(hostileWords)('script %j', (words) => {
  const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content })
  const text = { type: 'text', text: words }
  const simple = paragraph(text)
  const cell = { type: 'tableCell', attrs: { colspan: 1, rowspan: 1, colwidth: null }, content: [simple] }

  test.each<[string, unknown]>([
    ['a text', simple],
    ['a heading', { type: 'heading', attrs: { level: 2 }, content: [text] }],
    ['a list', { type: 'bulletList', content: [{ type: 'listItem', content: [simple] }] }],
    ['who was quoted', { type: 'blockquote', attrs: { attribution: words }, content: [simple] }],
    ['a call-out', { type: 'callout', attrs: { kind: 'note' }, content: [simple] }],
    ['a cell', { type: 'table', content: [{ type: 'tableRow', content: [cell] }] }],
    ['a footnote', paragraph({ type: 'footnote', attrs: { text: words } })],
    ['the title of an embed', { type: 'embed', attrs: { url: 'https://youtu.be/abcdefghijk', title: words } }],
  ])('in %s is printed as words', (_, block) => {
    const html = printed({ type: 'doc', content: [block] })
    expect(harmIn(html)).toEqual([])
    expect(wordsIn(html)).toContain(words)
  })

  test.each<[string, unknown]>([
    ['the address of a link', paragraph({ ...text, marks: [{ type: 'link', attrs: { href: words } }] })],
    ['the address of an embed', { type: 'embed', attrs: { url: words, title: '' } }],
    ['the kind of a call-out', { type: 'callout', attrs: { kind: words }, content: [simple] }],
    ['the level of a heading', { type: 'heading', attrs: { level: words }, content: [text] }],
    ['the span of a cell', { type: 'table', content: [{ type: 'tableRow', content: [{ ...cell, attrs: { colspan: words } }] }] }],
    ['the start of a list', { type: 'orderedList', attrs: { start: words }, content: [{ type: 'listItem', content: [simple] }] }],
    ['the name of a node', { type: words }],
    ['the name of a mark', paragraph({ ...text, marks: [{ type: words }] })],
    ['an attribute of its own', { ...simple, onclick: words }],
    ['an attribute of a node that has none', { ...simple, attrs: { style: words } }],
  ])('in %s is refused', (_, block) => {
    expect(bodySchema.safeParse({ type: 'doc', content: [block] }).success).toBe(false)
  })
})

/** The elements and attributes of a page that a body never prints. */
function harmIn(html: string): string[] {
  const elements = new Set(
    'a aside blockquote br em figcaption figure h2 h3 h4 hr li ol p section span strong sup table tbody td th thead tr ul'.split(' '),
  )
  const harm: string[] = []
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (!elements.has(name)) harm.push(name)
      for (const [attribute, value] of Object.entries(attributes))
        if (/^(on|style|src)/i.test(attribute) || (attribute === 'href' && !/^(https?:\/\/|mailto:|\/(?![/\\])|#note-)/.test(value)))
          harm.push(`${name} ${attribute}=${value}`)
    },
  })
  parser.end(html)
  return harm
}

const around = ['callout-name', 'note-mark', 'note-back', 'embed-where']

/** The words of a printed body, without those that the page says by itself. */
function wordsIn(html: string): string {
  const said: string[] = []
  let depth = 0
  const parser = new Parser({
    onopentag: (_, { class: name = '', id = '' }) => {
      if (depth > 0 || around.includes(name) || id === 'notes') depth += 1
    },
    onclosetag: () => {
      if (depth > 0) depth -= 1
    },
    ontext: (text) => {
      if (depth === 0) said.push(text)
    },
  })
  parser.end(html.replace(/<figcaption><a href="[^"]*">[^<]*<\/a><\/figcaption>/g, ''))
  return said.join('')
}
