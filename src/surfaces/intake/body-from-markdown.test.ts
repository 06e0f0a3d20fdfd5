import { expect, test } from 'vitest'

import { bodyFromMarkdown } from './body-from-markdown.ts'

test('a quote keeps who said it', () => {
  const body = bodyFromMarkdown('> The ice came early.\n> — Aizada, ranger')
  expect(body.content).toEqual([
    {
      type: 'blockquote',
      attrs: { attribution: 'Aizada, ranger' },
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'The ice came early.' }] }],
    },
  ])
})

test('emphasis and links become marks, and a script is words', () => {
  const body = bodyFromMarkdown('A **bold** [link](/news/ferry).\n\n<script>alert(1)</script>')
  expect(body.content).toEqual([
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'A ' },
        { type: 'text', text: 'bold', marks: [{ type: 'bold' }] },
        { type: 'text', text: ' ' },
        { type: 'text', text: 'link', marks: [{ type: 'link', attrs: { href: '/news/ferry' } }] },
        { type: 'text', text: '.' },
      ],
    },
    { type: 'paragraph', content: [{ type: 'text', text: '<script>alert(1)</script>' }] },
  ])
})

test('tables, footnotes, call-outs and embeds have marks of their own', () => {
  const text = (words: string) => ({ type: 'text', text: words })
  const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content })
  const cell = (type: string, ...content: unknown[]) => ({
    type,
    attrs: { colspan: 1, rowspan: 1, colwidth: null },
    content: [paragraph(...content)],
  })
  const markdown = `Forty^[Counted in May.] lorries.

| Gauge | cm |
| --- | --: |
| *Rezina* | 41 |

> [!BACKGROUND]
> Since 1994.

[The ferry](https://youtu.be/abcdefghijk)`
  expect(bodyFromMarkdown(markdown).content).toEqual([
    paragraph(text('Forty'), { type: 'footnote', attrs: { text: 'Counted in May.' } }, text(' lorries.')),
    {
      type: 'table',
      content: [
        { type: 'tableRow', content: [cell('tableHeader', text('Gauge')), cell('tableHeader', text('cm'))] },
        {
          type: 'tableRow',
          content: [cell('tableCell', { ...text('Rezina'), marks: [{ type: 'italic' }] }), cell('tableCell', text('41'))],
        },
      ],
    },
    { type: 'callout', attrs: { kind: 'background' }, content: [paragraph(text('Since 1994.'))] },
    { type: 'embed', attrs: { url: 'https://youtu.be/abcdefghijk', title: 'The ferry' } },
  ])
})
