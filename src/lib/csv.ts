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

/** Writes a table as RFC 4180 says, with the byte order mark by which spreadsheets know that it is UTF-8. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('')}`
}

/** A cell that no spreadsheet takes for a formula: an apostrophe stands before what could be one. `plainCell` takes it away again. */
export function harmlessCell(text: string): string {
  return isNumber(text) || !formula.test(text) ? text : `'${text}`
}

export function plainCell(text: string): string {
  return text.startsWith("'") && formula.test(text) ? text.slice(1) : text
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

const formula = /^'*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/
const isNumber = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text)

const quoted = (text: string): string => (/[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

function delimiterOf(source: string): string {
  const first = source.replace(/"(?:[^"]|"")*"/g, '').split('\n', 1)[0] ?? ''
  const counts = [',', ';', '\t'].map((delimiter) => ({ delimiter, n: first.split(delimiter).length }))
  return counts.toSorted((a, b) => b.n - a.n)[0]?.delimiter ?? ','
}

/** The cell that begins at a position; `end` is where its delimiter or line end stands. */
function readCell(source: string, from: number, delimiter: string, line: number): { text: string; end: number; lines: number } {
  if (source[from] !== '"') {
    const end = endOf(source, from, delimiter)
    return { text: source.slice(from, end), end, lines: 0 }
  }
  const close = /"(?:[^"]|"")*"/y
  close.lastIndex = from
  const match = close.exec(source)
  if (!match) throw new Failure('invalid', 'bad-csv', `Line ${line}: a quotation mark opens here and is not closed.`, { values: { line } })
  const inside = match[0].slice(1, -1)
  const after = from + match[0].length
  const end = endOf(source, after, delimiter)
  return { text: inside.replaceAll('""', '"') + source.slice(after, end), end, lines: inside.split('\n').length - 1 }
}

function endOf(source: string, from: number, delimiter: string): number {
  const next = [source.indexOf(delimiter, from), source.indexOf('\n', from)].filter((at) => at >= 0)
  return next.length > 0 ? Math.min(...next) : source.length
}
