import { expect, test } from 'vitest'

import { parametersOf } from './printer.ts'

test.each(['/search', '/fr/search', '/pt-BR/search', '/zh-Hant/search', '/healthz'])('%s is never kept', (path) => {
  expect(parametersOf(path)).toBeNull()
})

test('a map is one page whatever is asked beside it, and a sheet is made by its sets alone', () => {
  expect(parametersOf('/maps/MD-RO.en.svg')).toEqual([])
  expect(parametersOf('/maps/sheet.svg')).toEqual(['of'])
})
