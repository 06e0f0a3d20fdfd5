import { calendarWords, type CalendarWords } from './month-names.ts'

/** Of 3/4/2023: whether the day or the month is printed first. */
export type DayOrder = 'dmy' | 'mdy'

/** A day found in a text: its first day (of a range) and its last; `from` and `to` are offsets into the text. */
export type WorldDate = { date: string; end: string; from: number; to: number }

export type DateReaderOptions = {
  /** BCP 47; names of months in this language are preferred. */
  language?: string
  order?: DayOrder
}

/**
 * Makes a function that finds the full dates (day, month and year) of a short text, written in any language, with Western, Arabic-Indic
 * or Persian digits. Given `year`, it also takes dates that lack one. Linear in the text.
 */
export function createDateReader(options: DateReaderOptions): (text: string, year?: number) => WorldDate[] {
  const words = calendarWords(validLanguage(options.language))
  const order = options.order ?? 'dmy'
  return (text, year) => {
    const tokens = tokenise(text)
    const found: WorldDate[] = []
    const isNearNumber = (i: number) => [0, 1, 2, 3].some((ahead) => tokens[i + ahead]?.number !== undefined)
    for (let i = 0; i < tokens.length;) {
      const hit = isNearNumber(i) ? dateAt(new Cursor(tokens, i, words), order, year) : undefined
      if (hit) found.push({ date: iso(hit.first), end: iso(hit.last), ...withWeekday(tokens, i, hit.next, words) })
      i = hit ? hit.next : i + 1
    }
    return found
  }
}

/** Offsets of a date with the weekday that stands before or after it: "Friday, 5 May 2023", "5 Mayıs 2023 Cuma". */
function withWeekday(tokens: readonly Token[], first: number, next: number, words: CalendarWords): { from: number; to: number } {
  const mark = (at: number) => /^[,.،]$/.test(tokens[at]?.text ?? '')
  // Short names of one language are words of another: "la" is a Finnish Saturday.
  const isWeekday = (at: number, shortest: number) => {
    const word = tokens[at]?.text ?? ''
    return word.length >= (mark(at + 1) ? 2 : shortest) && words.isWeekday(word)
  }
  const before = [first - 1, mark(first - 1) ? first - 2 : first - 1].find((at) => isWeekday(at, 3))
  const after = [next, mark(next) ? next + 1 : next].find((at) => isWeekday(at, at === tokens.length - 1 ? 2 : 4))
  return { from: tokens[before ?? first]?.from ?? 0, to: tokens[after ?? next - 1]?.to ?? 0 }
}

/** A language that `Intl` accepts; anything else reads as English. */
export function validLanguage(language: string | undefined): string {
  try {
    return Intl.getCanonicalLocales((language ?? 'en').replace(/_/g, '-'))[0] ?? 'en'
  } catch {
    return 'en'
  }
}

type Token = { text: string; number: number | undefined; from: number; to: number }
type Day = { year: number; month: number; day: number }
type Hit = { first: Day; last: Day; next: number }

function tokenise(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(/\p{Nd}+|\p{L}[\p{L}\p{M}’']*|[^\s\p{Cf}]/gu)) {
    const digits = westernDigits(match[0])
    const number = /^\d{1,4}$/.test(digits) ? Number(digits) : undefined
    tokens.push({ text: number === undefined ? match[0] : digits, number, from: match.index, to: match.index + match[0].length })
  }
  return tokens
}

/** Arabic-Indic and Persian digits as 0–9; the length stays. */
export function westernDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
}

/** A place in the tokens that the patterns move forward; every step is bounded, so a text is read in linear time. */
class Cursor {
  private readonly tokens: readonly Token[]
  private readonly words: CalendarWords
  at: number

  constructor(tokens: readonly Token[], at: number, words: CalendarWords) {
    this.tokens = tokens
    this.at = at
    this.words = words
  }

  copy() {
    return new Cursor(this.tokens, this.at, this.words)
  }

  text() {
    return this.tokens[this.at]?.text ?? ''
  }

  is(pattern: RegExp) {
    if (!pattern.test(this.text())) return false
    this.at++
    return true
  }

  number(low: number, high: number) {
    const value = this.tokens[this.at]?.number
    if (value === undefined || value < low || value > high) return undefined
    this.at++
    return value
  }

  year() {
    return this.tokens[this.at]?.text.length === 4 ? this.number(1900, 2100) : undefined
  }

  digits() {
    return this.tokens[this.at]?.number === undefined ? 0 : this.text().length
  }

  touches() {
    return this.tokens[this.at - 1]?.to === this.tokens[this.at]?.from
  }

  /** A month, also of two words (كانون الثاني) or named twice (أيار/مايو). */
  month(): number | undefined {
    const here = this.tokens[this.at]
    if (!here || here.number !== undefined) return undefined
    const both = this.words.month(`${here.text} ${this.tokens[this.at + 1]?.text ?? ''}`)
    const month = both ?? this.words.month(here.text) ?? this.words.month(withoutSuffix(here.text))
    if (month === undefined) return undefined
    this.at += both === undefined ? 1 : 2
    const slash = this.copy()
    if (slash.is(/^[/(]$/) && slash.month() === month) {
      slash.is(/^\)$/)
      this.at = slash.at
    }
    this.is(/^\.$/)
    return month
  }

  /** The small words and marks between the parts of a date: "de", "of", "del", a comma. */
  filler() {
    this.is(/^,$|^،$/)
    if (!this.words.month(this.text())) this.is(/^\p{Ll}{2,3}$/u)
    this.is(/^,$|^،$/)
  }

