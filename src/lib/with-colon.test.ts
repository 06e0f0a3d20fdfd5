import { expect, test } from 'vitest'

import { withColon } from './with-colon.ts'

test('an acronym stands before its title as the language has it', () => {
  expect(withColon('TWINGAUGE', 'One reading', 'en')).toBe('TWINGAUGE: One reading')
  expect(withColon('TWINGAUGE', 'Une seule mesure', 'fr')).toBe('TWINGAUGE\u00a0: Une seule mesure')
  expect(withColon('TWINGAUGE', 'Une seule mesure', 'fr-CH')).toBe('TWINGAUGE\u00a0: Une seule mesure')
  expect(withColon('TWINGAUGE', 'Mismo', 'fro')).toBe('TWINGAUGE: Mismo')
})
