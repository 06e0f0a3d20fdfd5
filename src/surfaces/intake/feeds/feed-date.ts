import type { SourceStory } from '../source-story.ts'

/**
 * Reads the dates of feeds: RFC 822, 850 and 3339, asctime, and what is found in their place. The date is the one that the source
 * wrote down, in its own zone; the moment is given only where time and zone are known. Undefined for what is no date.
 */
export function feedDate(text: string | undefined): (Pick<SourceStory, 'publishedAt'> & { date: string }) | undefined {
  const clean = text?.replaceAll(/\s+/g, ' ').trim()
  if (!clean || clean.length > 100) return undefined
  const parts = isoDate(clean) ?? namedMonth(clean) ?? epoch(clean)
  if (!parts || !isCalendarDay(parts.day)) return undefined
  const date = isoDay(parts.day)
  const publishedAt = parts.time && parts.zone !== undefined ? momentOf(date, parts.time, parts.zone) : undefined
  return publishedAt ? { date, publishedAt } : { date }
}

type Day = { year: number; month: number; day: number }
type Parts = { day: Day; time?: string | undefined; zone?: string | undefined }

function isoDate(text: string): Parts | undefined {
  const found = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ,]+(.*))?$/i.exec(text) ?? /^(\d{4})(\d{2})(\d{2})(?:T(.*))?$/i.exec(text)
  const monthOnly = found ? null : /^(\d{4})-(\d{2})$/.exec(text)
  const match = found ?? monthOnly
  if (!match) return undefined
  return { day: { year: Number(match[1]), month: Number(match[2]), day: Number(match[3] ?? 1) }, ...clockOf(match[4] ?? '') }
}

/** "Sat, 07 Sep 2002 00:00:01 GMT", "7-Sep-02 …", "September 7, 2002 …", "Sat Sep 7 00:00:01 GMT 2002". */
function namedMonth(text: string): Parts | undefined {
  const rest = text.replace(/^[\p{L}.]+,\s*|^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?\s+/iu, '')
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[ .-]+([a-z]{3,9})\.?,?[ .-]+(\d{4}|\d{2})\b,?(.*)$/i.exec(rest)
  if (dayFirst) return named(dayFirst[3], dayFirst[2], dayFirst[1], dayFirst[4])
  const asctime = /^([a-z]{3,9})\.? (\d{1,2}) (\d{1,2}:\d{2}(?::\d{2})?)( [a-z+\-\d:]+)? (\d{4})$/i.exec(rest)
  if (asctime) return named(asctime[5], asctime[1], asctime[2], `${asctime[3]}${asctime[4] ?? ''}`)
  const monthFirst = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b,?(.*)$/i.exec(rest)
  return monthFirst ? named(monthFirst[3], monthFirst[1], monthFirst[2], monthFirst[4]) : undefined
}

function named(year = '', month = '', day = '', clock = ''): Parts | undefined {
  const number = monthNumbers.get(month.slice(0, 3).toLowerCase())
  return number ? { day: { year: fullYear(year), month: number, day: Number(day) }, ...clockOf(clock) } : undefined
}

// RFC 822 writes the months in English whatever the language of the feed.
const monthNumbers = new Map(
  Array.from({ length: 12 }, (_, at) => [
    new Intl.DateTimeFormat('en-US', { month: 'short', timeZone: 'UTC' }).format(Date.UTC(2000, at)).toLowerCase(),
    at + 1,
  ]),
)

/** Two-digit years as RFC 2822 4.3 reads them. */
function fullYear(text: string): number {
  const year = Number(text)
  return text.length > 2 ? year : year < 50 ? 2000 + year : 1900 + year
}

function epoch(text: string): Parts | undefined {
  if (!/^\d{9,10}$|^\d{12,13}$/.test(text)) return undefined
  const iso = new Date(Number(text) * (text.length > 10 ? 1 : 1000)).toISOString()
  return isoDate(iso)
}

function clockOf(text: string): Pick<Parts, 'time' | 'zone'> {
  const match = /^(?:at )?(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,](\d{1,9}))?)? ?(am|pm)?\.? ?(.*)$/i.exec(text.trim())
  if (!match) return {}
  const half = match[5]?.toLowerCase()
  const hour = (Number(match[1]) % (half ? 12 : 25)) + (half === 'pm' ? 12 : 0)
  const [minute, second] = [Number(match[2]), Number(match[3] ?? 0)]
  if (hour > 23 || minute > 59 || second > 60) return {}
  const two = (value: number) => String(value).padStart(2, '0')
  const fraction = match[4] ? `.${match[4]}` : ''
  return { time: `${two(hour)}:${two(minute)}:${two(Math.min(second, 59))}${fraction}`, zone: zoneOf(match[6] ?? '') }
}

const zones = new Map(
  Object.entries({
    Z: 'z ut utc gmt wet',
    '+01:00': 'bst cet met mez wat',
    '+02:00': 'cest mest mesz eet sast cat',
    '+03:00': 'eest msk trt ast3 eat',
    '+04:00': 'gst samt',
    '+05:00': 'uzt pkt',
    '+05:30': 'ist',
    '+08:00': 'sgt hkt awst',
    '+09:00': 'jst kst',
    '+10:00': 'aest',
    '+11:00': 'aedt',
    '+12:00': 'nzst',
    '+13:00': 'nzdt',
    '-03:00': 'adt brt art',
    '-04:00': 'edt ast',
    '-05:00': 'est cdt',
    '-06:00': 'cst mdt',
    '-07:00': 'mst pdt',
    '-08:00': 'pst akdt',
    '-09:00': 'akst',
    '-10:00': 'hst',
  }).flatMap(([offset, names]) => names.split(' ').map((name): [string, string] => [name, offset])),
)

function zoneOf(text: string): string | undefined {
  const bare = text.replace(/\(.*\)/, '').trim()
  const offset = /^(?:gmt|utc)?([+-])(\d{1,2}):?(\d{2})?$/i.exec(bare)
  if (offset) return Number(offset[2]) > 14 ? undefined : `${offset[1]}${(offset[2] ?? '').padStart(2, '0')}:${offset[3] ?? '00'}`
  return zones.get(bare.toLowerCase())
}

const isoDay = ({ year, month, day }: Day) =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

/** Feeds have no news from before 1900 and none from the next century; "0000-00-00" and "0001-01-01" mean no date. */
function isCalendarDay({ year, month, day }: Day): boolean {
  if (year < 1900 || year > 2100) return false
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

function momentOf(date: string, time: string, zone: string): string | undefined {
  const moment = `${date}T${time}${zone}`
  return Number.isNaN(Date.parse(moment)) ? undefined : moment
}