  /** "th", "er", ".", "º", "-го" after a day. */
  ordinal() {
    this.is(/^[.ºª°]$/)
    if (this.touches() && !this.words.month(this.text())) this.is(/^\p{Ll}{1,3}$/u)
  }

  /** "г.", "року" after a year. */
  yearMark() {
    if (this.is(/^[гр]\p{Ll}{0,3}$/u)) this.is(/^\.$/)
  }
}

/** "Mayıs’ta" is in May. */
function withoutSuffix(word: string): string {
  return word.replace(/['’].*$/u, '')
}

function dateAt(at: Cursor, order: DayOrder, year: number | undefined): Hit | undefined {
  return yearFirst(at.copy()) ?? numeric(at.copy(), order) ?? dayFirst(at.copy(), year) ?? monthFirst(at.copy(), year)
}

function hit(at: Cursor, first: Day, last: Day = first): Hit | undefined {
  if (!isReal(first)) return undefined
  return { first, last: isReal(last) && iso(last) >= iso(first) ? last : first, next: at.at }
}

function isReal({ year, month, day }: Day) {
  return day >= 1 && month >= 1 && month <= 12 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** 2023-05-05, 2023/5/5, 2023年5月5日, 2023 May 5. */
function yearFirst(at: Cursor): Hit | undefined {
  const year = at.year()
  if (year === undefined) return undefined
  const mark = at.text()
  if (at.is(/^[-/.年]$/)) {
    const month = at.number(1, 12)
    if (month === undefined || !at.is(mark === '年' ? /^月$/ : new RegExp(`^[${mark === '-' ? '\\-' : mark}]$`))) return undefined
    const day = at.number(1, 31)
    if (day === undefined || (at.touches() && at.digits() > 0)) return undefined
    at.is(/^日$/)
    return hit(at, { year, month, day })
  }
  const month = at.month()
  const day = month === undefined ? undefined : at.number(1, 31)
  return month === undefined || day === undefined ? undefined : hit(at, { year, month, day })
}

/** 05.05.2023, 5/5/23, 5-5-2023. */
function numeric(at: Cursor, order: DayOrder): Hit | undefined {
  const one = at.number(1, 31)
  const mark = at.text()
  if (one === undefined || !at.is(/^[-/.]$/)) return undefined
  const two = at.number(1, 31)
  if (two === undefined || at.text() !== mark || !at.is(/^[-/.]$/)) return undefined
  const full = at.year()
  const short = full === undefined && mark !== '-' && at.touches() && at.digits() === 2 ? at.number(0, 99) : undefined
  const year = full ?? (short === undefined ? undefined : 2000 + short)
  if (year === undefined) return undefined
  at.yearMark()
  const monthFirst = two > 12 || (mark !== '.' && order === 'mdy' && one <= 12)
  return hit(at, monthFirst ? { year, month: one, day: two } : { year, month: two, day: one })
}

/** 5 May 2023, 1er juin 2021, 5 de mayo de 2023, 24-27 April 2023, 28 November – 2 December 2022. */
function dayFirst(at: Cursor, knownYear: number | undefined): Hit | undefined {
  const day = at.number(1, 31)
  if (day === undefined) return undefined
  at.ordinal()
  let month = monthAfter(at)
  let lastDay = day
  let lastMonth = month
  const range = at.copy()
  if (range.is(/^[-–—]$/) || (month === undefined && range.is(/^(?:\p{Ll}{1,3}|&|\+)$/u))) {
    const end = range.number(1, 31)
    range.ordinal()
    const endMonth = end === undefined ? undefined : monthAfter(range)
    if (end !== undefined && endMonth !== undefined) {
      at.at = range.at
      lastDay = end
      lastMonth = endMonth
      month ??= endMonth
    }
  }
  if (month === undefined || lastMonth === undefined) return undefined
  const year = yearAfter(at) ?? knownYear
  if (year === undefined) return undefined
  const first = { year: month > lastMonth ? year - 1 : year, month, day }
  return hit(at, first, { year, month: lastMonth, day: lastDay })
}

function monthAfter(at: Cursor): number | undefined {
  const next = at.copy()
  if (!next.is(/^[-/]$/)) next.filler()
  const month = next.month()
  if (month !== undefined) at.at = next.at
  return month
}

function yearAfter(at: Cursor): number | undefined {
  const next = at.copy()
  if (!next.is(/^[-/]$/)) next.filler()
  const year = next.year()
  if (year === undefined) return undefined
  next.yearMark()
  at.at = next.at
  return year
}

/** May 5, 2023; May 5th 2023; October 30 – November 2, 2023; April 25th to 28th, 2023. */
function monthFirst(at: Cursor, knownYear: number | undefined): Hit | undefined {
  const month = at.month()
  at.is(/^[-/]$/)
  const day = month === undefined ? undefined : at.number(1, 31)
  if (month === undefined || day === undefined) return undefined
  at.ordinal()
  let last = { month, day }
  const range = at.copy()
  if (range.is(/^(?:[-–—&]|to|and|until)$/)) {
    const lastMonth = range.month() ?? month
    const lastDay = range.number(1, 31)
    range.ordinal()
    // "May 5 to 10 people" ends no range.
    if (lastDay !== undefined && !(yearAfter(range.copy()) === undefined && /^\p{Ll}/u.test(range.text()))) {
      at.at = range.at
      last = { month: lastMonth, day: lastDay }
    }
  }
  const year = yearAfter(at) ?? knownYear
  return year === undefined ? undefined : hit(at, { year, month, day }, { year, ...last })
}

function iso({ year, month, day }: Day): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
