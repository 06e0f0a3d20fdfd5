import { expect, test } from 'vitest'

import { countWords } from './count-words.ts'

test('words are what the language calls so, and reading never takes less than a minute', () => {
  expect(countWords('The river’s level, 2.41 m, was read twice.', 'en')).toEqual({ words: 8, minutes: 1 })
  expect(countWords('قرأ المهندسان الرقم نفسه.', 'ar')).toEqual({ words: 4, minutes: 1 })
  expect(countWords('河水上涨了', 'zh').words).toBeGreaterThan(1)
  expect(countWords('', 'en')).toEqual({ words: 0, minutes: 1 })
  expect(countWords('word '.repeat(1100), 'en')).toEqual({ words: 1100, minutes: 5 })
})
