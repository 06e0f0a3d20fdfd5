import fc from 'fast-check'
import { expect, test } from 'vitest'

import type { CsvRecord } from './csv.ts'
import { harmlessCell, joinCell, plainCell, readCsv, splitCell, writeCsv } from './csv.ts'
import { Failure } from './failure.ts'

const cell = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom('"', ',', ';', '\t', '\n', '\r', "'", '=', '+', '-', '@', '|', '\\', 'a', ' ', '1') }),
)

const formula = /^\s*[=+\-@＝＋－＠]/
const isNumber = (text: string) => /^-?[\d.]+$/.test(text)

/** A quote that never closes is no table at all. */
function readOrNone(read: () => CsvRecord[]): CsvRecord[] {
  try {
    return read()
  } catch (error) {
    if (error instanceof Failure) return []
    throw error
  }
}

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
      if (!isNumber(out)) expect(out).not.toMatch(formula)
    }),
    { numRuns: 2000 },
  )
  expect(['=1+1', "'=1+1", '"=1+1', '-5', '-5.25', '@SUM(A1)', "O'Neil", '+373 22 00'].map(harmlessCell)).toEqual([
    "'=1+1",
    "''=1+1",
    `'"=1+1`,
    '-5',
    '-5.25',
    "'@SUM(A1)",
    "O'Neil",
    "'+373 22 00",
  ])
  expect(['Two; three', 'a;=1', 'a\t"@b', 'One\n\n- two', 'a,-b', 'a;b=c'].map(harmlessCell)).toEqual([
    'Two; three',
    "a;'=1",
    `a\t'"@b`,
    "One\n'\n'- two",
    'a,-b',
    'a;b=c',
  ])
})

test.each([';', '\t'])('a spreadsheet that parts cells by %j in place of commas sees no formula either', (delimiter) => {
  // Its first line has more of these than any other, so that the table is read as such a spreadsheet would.
  const asWrongly = (csv: string) => readCsv(`${['head', ...Array.from({ length: 99 }, String)].join(delimiter)}\n${csv.slice(1)}`)
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }), (rows) => {
      const csv = writeCsv(rows.map((row) => ['key', ...row.map(harmlessCell)]))
      for (const { cells } of readOrNone(() => asWrongly(csv))) for (const text of cells) expect(text).not.toMatch(formula)
    }),
    { numRuns: 500 },
  )
  const last = (text: string) =>
    asWrongly(writeCsv([['key', text]]))
      .at(-1)
      ?.cells.at(-1)
  expect(last(`a${delimiter}=1+1`)).toMatch(/^=1/)
  expect(last(harmlessCell(`a${delimiter}=1+1`))).toMatch(/^'=1/)
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

test.each([
  ['five thousand rows', () => writeCsv(Array.from({ length: 5000 }, (_, row) => [String(row), 'a "quoted" name, with commas', '"""']))],
  ['a million columns on one line', () => ','.repeat(1_000_000)],
  ['a million lines without a comma', () => 'a\n'.repeat(1_000_000)],
  ['a million quotes', () => `"${'""'.repeat(500_000)}"`],
  ['a quote that a million others follow and none closes', () => `a,b\n"${'""'.repeat(500_000)}`],
])('a table of %s is read in a moment', (_, table) => {
  const text = table()
  const begun = performance.now()
  readOrNone(() => readCsv(text))
  expect(performance.now() - begun).toBeLessThan(2000)
})

test('a cell of a million separators is made harmless, and plain again, in a moment', () => {
  const begun = performance.now()
  for (const text of ['\n'.repeat(1_000_000), ";'".repeat(500_000), `${'\n'.repeat(1_000_000)}=1`])
    expect(plainCell(harmlessCell(text)) === text).toBe(true)
  expect(performance.now() - begun).toBeLessThan(2000)
})
