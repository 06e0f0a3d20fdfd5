/** A word without case, accents, Arabic vowel signs or the Turkish dot, so that spellings of one month meet. */
export function foldWord(word: string): string {
  return word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/ı/g, 'i').replace(/[’']/g, '')
}

export type CalendarWords = { month: (words: string) => number | undefined; isWeekday: (word: string) => boolean }

// Asked after the page's own language; where two languages disagree about a word, the earlier one wins.
const everyLanguage = (
  'en fr de de-AT es es-PE tr ru uk ar ar-SY ar-DZ ar-MA it pt nl ro pl cs sk sl hr sr sr-Latn bs mk bg sq el hu sv da nb fi et lv lt ' +
  'ka hy az kk ky uz tg tk be ca eu gl ga is mt he fa ur id ms sw'
).split(' ')
const known = new Map<string, CalendarWords>()

/** The words for months and weekdays of the language and, after them, of the others; names come from `Intl` (Unicode CLDR). */
export function calendarWords(language: string): CalendarWords {
  const found = known.get(language)
  if (found) return found
  const months = new Map<string, number>()
  const weekdays = new Set<string>()
  for (const locale of [language, ...everyLanguage]) {
    const names = namesOf(locale)
    for (const [name, month] of names.months) if (!months.has(name)) months.set(name, month)
    for (const name of names.weekdays) weekdays.add(name)
  }
  for (const locale of [language, 'en']) addPrefixes(months, namesOf(locale).months)
  const words = { month: (name: string) => months.get(foldWord(name)), isWeekday: (name: string) => weekdays.has(foldWord(name)) }
  if (known.size < 64) known.set(language, words)
  return words
}

/** The whole names of the months in a language, as it writes them alone and beside a day: май, мая. */
function longMonthNames(language: string): Set<string> {
  return namesOf(language).longMonths
}

/** Whether a text says the whole name of a month: "mar 3" and "may 10 people come" do not. */
export function hasMonthName(text: string, language: string): boolean {
  const names = longMonthNames(language)
  return (text.match(/\p{L}+/gu) ?? []).some((word) => names.has(word) || names.has(word.toLocaleLowerCase(language)))
}

type Names = { months: [string, number][]; longMonths: Set<string>; weekdays: string[] }
const namesByLocale = new Map<string, Names>()

function namesOf(locale: string): Names {
  const found = namesByLocale.get(locale)
  if (found) return found
  const names: Names = { months: [], longMonths: new Set(), weekdays: [] }
  for (const style of ['long', 'short'] as const) {
    // With a day beside it a month stands in the genitive (Russian, Ukrainian); alone in the nominative.
    const formats = [{ month: style } as const, { day: 'numeric', month: style } as const]
    for (const format of formats) {
      const formatter = new Intl.DateTimeFormat(locale, { ...format, timeZone: 'UTC', calendar: 'gregory' })
      for (let month = 1; month <= 12; month++) {
        const name = part(formatter, new Date(Date.UTC(2021, month - 1, 12)), 'month')
        if (style === 'long') names.longMonths.add(name)
        if (/\p{L}{3}/u.test(name)) names.months.push([foldWord(name), month])
      }
    }
    const weekday = new Intl.DateTimeFormat(locale, { weekday: style, timeZone: 'UTC' })
    for (let day = 1; day <= 7; day++) names.weekdays.push(foldWord(part(weekday, new Date(Date.UTC(2021, 7, day)), 'weekday')))
  }
  namesByLocale.set(locale, names)
  return names
}

function part(formatter: Intl.DateTimeFormat, date: Date, type: string): string {
  const value = formatter.formatToParts(date).find((piece) => piece.type === type)?.value ?? ''
  return value.replace(/\.$/, '').trim()
}

/** "Sept", "févr", "Ağus": a beginning of three letters or more that only one month of the language has. */
function addPrefixes(months: Map<string, number>, names: readonly [string, number][]) {
  const meanings = new Map<string, number | null>()
  for (const [name, month] of names) {
    for (let length = 3; length < name.length; length++) {
      const prefix = name.slice(0, length)
      const other = meanings.get(prefix)
      meanings.set(prefix, other === undefined || other === month ? month : null)
    }
  }
  for (const [prefix, month] of meanings) if (month !== null && !months.has(prefix)) months.set(prefix, month)
}
