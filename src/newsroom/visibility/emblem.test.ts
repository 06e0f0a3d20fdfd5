import { describe, expect, test } from 'vitest'

import type { Emblem } from './emblem.ts'
import { emblemFor } from './emblem.ts'

const emblem = (language: string): Emblem => ({ language, type: 'image/png', hash: language, width: 90, height: 60 })
const shown = (languages: string[], reader: string) => emblemFor(languages.map(emblem), reader, 'en')?.language

describe('the emblem that a reader sees', () => {
  test('is that of the reader’s language, or of the language without its region', () => {
    expect(shown(['en', 'fr', 'zxx'], 'fr')).toBe('fr')
    expect(shown(['en', 'fr', 'zxx'], 'fr-BE')).toBe('fr')
    expect(shown(['fr', 'fr-BE'], 'fr-BE')).toBe('fr-BE')
  })

  test('is one without words where there is none of the language, before one in words of another', () => {
    expect(shown(['ar', 'en', 'zxx'], 'tr')).toBe('zxx')
    expect(shown(['ar', 'en'], 'tr')).toBe('en')
    expect(shown(['ar'], 'tr')).toBe('ar')
    expect(shown([], 'tr')).toBeUndefined()
  })
})
