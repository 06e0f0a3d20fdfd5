import { expect, test } from 'vitest'

import { actWords, wordsIn } from './act-words.ts'

test('a line of the audit log is found by who, by what in its single words, and by what it was done to', () => {
  expect(actWords({ by: 'Íris Þór', act: 'releaseStory', name: '/index.php?id=7' })).toEqual(
    'iris thor index php id 7 releasestory release story'.split(' '),
  )
})

test('signs alone are no words, and no word is longer than the archive takes', () => {
  expect(wordsIn('% _ & | :*')).toEqual([])
  expect(wordsIn('ж'.repeat(5000))).toEqual(['ж'.repeat(60)])
})
