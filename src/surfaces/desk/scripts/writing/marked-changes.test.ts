import { expect, test } from 'vitest'

import { markedChanges } from './marked-changes.ts'

const inShort = (before: string, now: string) =>
  markedChanges(before, now)
    .map(({ kind, text }) => ({ same: text, added: `+${text}+`, removed: `-${text}-` })[kind])
    .join('')

test('words that were replaced one after the other are read as one change', () => {
  expect(inShort('Ferry 3', 'By a program')).toBe('-Ferry 3-+By a program+')
  expect(inShort('It carries forty lorries a day.', 'It carries fifty vans a day.')).toBe('It carries -forty lorries-+fifty vans+ a day.')
})

test('what stayed between two changes far apart is only hinted at, and nothing is lost of what changed', () => {
  const long = 'The ferry sails at dawn. '.repeat(40)
  const shown = inShort(`One. ${long}Two.`, `Three. ${long}Four.`)
  expect(shown).toMatch(/^-One-\+Three\+\. The ferry.* … .*dawn\. -Two-\+Four\+\.$/)
  expect(shown.length).toBeLessThan(260)
})
