import { hasMonthName } from '#lib/month-names.ts'
import type { WorldDate } from '#lib/world-dates.ts'
import { createDateReader, westernDigits } from '#lib/world-dates.ts'

import type { CheckedText } from './checked-text.ts'
import { placeOf } from './checked-text.ts'
import type { Found } from './finding.ts'

// A leap year, so that 29 February is a day.
const anyYear = 2024
const near = 60

/**
 * Finds days without a year ("on 24 April"), which an archive cannot tell from those of another year. The facts of the activity settle
 * theirs, as do the dateline and a full date of the same day.
 */
export function checkYears({ language, summary, text, days }: CheckedText): Found[] {
  const read = readerIn(language)
  const settled = new Set([...daysOf(days.activity?.starts, days.activity?.ends), ...daysOf(days.dateline, null)])
  const seen = new Set<string>()
  return (
    [
      ['summary', summary],
      ['body', text],
    ] as const
  ).flatMap(([field, words]) => {
    if (!/\p{Nd}/u.test(words)) return []
    const full = read(words)
    for (const date of full) for (const day of daysOf(date.date, date.end)) settled.add(day)
    const yearless = read(words, anyYear).filter((date) => !full.some((other) => overlap(date, other)))
    return yearless.flatMap((date, i): Found[] => {
      const day = date.date.slice(4)
      const isSettled = settled.has(day) || seen.has(day) || hasYearNear(words, date)
      if (isSettled || !hasMonthName(words.slice(date.from, date.to), language)) return []
      seen.add(day)
      if (isEndOf(yearless[i - 1], date)) return []
      return [{ field, ...placeOf(words, withoutMark(words, date)), says: { code: 'day without year', day: `-${day}` } }]
    })
  })
}

const readers = new Map<string, ReturnType<typeof createDateReader>>()

function readerIn(language: string): ReturnType<typeof createDateReader> {
  const known = readers.get(language)
  if (known) return known
  const reader = createDateReader({ language })
  if (readers.size < 64) readers.set(language, reader)
  return reader
}

/** A full stop may end a short name of a month, or the sentence. */
function withoutMark(text: string, { from, to }: WorldDate): { from: number; to: number } {
  return { from, to: from + text.slice(from, to).replace(/[\s.,،]+$/u, '').length }
}

/** "From 15 August to 30 September" wants one year, not two. */
const isEndOf = (before: WorldDate | undefined, date: WorldDate): boolean => before !== undefined && date.from - before.to <= 6

const overlap = (a: WorldDate, b: WorldDate): boolean => a.from < b.to && b.from < a.to

/** A year beside the day, in the same line. */
function hasYearNear(text: string, { from, to }: WorldDate): boolean {
  const before =
    text
      .slice(Math.max(0, from - near), from)
      .split('\n')
      .at(-1) ?? ''
  const after = text.slice(to, to + near).split('\n')[0] ?? ''
  return /(?<!\d)(1\d|20)\d\d(?!\d)/.test(westernDigits(`${before} ${after}`))
}

/** The days of a stretch as `-MM-DD`; a stretch of more than two months settles its ends alone. */
function daysOf(starts: string | null | undefined, ends: string | null | undefined): string[] {
  if (!starts) return ends ? [ends.slice(4)] : []
  const first = Temporal.PlainDate.from(starts)
  const last = ends ? Temporal.PlainDate.from(ends) : first
  const length = first.until(last).days
  if (length < 0 || length > 62) return [starts.slice(4), last.toString().slice(4)]
  return Array.from({ length: length + 1 }, (_, i) => first.add({ days: i }).toString().slice(4))
}
