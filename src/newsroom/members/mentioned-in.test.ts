import { expect, test } from 'vitest'

import { mentionedIn, unknownIn } from './mentioned-in.ts'

const names = ['Ana', 'Ana Lungu', 'Ben Popa', 'Бека Гогуа', 'Eva-Maria Îles', 'Joost de Wit', '', '  ']
const members = names.map((name) => ({ id: name, name }))
const mentioned = (words: string) => mentionedIn(words, members).map(({ name }) => name)

test.each([
  ['@Ben, is it so?', ['Ben Popa']],
  ['See @ben popa.', ['Ben Popa']],
  ['@Ben  Popa', ['Ben Popa']],
  ['@Benedict knows', []],
  ['@Ana Lungu knows', ['Ana Lungu']],
  ['@Ana knows', ['Ana']],
  ['@Ana Lungurescu knows', ['Ana']],
  ['спросите @Бека', ['Бека Гогуа']],
  ['@Eva-Maria and @Joost', ['Eva-Maria Îles', 'Joost de Wit']],
  ['write to office@ben.example', []],
  ['mail@example.org, 5 @ 3', []],
  ['@', []],
  ['@Ben and @Ben', ['Ben Popa']],
])('“%s” means %j', (words, expected) => {
  expect(mentioned(words)).toEqual(expected)
})

test('of two with the same first name, neither is meant by it', () => {
  const two = ['Ben Popa', 'Ben Rusu'].map((name) => ({ id: name, name }))
  expect(mentionedIn('@Ben', two)).toEqual([])
  expect(mentionedIn('@Ben Rusu', two)).toMatchObject([{ name: 'Ben Rusu' }])
})

test('a mention that names nobody, or two, is told apart from addresses and from those that are known', () => {
  const two = [...members, { id: 'Ben Rusu', name: 'Ben Rusu' }]
  expect(unknownIn('@Ma, ask @Ana and @Ben at office@ben.example; 5 @ 3. @Ma?', two)).toEqual(['@Ma', '@Ben'])
  expect(unknownIn('@Ben Popa', two)).toEqual([])
})
