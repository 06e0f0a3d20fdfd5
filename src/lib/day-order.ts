import { type DayOrder, validLanguage, westernDigits } from './world-dates.ts'

/**
 * Decides whether 3/4/2023 is in March or April from all the dates printed on a page: a number above twelve settles it, then the order in
 * which the dates run (a list runs one way), then the habit of the page's language.
 */
export function guessDayOrder(text: string, language: string | undefined): DayOrder {
  const pairs: [number, number, number][] = []
  for (const match of westernDigits(text).matchAll(/(?<!\d)(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/g)) {
    pairs.push([Number(match[1]), Number(match[3]), Number(match[4])])
    if (pairs.length >= 5000) break
  }
  if (pairs.some(([one, two]) => one > 12 && two <= 12)) return 'dmy'
  if (pairs.some(([one, two]) => two > 12 && one <= 12)) return 'mdy'
  const asDayFirst = turns(pairs.map(([day, month, year]) => (year * 100 + month) * 100 + day))
  const asMonthFirst = turns(pairs.map(([month, day, year]) => (year * 100 + month) * 100 + day))
  if (asDayFirst !== asMonthFirst) return asDayFirst < asMonthFirst ? 'dmy' : 'mdy'
  return habitOf(validLanguage(language))
}

/** How often the sequence goes against its own main direction. */
function turns(days: number[]): number {
  let up = 0
  let down = 0
  for (const [index, day] of days.entries()) {
    const before = days[index - 1] ?? day
    if (day > before) up++
    if (day < before) down++
  }
  return Math.min(up, down)
}

function habitOf(language: string): DayOrder {
  const parts = new Intl.DateTimeFormat(language, { dateStyle: 'short' }).formatToParts(new Date(0)).map((part) => part.type)
  return parts.indexOf('month') < parts.indexOf('day') && parts.indexOf('year') > parts.indexOf('day') ? 'mdy' : 'dmy'
}
