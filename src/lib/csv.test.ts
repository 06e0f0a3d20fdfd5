import fc from 'fast-check'
import { expect, test } from 'vitest'

import { harmlessCell, joinCell, plainCell, readCsv, splitCell, writeCsv } from './csv.ts'

const cell = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom('"', ',', ';', '\t', '\n', "'", '=', '+', '-', '@', '|', '\\', 'a', ' ', '1') }),
)

test('what is written is read again, whatever it says', () => {
  const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(rows, (table) => {
      const plain = [['a', 'b'], ...table].map((row) => row.map((text) => text.replaceAll('\r', '')))
      const said = plain.filter((row) => row.some((text) => text !== ''))
      expect(readCsv(writeCsv(plain)).map(({ cells }) => cells)).toEqual(said)
    }),
  )
})

test('a cell that a spreadsheet would run is harmless, and is itself again when it comes back', () => {
  fc.assert(
    fc.property(cell, (text) => {
      const out = harmlessCell(text)
      expect(plainCell(out)).toBe(text)
      if (!/^-?[\d.]+$/.test(out)) expect(out).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/)
    }),
  )
  expect(['=1+1', "'=1+1", '-5', '-5.25', '@SUM(A1)', "O'Neil", '+373 22 00'].map(harmlessCell)).toEqual([
    "'=1+1",
    "''=1+1",
    '-5',
    '-5.25',
    "'@SUM(A1)",
    "O'Neil",
    "'+373 22 00",
  ])
})

test('values in one cell are parted again; none and one that is empty look the same', () => {
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1 }), (values) => {
      expect(splitCell(joinCell(values))).toEqual(values.length === 1 && values[0] === '' ? [] : values)
    }),
  )
})

test.each([
  ['a;b\r\n1;2\r\n', 'semicolons, as spreadsheets write where the comma is in numbers'],
  ['a\tb\n1\t2', 'tabs, and no end of the last line'],
  ['\uFEFFa,b\r1,2\r', 'a byte order mark and old line ends'],
  ['"a",b\n\n"1",2\n,\n', 'quotes and empty lines'],
])('%j is read: %s', (text) => {
  expect(readCsv(text).map(({ cells }) => cells)).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ])
})

test('a record knows its line, though others go over several', () => {
  expect(readCsv('a,b\n"1\n2",3\n\n4,5').map(({ line }) => line)).toEqual([1, 2, 5])
  expect(() => readCsv('a,b\n1,"2\n3')).toThrow('Line 2')
})

test('a table of five thousand rows is read in a moment', () => {
  const rows = Array.from({ length: 5000 }, (_, row) => [String(row), 'a "quoted" name, with commas', '"""'])
  const begun = performance.now()
  expect(readCsv(writeCsv(rows)).length).toBe(5000)
  expect(performance.now() - begun).toBeLessThan(2000)
})
