import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bodySchema } from '#newsroom/stories/body.ts'
import { bodyFromHtml, bodyFromText } from './body-from-html.ts'

const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content })
const text = (words: string, ...marks: unknown[]) =>
  marks.length > 0 ? { type: 'text', text: words, marks } : { type: 'text', text: words }

describe('the body of a story that comes as HTML', () => {
  test('keeps paragraphs, marks and safe links, and drops scripts', () => {
    const html = '<h1>Bridge</h1><p>The <b>new <i>bridge</i></b> opens, <a href="/plan">see the plan</a>.<script>steal()</script></p><hr>'
    expect(bodyFromHtml(html, { baseUrl: 'https://example.org/news/1' }).content).toEqual([
      { type: 'heading', attrs: { level: 2 }, content: [text('Bridge')] },
      paragraph(
        text('The '),
        text('new ', { type: 'bold' }),
        text('bridge', { type: 'bold' }, { type: 'italic' }),
        text(' opens, '),
        text('see the plan', { type: 'link', attrs: { href: 'https://example.org/plan' } }),
        text('.'),
      ),
      { type: 'horizontalRule' },
    ])
  })

  test('keeps lists within lists, and a quote as a quote', () => {
    const body = bodyFromHtml('<ul><li>One<ol><li>Deep</ol><li>Two</ul><blockquote><h2>Said</h2>so</blockquote>')
    expect(body.content).toEqual([
      {
        type: 'bulletList',
        content: [
          {
            type: 'listItem',
            content: [paragraph(text('One')), { type: 'orderedList', content: [{ type: 'listItem', content: [paragraph(text('Deep'))] }] }],
          },
          { type: 'listItem', content: [paragraph(text('Two'))] },
        ],
      },
      { type: 'blockquote', content: [paragraph(text('Said')), paragraph(text('so'))] },
    ])
  })

  test.each([
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'data:text/html,x',
    '//evil.example',
    '/\\evil.example',
    'vbscript:x',
    '#top',
  ])('keeps the words of a link to %j but not the link', (href) => {
    expect(bodyFromHtml(`<p><a href="${href}">words</a></p>`).content).toEqual([paragraph(text('words'))])
  })

  test('stops at nesting without end', () => {
    const began = performance.now()
    expect(bodySchema.safeParse(bodyFromHtml(`<p>before</p>${'<div><b><ul><li>'.repeat(100_000)}`)).success).toBe(true)
    expect(performance.now() - began).toBeLessThan(2000)
  })

  test('satisfies the schema of bodies whatever the HTML', () => {
    const tags = 'p h1 h3 h6 ul ol li blockquote a b em br hr table td script pre div'.split(' ')
    const piece = fc.oneof(
      fc.constantFrom(...tags).map((tag) => `<${tag}>`),
      fc.constantFrom(...tags).map((tag) => `</${tag}>`),
      fc.webUrl().map((url) => `<a href="${url}">`),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('&nbsp;', '&#0;', '&#xd800;', '<![CDATA[x]]>', '<!--', '-->', '<', ' \n ', '\ud800'),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const read = bodySchema.safeParse(bodyFromHtml(pieces.join('')))
        expect(read.error?.issues).toBeUndefined()
      }),
      { numRuns: 300 },
    )
  })
})

test('a plain text becomes paragraphs with its line breaks', () => {
  expect(bodyFromText('First\nline\n\n \nSecond <b>').content).toEqual([
    paragraph(text('First'), { type: 'hardBreak' }, text('line')),
    paragraph(text('Second <b>')),
  ])
})
