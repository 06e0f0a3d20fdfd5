import { describe, expect, test } from 'vitest'

import { bodyText } from './body-text.ts'
import { bodySchema } from './body.ts'

const text = (words: string) => ({ type: 'text', text: words })
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content })
const doc = (...content: unknown[]) => ({ type: 'doc', content })
const cell = (attrs: object, ...content: unknown[]) => ({ type: 'tableCell', attrs, content })
const table = (...rows: unknown[][]) => ({ type: 'table', content: rows.map((content) => ({ type: 'tableRow', content })) })
const isBody = (body: unknown) => bodySchema.safeParse(body).success

describe('a body', () => {
  test('keeps no widths of columns, and no marks on what has no words of its own', () => {
    const bold = [{ type: 'bold' }]
    const said = doc(
      paragraph({ type: 'hardBreak', marks: bold }, { type: 'footnote', attrs: { text: 'See.' }, marks: bold }),
      table([cell({ colspan: 2, rowspan: 1, colwidth: [120, 80], align: null }, paragraph())], []),
    )
    expect(bodySchema.parse(said)).toEqual(
      doc(
        paragraph({ type: 'hardBreak' }, { type: 'footnote', attrs: { text: 'See.' } }),
        table([cell({ colspan: 2, rowspan: 1, colwidth: null }, paragraph())], []),
      ),
    )
  })

  test('is not refused for a character that a database cannot hold', () => {
    expect(bodySchema.parse(doc(paragraph(text('a\0b\ud800c'))))).toEqual(doc(paragraph(text('a\ufffdb\ufffdc'))))
  })

  test('drops what turns letters around, and what nobody sees, and texts and footnotes of nothing else', () => {
    const hidden = '\u202e\u0007\u009b'
    const quote = { type: 'blockquote', attrs: { attribution: `Ana${hidden}` }, content: [paragraph(text(`gnp${hidden}.exe`))] }
    const noted = paragraph(text('Ice'), text(hidden), { type: 'footnote', attrs: { text: hidden } }, { type: 'hardBreak' })
    const stored = bodySchema.parse(doc(quote, noted, paragraph(text('ab\u200f\u2067\tأ\u2069'))))
    expect(stored).toEqual(
      doc(
        { type: 'blockquote', attrs: { attribution: 'Ana' }, content: [paragraph(text('gnp.exe'))] },
        paragraph(text('Ice'), { type: 'hardBreak' }),
        paragraph(text('ab\u200f\u2067\tأ\u2069')),
      ),
    )
    expect(bodySchema.parse(stored)).toEqual(stored)
  })

  test.each<[string, unknown]>([
    ['a link that hides where it leads', paragraph({ ...text('x'), marks: [{ type: 'link', attrs: { href: '/\t/evil.example' } }] })],
    ['a table in a cell', table([cell({}, table([cell({}, paragraph())]))])],
    ['a heading in a call-out', { type: 'callout', attrs: { kind: 'note' }, content: [{ type: 'heading', attrs: { level: 2 } }] }],
    ['a call-out with nothing in it', { type: 'callout', attrs: { kind: 'note' }, content: [] }],
    ['a footnote without words', paragraph({ type: 'footnote', attrs: { text: '' } })],
    ['a footnote of a page', paragraph({ type: 'footnote', attrs: { text: 'x'.repeat(2001) } })],
    ['an embed of anywhere', { type: 'embed', attrs: { url: 'https://example.org/video', title: '' } }],
    ['forty-one columns', table(Array.from({ length: 41 }, () => cell({}, paragraph())))],
    ['five hundred and one rows', table(...Array.from({ length: 501 }, () => []))],
    ['a cell across fifty-one columns', table([cell({ colspan: 51 }, paragraph())])],
  ])('has no place for %s', (_, block) => {
    expect(isBody(doc(block))).toBe(false)
  })
})

describe('a body that means harm', () => {
  const nested = (depth: number, of: (inner: unknown) => unknown) => Array.from({ length: depth }).reduce<unknown>(of, paragraph(text('x')))
  const listed = (inner: unknown) => ({ type: 'orderedList', content: [{ type: 'listItem', content: [inner] }] })

  test('may be twelve lists deep, in a cell too, and no deeper than a page can be', () => {
    expect(isBody(doc(nested(12, listed), table([cell({}, nested(12, listed))])))).toBe(true)
    expect(isBody(doc(nested(16, listed)))).toBe(false)
  })

  test.each<[string, () => unknown]>([
    ['lists a hundred thousand deep', () => doc(nested(100_000, listed))],
    ['arrays a million deep', () => doc(nested(1_000_000, (inner) => [inner]))],
    ['a text of two megabytes', () => doc(paragraph(text('x'.repeat(2_000_000))))],
    ['a million paragraphs', () => ({ type: 'doc', content: Array.from({ length: 1_000_000 }, () => paragraph()) })],
    ['a million blocks of no kind', () => ({ type: 'doc', content: Array.from({ length: 1_000_000 }, () => 0) })],
    ['twelve lists and no word at the end', () => doc(Array.from({ length: 12 }).reduce<unknown>(listed, text('x')))],
  ])('with %s is refused at once', (_, made) => {
    const body = made()
    const began = performance.now()
    expect(isBody(body)).toBe(false)
    expect(performance.now() - began).toBeLessThan(2000)
  })
})

test('the plain text has each cell on a line of its own, who was quoted, what was embedded, and each footnote once at the end', () => {
  const noted = paragraph(text('Forty'), { type: 'footnote', attrs: { text: 'Counted in May.' } }, text(' lorries.'))
  const quote = { type: 'blockquote', attrs: { attribution: 'Aizada, ranger' }, content: [paragraph(text('Ice.'))] }
  const embed = { type: 'embed', attrs: { url: 'https://youtu.be/abcdefghijk', title: 'The ferry' } }
  const body = doc(noted, table([cell({}, paragraph(text('Rezina'))), cell({}, paragraph(text('41')))]), quote, embed)
  expect(bodyText(body)).toBe('Forty lorries.\nRezina\n41\nIce.\nAizada, ranger\nThe ferry\nCounted in May.')
})
