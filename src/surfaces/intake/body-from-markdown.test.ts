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
