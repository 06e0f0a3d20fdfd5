import { expect, test } from 'vitest'

import { hrefOf, isAddress } from './href-of.ts'

test.each([
  ['https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
  [' http://example.org ', 'http://example.org'],
  ['example.org/news', 'https://example.org/news'],
  ['www.example.org', 'https://www.example.org'],
  ['министерство.рф', 'https://министерство.рф'],
  ['ana@example.org', 'mailto:ana@example.org'],
  ['mailto:ana@example.org', 'mailto:ana@example.org'],
  ['/news/one', '/news/one'],
])('%s leads to %s', (written, href) => {
  expect(hrefOf(written)).toBe(href)
})

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  ' \tjavascript:alert(1)',
  'data:text/html,<script>',
  'vbscript:x',
  'file:///etc/passwd',
  '//example.org',
  '/\\example.org',
  'two words',
  '#part',
  '',
  `https://example.org/${'a'.repeat(2000)}`,
])('nothing is linked to %s', (written) => {
  expect(hrefOf(written)).toBeNull()
})

test('only a whole address counts as one that was pasted', () => {
  expect(isAddress('https://example.org')).toBe(true)
  expect(isAddress('see https://example.org')).toBe(false)
  expect(isAddress('example.org')).toBe(false)
})
