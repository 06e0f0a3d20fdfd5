import fc from 'fast-check'

import type { Body } from '#newsroom/stories/body.ts'

/** What somebody who means harm writes wherever words are taken. */
export const hostileWords = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onclick='alert(1)",
  '</figure></section><iframe src="https://evil.example">',
  'javascript:alert(1)',
  '{{constructor}} ${1} <!-- ]]> -->',
]

const words = fc.oneof(
  fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }),
  fc.constantFrom(
    ...hostileWords,
    'ferry',
    'العبّارة',
    ' ',
    'https://example.org/a?b=<c>',
    '\0',
    '\ud800',
    '&amp;',
    '\u202e',
    'gnp\u202e\u0007.exe',
  ),
)
const href = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.constantFrom('/news/ferry', 'mailto:ana@example.org', 'https://example.org/"onclick="x', '/\'"><script>'),
)
const mark = fc.oneof(
  fc.constant({ type: 'bold' as const }),
  fc.constant({ type: 'italic' as const }),
  href.map((address) => ({ type: 'link' as const, attrs: { href: address } })),
)
const inline = fc.oneof(
  { arbitrary: fc.record({ type: fc.constant('text' as const), text: words, marks: fc.array(mark, { maxLength: 3 }) }), weight: 6 },
  { arbitrary: fc.record({ type: fc.constant('hardBreak' as const) }), weight: 1 },
  { arbitrary: words.map((text) => ({ type: 'footnote' as const, attrs: { text } })), weight: 1 },
)
const inlines = fc.array(inline, { maxLength: 4 })
const paragraph = fc.record({ type: fc.constant('paragraph' as const), content: inlines })

const { simple } = fc.letrec<{ simple: Body['content'][number]; list: Body['content'][number] }>((tie) => ({
  simple: fc.oneof({ maxDepth: 3, withCrossShrink: true }, paragraph, tie('list')),
  list: fc.tuple(fc.boolean(), fc.array(fc.array(tie('simple'), { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 })).map(
    ([isOrdered, items]) =>
      ({
        type: isOrdered ? 'orderedList' : 'bulletList',
        ...(isOrdered && items.length > 1 && { attrs: { start: 3 } }),
        content: items.map((content) => ({ type: 'listItem', content })),
      }) as Body['content'][number],
  ),
}))
const several = fc.array(simple, { minLength: 1, maxLength: 3 })

const cell = fc.record({
  type: fc.constantFrom('tableCell', 'tableHeader'),
  attrs: fc.record({ colspan: fc.integer({ min: 1, max: 3 }), rowspan: fc.integer({ min: 1, max: 3 }), colwidth: fc.constant(null) }),
  content: several,
})
const row = fc.record({ type: fc.constant('tableRow'), content: fc.array(cell, { maxLength: 3 }) })

const block = fc.oneof(
  simple,
  fc.record({ type: fc.constant('heading'), attrs: fc.record({ level: fc.constantFrom(2, 3, 4) }), content: inlines }),
  fc.record({ type: fc.constant('horizontalRule') }),
  fc.record({ type: fc.constant('blockquote'), attrs: fc.record({ attribution: fc.option(words) }), content: several }),
  fc.record({
    type: fc.constant('callout'),
    attrs: fc.record({ kind: fc.constantFrom('note', 'background', 'contact') }),
    content: several,
  }),
  fc.record({ type: fc.constant('table'), content: fc.array(row, { minLength: 1, maxLength: 3 }) }),
  fc.record({
    type: fc.constant('embed'),
    attrs: fc.record({
      url: fc.constantFrom('https://youtu.be/abcdefghijk', 'https://vimeo.com/1234', 'https://x.com/ferry/status/12?s="><script>'),
      title: fc.oneof(words, fc.constant('')),
    }),
  }),
)

/** Any document that an editor, or a program in its place, may send as a body. */
export const anyBody: fc.Arbitrary<unknown> = fc.record({ type: fc.constant('doc'), content: fc.array(block, { maxLength: 5 }) })
