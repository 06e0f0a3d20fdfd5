import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'

import { bodySchema, type Body } from '#newsroom/stories/body.ts'

import { PrintBody } from './print-body.tsx'

const printed = (body: Body) => renderToStaticMarkup(<PrintBody body={body} />)
const paragraph = (text: string) => ({ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] })

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
  const body: Body = { type: 'doc', content: [{ type: 'heading', attrs: { level: 2 } }, paragraph('first'), paragraph('second')] }
  expect(renderToStaticMarkup(<PrintBody body={body} opening="TARAZ – " />)).toBe('<h2></h2><p>TARAZ – first</p><p>second</p>')
})
