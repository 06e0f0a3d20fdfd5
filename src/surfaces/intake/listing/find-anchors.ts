import type { WorldDate } from '#lib/world-dates.ts'

import type { PageLine } from './page-line.ts'

/** A line that carries the date of an item. */
export type Anchor = {
  index: number
  date: string
  /** What the line says besides the date: nothing, a label, a place, a name, or the headline itself. */
  rest: string
  /** Where the rest stands: "5 May 2023 | News" leads, "News, 5 May 2023" trails. */
  form: 'whole' | 'leads' | 'trails' | 'within'
  /** Whether the headline may stand on another line, as the rest is nothing or short. */
  mayStandApart: boolean
  /** Whether the rest may be the headline: a mark or an element parts it from the date. */
  mayHoldHeadline: boolean
  /** Whether a comma parts date and rest, as in "29 September 2021, New York". */
  isPlace: boolean
}

type ReadDates = (text: string, year?: number) => WorldDate[]

const longestLine = 320
const longestLabel = 48
const shortestHeadline = 12

/**
 * The lines that are a date, or a date and a little more, or a date and a headline. A date inside running text is none. `years` gives a line's
 * dates their year where the page prints it apart.
 */
export function findAnchors(lines: PageLine[], readFull: ReadDates, years: (number | undefined)[] = []): Anchor[] {
  return lines.flatMap((line): Anchor[] => {
    const readDates = (text: string) => readFull(text, years[line.index])
    if (line.text.length > longestLine || !/\p{Nd}/u.test(line.text) || /^[—–-]\s|©/u.test(line.text)) return []
    const dates = readDates(line.text)
    const ends = [dates[0], dates.at(-1)].filter((date) => date !== undefined)
    return ends.flatMap((date) => anchorAt(line, date, readDates) ?? []).slice(0, 1)
  })
}

function anchorAt(line: PageLine, found: WorldDate, readDates: (text: string) => WorldDate[]): Anchor | undefined {
  const { index, text, heading } = line
  const [left, right] = [text.slice(0, found.from), text.slice(found.to).replace(clockAtStart, '')]
  const [before, after] = [trimmed(left), trimmed(right)]
  const rest = [before, after].filter((part) => part !== '').join(' ')
  const isOwnPart = line.parts.length > 1 && line.parts.some((part) => isDate(part, readDates))
  const isWhole = rest === ''
  const isSentence = /\p{L}{2}\.$/u.test(text) && before.split(' ').length >= 3
  const mayStandApart = isWhole || (rest.length <= longestLabel && !isSentence && (heading === null || after === ''))
  const form = isWhole ? 'whole' : before === '' ? 'leads' : after === '' ? 'trails' : 'within'
  const isParted = isOwnPart || (before === '' ? opensHeadline(right) : closesHeadline(left))
  // "8.2.10" is a chapter or a version before it is a day.
  const isNumbering = /^\d\.\d{1,2}\.\d\d?$|^\d{1,2}\.\d\.\d\d?$/.test(text.slice(found.from, found.to))
  if (isNumbering && !isWhole) return undefined
  const mayHoldHeadline = (form === 'leads' || form === 'trails') && rest.length >= shortestHeadline && isParted
  if (!mayStandApart && !mayHoldHeadline) return undefined
  return { index, date: found.date, rest, form, mayStandApart, mayHoldHeadline, isPlace: /^\s*,/.test(right) }
}

function isDate(part: string, readDates: (text: string) => WorldDate[]): boolean {
  const [date] = part.length <= longestLabel ? readDates(part) : []
  return date !== undefined && trimmed(part.slice(0, date.from) + part.slice(date.to).replace(clockAtStart, '')) === ''
}

const clockAtStart = /^[\s,|–-]*\d{1,2}[:.h]\d{2}(:\d{2})?(\s?[ap]\.?m\.?)?(\s(GMT|UTC|CES?T|EES?T|[ECMP][SD]T))?\b/iu

// A date that is part of a sentence runs on without a mark.
const opensHeadline = (right: string) => /^\s*[:|–—\-•·.)(\]»,/]|^\s{0,2}["“„«(]?[\p{Lu}\p{Lo}\p{N}]/u.test(right)
const closesHeadline = (left: string) => /[:|–—\-•·([,/]\s*$/u.test(left)

function trimmed(text: string): string {
  return text
    .replace(/^[\s|•·:,;–—\-/)\]>]+/u, '')
    .replace(/[\s|•·:,;–—\-/([<]+$/u, '')
    .replace(/\s+/g, ' ')
}
