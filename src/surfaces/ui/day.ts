/** '5 May 2023' in the reader's language. `day` is `YYYY-MM-DD`; Western digits keep dates and facts comparable. */
export function dayInWords(day: string, language: string): string {
  return spoken(dayFormat(language).formatToParts(new Date(`${day}T00:00:00Z`)), language)
}

/** '24–27 April 2023': both ends included, the repeated part said once. Of days that run backwards the first is said alone. */
export function daysInWords(starts: string, ends: string | null, language: string): string {
  if (!ends || ends <= starts) return dayInWords(starts, language)
  return spoken(dayFormat(language).formatRangeToParts(new Date(`${starts}T00:00:00Z`), new Date(`${ends}T00:00:00Z`)), language)
}

/** A date as its language says it: the first day of a month in French is '1er'. */
export const spoken = (parts: readonly { type: string; value: string }[], language: string): string =>
  parts.map(({ type, value }) => (type === 'day' && value === '1' && /^fr\b/.test(language) ? '1er' : value)).join('')

const formats = new Map<string, Intl.DateTimeFormat>()

function dayFormat(language: string): Intl.DateTimeFormat {
  const locale = language === 'en' ? 'en-GB' : language
  const known = formats.get(locale)
  if (known) return known
  const format = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
    calendar: 'gregory',
    numberingSystem: 'latn',
  })
  formats.set(locale, format)
  return format
}
