import { expect, test } from 'vitest'
import { normaliser } from './normaliser.ts'

const facets = ['page', 'section', 'project', 'place', 'topic', 'year', 'lang']
const keyOf = normaliser((path) => {
  if (path.startsWith('/desk') || path === '/search') return null
  return path.endsWith('.php') ? 'all' : facets
})

test.for([
  ['/news', '/news'],
  ['/news?utm_source=mail&fbclid=x', '/news'],
  ['/news?section=in-focus&utm_medium=y&page=2', '/news?page=2&section=in-focus'],
  ['/news?page=2&section=in-focus', '/news?page=2&section=in-focus'],
  ['/news?section=', '/news'],
  ['/index.php?id=2371&L=1', '/index.php?id=2371&L=1'],
  ['/search?q=water', null],
  ['/desk/stories', null],
] as const)('%j is kept under %j', ([url, key]) => {
  expect(keyOf(url)).toBe(key)
})
