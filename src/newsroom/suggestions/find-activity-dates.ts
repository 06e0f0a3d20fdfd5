import type { WorldDate } from '#lib/world-dates.ts'
import { createDateReader } from '#lib/world-dates.ts'
import { hasMonthName } from '#lib/month-names.ts'

export type FoundDates = { starts: string; ends: string; from: number; to: number }

const longestBefore = 400
const longestAfter = 550

/**
 * The days that a text names, given the day of its release: a date without a year is the nearest one to the release. Days far from it
 * are history and none of the activity's.
 */
export function findActivityDates(text: string, { language, date }: { language: string; date: string | null }): FoundDates[] {
  if (!/\p{Nd}/u.test(text)) return []
  const read = createDateReader({ language })
  const full = read(text)
  if (date === null) return full.map(asFound)
  const released = Temporal.PlainDate.from(date)
  // Without a year, only a month's whole name makes a date.
  const yearless = read(text, released.year).filter(
    (found) => !full.some((other) => overlap(found, other)) && hasMonthName(text.slice(found.from, found.to), language),
  )
  const found = [...full, ...yearless.map((dates) => nearest(dates, released))].map(asFound)
  return joined(
    text,
    found.toSorted((a, b) => a.from - b.from),
  ).filter((dates) => isNear(dates, released))
}

/** "28 November and 2 December 2022", "June 11, June 12, 2016": from the first to the last. */
function joined(text: string, found: FoundDates[]): FoundDates[] {
  return found.reduce<FoundDates[]>((runs, dates) => {
    const before = runs.at(-1)
    const isRun =
      before !== undefined && before.ends < dates.starts && /^[\s,&–-]*(\p{Ll}{1,3}\s)?$/u.test(text.slice(before.to, dates.from))
    return isRun ? [...runs.slice(0, -1), { ...before, ends: dates.ends, to: dates.to }] : [...runs, dates]
  }, [])
}

const asFound = ({ date, end, from, to }: WorldDate): FoundDates => ({ starts: date, ends: end, from, to })
const overlap = (a: WorldDate, b: WorldDate) => a.from < b.to && b.from < a.to

/** The same days in the year that brings them closest to the release; news tells what was rather than what comes. */
function nearest(dates: WorldDate, released: Temporal.PlainDate): WorldDate {
  const distance = (years: number) => {
    const age = shifted(dates.date, years).until(released).days
    return age < 0 ? -2 * age : age
  }
  const years = [0, -1, 1].reduce((best, candidate) => (distance(candidate) < distance(best) ? candidate : best))
  return { ...dates, date: shifted(dates.date, years).toString(), end: shifted(dates.end, years).toString() }
}

const shifted = (day: string, years: number) => Temporal.PlainDate.from(day).add({ years })

function isNear({ starts }: FoundDates, released: Temporal.PlainDate): boolean {
  const age = Temporal.PlainDate.from(starts).until(released).days
  return age <= longestBefore && age >= -longestAfter
}
