import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'

import { bodySchema, type Body } from '#newsroom/stories/body.ts'

import { PrintBody } from './print-body.tsx'

const printed = (body: Body, language = 'en') => renderToStaticMarkup(<PrintBody body={body} language={language} />)
const paragraph = (text: string) => ({ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] })

const heading = (text: string) => ({ type: 'heading' as const, attrs: { level: 2 as const }, content: [{ type: 'text' as const, text }] })

test('a story that quotes markup prints it as words', () => {
  const html = printed({ type: 'doc', content: [paragraph('<script>alert("1")</script><img src=x onerror=alert(1)>')] })
  expect(html).toBe('<p>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;</p>')
})

test('a link cannot break out of its address, and one that runs script never becomes a body', () => {
  const linked = (href: string) => ({
    type: 'doc' as const,
    content: [
      {
        type: 'paragraph' as const,
        content: [{ type: 'text' as const, text: 'here', marks: [{ type: 'link' as const, attrs: { href } }] }],
      },
    ],
  })
  expect(printed(linked('https://example.org/"onclick="x'))).toBe('<p><a href="https://example.org/&quot;onclick=&quot;x">here</a></p>')
  for (const href of ['javascript:alert(1)', 'data:text/html,x', '//example.org', ' javascript:alert(1)'])
    expect(bodySchema.safeParse(linked(href)).success).toBe(false)
})

test('marks nest in the order they were set', () => {
  const marks = [{ type: 'bold' as const }, { type: 'italic' as const }]
  const html = printed({
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'ferry', marks }, { type: 'hardBreak' }] }],
  })
  expect(html).toBe('<p><strong><em>ferry</em></strong><br/></p>')
})

test('lists, headings, quotations and rules keep their structure', () => {
  const html = printed({
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: 'Next' }] },
      {
        type: 'orderedList',
        content: [
          {
            type: 'listItem',
            content: [paragraph('one'), { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('a')] }] }],
          },
        ],
      },
      { type: 'blockquote', attrs: { attribution: 'The ferrywoman' }, content: [paragraph('It comes.')] },
      { type: 'horizontalRule' },
    ],
  })
  expect(html).toBe(
    '<h3>Next</h3><ol><li><p>one</p><ul><li><p>a</p></li></ul></li></ol>' +
      '<figure class="quote"><blockquote><p>It comes.</p></blockquote><figcaption>The ferrywoman</figcaption></figure><hr/>',
  )
})

test('the dateline opens the first paragraph, not a heading before it', () => {
  const body: Body = { type: 'doc', content: [heading('Where'), paragraph(' '), paragraph('first'), paragraph('second')] }
  expect(renderToStaticMarkup(<PrintBody body={body} language="en" opening="TARAZ – " />)).toBe(
    '<h2>Where</h2><p>TARAZ – first</p><p>second</p>',
  )
})

test('neighbouring words under one address are one link', () => {
  const link = { type: 'link' as const, attrs: { href: '/news/ferry' } }
  const html = printed({
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'the ', marks: [link] },
          { type: 'text', text: 'ferry', marks: [{ type: 'bold' }, link] },
          { type: 'text', text: ' today' },
        ],
      },
    ],
  })
  expect(html).toBe('<p><a href="/news/ferry">the <strong>ferry</strong></a> today</p>')
})

test('an empty heading leaves no hole in the outline', () => {
  expect(printed({ type: 'doc', content: [{ type: 'heading', attrs: { level: 2 } }, heading(' ')] })).toBe('')
})

test('a table says what its heads are heads of, and scrolls by keyboard', () => {
  const cell = (type: 'tableHeader' | 'tableCell', text: string) => ({
    type,
    attrs: { colspan: 1, rowspan: 1, colwidth: null },
    content: [paragraph(text)],
  })
  const row = (...content: ReturnType<typeof cell>[]) => ({ type: 'tableRow' as const, content })
  const html = printed({
    type: 'doc',
    content: [
      {
        type: 'table',
        content: [
          row(cell('tableHeader', 'Gauge'), cell('tableHeader', 'cm')),
          row(cell('tableHeader', 'Rezina'), { ...cell('tableCell', '41'), attrs: { colspan: 2, rowspan: 1, colwidth: null } }),
        ],
      },
    ],
  })
  expect(html).toBe(
    '<section class="table-box" aria-label="Table 1" tabindex="0"><table>' +
      '<thead><tr><th scope="col"><p>Gauge</p></th><th scope="col"><p>cm</p></th></tr></thead>' +
      '<tbody><tr><th scope="row"><p>Rezina</p></th><td colSpan="2"><p>41</p></td></tr></tbody></table></section>',
  )
})

test('a call-out is named in the language of its story', () => {
  const body: Body = { type: 'doc', content: [{ type: 'callout', attrs: { kind: 'background' }, content: [paragraph('Depuis 1994.')] }] }
  expect(printed(body, 'fr')).toBe('<aside class="callout"><p class="callout-name">Contexte</p><p>Depuis 1994.</p></aside>')
})

describe('a footnote', () => {
  const noted = (...texts: string[]): Body => ({
    type: 'doc',
    content: texts.map((text) => ({
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Said' },
        { type: 'footnote', attrs: { text } },
      ],
    })),
  })

  test('is numbered where it belongs and found again from the list', () => {
    const html = printed(noted('First.', 'Second.'), 'de')
    expect(html).toContain('<a id="note-mark-2" href="#note-2" role="doc-noteref" aria-label="Anmerkung 2">2</a>')
    expect(html).toContain('<li id="note-2"><p>Second. <a class="note-back" href="#note-mark-2" role="doc-backlink"')
  })

  test('leads to the addresses in it, without the full stop after them', () => {
    expect(printed(noted('See (https://example.org/a?b=1).'))).toContain(
      'See (<a href="https://example.org/a?b=1">https://example.org/a?b=1</a>). ',
    )
    expect(printed(noted('javascript:alert(1) <b>'))).toContain('<p>javascript:alert(1) &lt;b&gt; <a')
  })
})

test('an embed is a link to where it is, and loads nothing', () => {
  const body: Body = {
    type: 'doc',
    content: [{ type: 'embed', attrs: { url: 'https://youtu.be/abcdefghijk', title: 'The ferry in May' } }],
  }
  expect(printed(body)).toBe(
    '<figure class="embed embed-video" data-frame="https://www.youtube-nocookie.com/embed/abcdefghijk" data-ratio="1.778" ' +
      'data-load="Load the video from YouTube"><figcaption><a href="https://www.youtube.com/watch?v=abcdefghijk">The ferry in May</a>' +
      '<span class="embed-where">Video on YouTube</span></figcaption></figure>',
  )
})
