import { Failure } from './failure.ts'

/** One record of a table, and the line of the file that it begins on. */
export type CsvRecord = { line: number; cells: string[] }

/**
 * Reads a table as RFC 4180 says; a byte order mark, any line ends, and semicolons or tabs in place of commas are taken too, whichever the first
 * record has most of. Empty lines are no records. Refuses a quote that is not closed, by its line.
 */
export function readCsv(text: string): CsvRecord[] {
  const source = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const delimiter = delimiterOf(source)
  const records: CsvRecord[] = []
  let [at, line] = [0, 1]
  while (at < source.length) {
    const record: CsvRecord = { line, cells: [] }
    for (let isOver = false; !isOver; at += 1) {
      const cell = readCell(source, at, delimiter, line)
      record.cells.push(cell.text)
      line += cell.lines
      at = cell.end
      isOver = source[at] !== delimiter
    }
    line += 1
    if (record.cells.some((cell) => cell !== '')) records.push(record)
  }
  return records
}

/** Writes a table as RFC 4180 says, every cell in quotes, with the byte order mark by which spreadsheets know that it is UTF-8. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('')}`
}

/**
 * A cell that no spreadsheet takes for a formula (https://owasp.org/www-community/attacks/CSV_Injection): an apostrophe stands before what could be
 * one, at its beginning and wherever a spreadsheet that parts cells by semicolons, tabs or lines would see another cell begin. `plainCell` takes
 * them away again.
 */
export function harmlessCell(text: string): string {
  const guarded = text.replace(gap, (run, at: number) => (isOperator(text[at + run.length]) ? run.replace(separators, "$&'") : run))
  return !isNumber(text) && beginsFormula(text) ? `'${guarded}` : guarded
}

export function plainCell(text: string): string {
  const bare = text.startsWith("'") && beginsFormula(text.slice(1)) ? text.slice(1) : text
  return bare.replace(gap, (run, at: number) => (isOperator(bare[at + run.length]) ? run.replace(guards, '$1') : run))
}

/** Several values in one cell, parted by `|`; a `\` stands before a `|` or `\` of their own. */
export function joinCell(values: readonly string[]): string {
  return values.map((value) => value.replace(/[\\|]/g, '\\$&')).join('|')
}

export function splitCell(text: string): string[] {
  if (text === '') return []
  const values = ['']
  for (const [part] of text.matchAll(/\\[\\|]|[^]/gu)) {
    if (part === '|') values.push('')
    else values.push(`${values.pop() ?? ''}${part.length === 2 && part.startsWith('\\') ? part.slice(1) : part}`)
  }
  return values
}

const isNumber = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text)
const isOperator = (sign: string | undefined): boolean => sign !== undefined && /[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/.test(sign)
const beginsFormula = (text: string): boolean => /^'*[\t\r\n]/.test(text) || /^[;\s'"]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/.test(text)

// What may stand between the beginning of a cell and the sign by which it is a formula.
const gap = /[;\s'"]+/g
const separators = /[;\t\r\n]/g
const guards = /([;\t\r\n])'/g

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

/** Whatever the first record has most of, not counting what stands in quotes. */
function delimiterOf(source: string): string {
  const counts = new Map([',', ';', '\t'].map((delimiter) => [delimiter, 0]))
  let isQuoted = false
  for (const sign of source) {
    if (sign === '"') isQuoted = !isQuoted
    else if (sign === '\n' && !isQuoted) break
    const count = isQuoted ? undefined : counts.get(sign)
    if (count !== undefined) counts.set(sign, count + 1)
  }
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? ','
}

/** The cell that begins at a position; `end` is where its delimiter or line end stands. */
function readCell(source: string, from: number, delimiter: string, line: number): { text: string; end: number; lines: number } {
  if (source[from] !== '"') {
    const end = endOf(source, from, delimiter)
    return { text: source.slice(from, end), end, lines: 0 }
  }
  const close = closingQuote(source, from)
  if (close < 0)
    throw new Failure('invalid', 'bad-csv', `Line ${line}: a quotation mark opens here and is not closed.`, { values: { line } })
  const inside = source.slice(from + 1, close)
  const end = endOf(source, close + 1, delimiter)
  return { text: inside.replaceAll('""', '"') + source.slice(close + 1, end), end, lines: inside.split('\n').length - 1 }
}

/** Where the quote closes that opens at a position; two in a row are one that is meant. */
function closingQuote(source: string, from: number): number {
  let at = source.indexOf('"', from + 1)
  while (at >= 0 && source[at + 1] === '"') at = source.indexOf('"', at + 2)
  return at
}

// Sign by sign: looking ahead for each of the two would read a table of many cells, or many lines, once for every one of them.
function endOf(source: string, from: number, delimiter: string): number {
  let at = from
  while (at < source.length && source[at] !== delimiter && source[at] !== '\n') at += 1
  return at
}
