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

  test('satisfies the schema of bodies whatever the HTML', { timeout: 60_000 }, () => {
    const tags = 'p h1 h3 h6 ul ol li blockquote a b em br hr table tr td th caption script pre div'.split(' ')
    const piece = fc.oneof(
      fc.constantFrom(
        '<a id=a href=#b>1</a>',
        '<p id=b>',
        '<a href=#a>',
        '<th colspan=3>',
        '<td rowspan=99>',
        '<iframe src=//youtu.be/abcdefghijk>',
      ),
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

describe('a table', () => {
  const cell = (type: string, words: string) => ({
    type,
    attrs: { colspan: 1, rowspan: 1, colwidth: null },
    content: [paragraph(text(words))],
  })
  const row = (...content: unknown[]) => ({ type: 'tableRow', content })

  test('of figures stays a table, with the words before it and its spans', () => {
    const html =
      '<table><caption>Ice, cm</caption><thead><tr><th>Gauge<th>May</thead><tr><td>Rezina<td>41<tr><td colspan=2><h3>none</h3><td></table>after'
    expect(bodyFromHtml(html).content).toEqual([
      paragraph(text('Ice, cm')),
      {
        type: 'table',
        content: [
          row(cell('tableHeader', 'Gauge'), cell('tableHeader', 'May')),
          row(cell('tableCell', 'Rezina'), cell('tableCell', '41')),
          row(
            { ...cell('tableCell', 'none'), attrs: { colspan: 2, rowspan: 1, colwidth: null } },
            { ...cell('tableCell', ''), content: [{ type: 'paragraph' }] },
          ),
        ],
      },
      paragraph(text('after')),
    ])
  })

  test('that only lays out a page gives what it laid out, a table of figures in it stays one', () => {
    const figures = '<table><tr><td>a<td>b<tr><td>c<td>d</table>'
    const html = `<table><tr><td><h2>News</h2><p>One<td><ul><li>x</ul><tr><td>${figures}<td>Foot</table>`
    expect(bodyFromHtml(html).content.map(({ type }) => type)).toEqual(['heading', 'paragraph', 'bulletList', 'table', 'paragraph'])
  })

  test('in a list or a quotation gives its words', () => {
    expect(bodyFromHtml('<ul><li><table><tr><td>a<td>b<tr><td>c</table></ul>').content).toEqual([
      { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('a b')), paragraph(text('c'))] }] },
    ])
  })
})

describe('footnotes that are links to and fro', () => {
  const noted = [paragraph(text('Said'), { type: 'footnote', attrs: { text: 'See the plan.' } }, text(' again.'))]

  test.each([
    [
      'mammoth',
      '<sup><a href="#n-1" id="r-1">[1]</a></sup> again.</p><ol><li id="n-1"><p>See the plan. <a href="#r-1">↑</a></p></li></ol>',
    ],
    [
      'Word',
      '<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a> again.</p><div><hr><div id=ftn1><p><a href="#_ftnref1" name="_ftn1">[1]</a> See the plan.</p></div></div>',
    ],
    [
      'Google Docs',
      '<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup> again.</p><hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span>&nbsp;See the plan.</span></p></div>',
    ],
    [
      'a wiki',
      '<sup id="cr-1"><a href="#cn-1">[1]</a></sup> again.</p><ol><li id="cn-1"><b><a href="#cr-1">^</a></b> <span>See the plan.</span></li></ol>',
    ],
  ])('as %s writes them are footnotes', (_, html) => {
    expect(bodyFromHtml(`<p>Said${html}`).content).toEqual(noted)
  })

  test('but a table of contents is none, and no page goes with a note', () => {
    const contents = '<div id=toc><a href="#s1">1</a></div><h2 id=s1>First <a href="#toc">up</a></h2><p>Text'
    expect(bodyFromHtml(contents).content.map((block) => block.type)).toEqual(['paragraph', 'heading', 'paragraph'])
    const page = '<div id=page><p>All <a id=x href="#page">1</a> there <a href="#x">is</a></p></div>'
    expect(bodyFromHtml(page).content).toEqual([paragraph(text('All 1 there is'))])
  })
})

test('a video of a provider on the list is an embed, any other frame is gone', () => {
  const html =
    '<iframe src="https://www.youtube.com/embed/abcdefghijk?rel=0" title="Ferry"></iframe><iframe src="https://evil.example/"></iframe>'
  expect(bodyFromHtml(html).content).toEqual([
    { type: 'embed', attrs: { url: 'https://www.youtube.com/watch?v=abcdefghijk', title: 'Ferry' } },
  ])
})

test.each(['<p>"\\ &lt;', '<tr><td><b>x<td>', '<hr>', '<p>\u0001', '<li><a href="/x?'])(
  'a page of two million characters %j is cut to what a body holds',
  (piece) => {
    const body = bodyFromHtml(`<table>${piece.repeat(2_000_000 / piece.length)}`)
    expect(bodySchema.safeParse(body).success).toBe(true)
  },
)

test('a plain text becomes paragraphs with its line breaks', () => {
  expect(bodyFromText('First\nline\n\n \nSecond <b>').content).toEqual([
    paragraph(text('First'), { type: 'hardBreak' }, text('line')),
    paragraph(text('Second <b>')),
  ])
})
