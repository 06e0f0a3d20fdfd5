import { expect, test } from 'vitest'

import { linesOfStyle, styleOfLines } from './style-lines.ts'

test('a list of names is written and read line by line, in its language', () => {
  const entries = [
    { wrong: 'Turkey', right: 'Türkiye', language: 'en' },
    { wrong: 'Czech Republic', right: 'Czechia', language: 'en' },
  ]
  const other = { wrong: 'كييف', right: 'كيف', language: 'ar' }
  const lines = linesOfStyle([...entries, other], 'en')
  expect(lines).toBe('Turkey = Türkiye\nCzech Republic = Czechia')
  expect(styleOfLines(`\r\n${lines}\r\n  \n`, 'en')).toEqual(entries)
})

test.each(['Kiev → Kyiv', 'Kiev -> Kyiv', 'Kiev=Kyiv', 'Kiev\tKyiv', '  Kiev  =>  Kyiv  '])('"%s" is an entry', (line) => {
  expect(styleOfLines(line, 'en')).toEqual([{ wrong: 'Kiev', right: 'Kyiv', language: 'en' }])
})

test.each(['Kiev Kyiv', 'Kiev =', '= Kyiv', 'a = b = c'])('"%s" is refused by its number', (line) => {
  expect(() => styleOfLines(`Turkey → Türkiye\n${line}`, 'en')).toThrow('Line 2 (en)')
})
