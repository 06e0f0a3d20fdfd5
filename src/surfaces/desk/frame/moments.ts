import { Failure } from '#lib/failure.ts'
import { spoken } from '#surfaces/ui/day.ts'

/** A moment in a zone, for people: '5 May 2026, 12:00'. */
export function momentInWords(at: Date, timeZone: string, language: string): string {
  return spoken(momentFormat(timeZone, language).formatToParts(at), language)
}

/** The time of day alone, where its day is named beside it: '12:00'. */
export function timeInWords(at: Date, timeZone: string, language: string): string {
  return momentFormat(timeZone, language, 'time').format(at)
}

const formats = new Map<string, Intl.DateTimeFormat>()

const time = { hour: '2-digit', minute: '2-digit' } as const
const wholes = { moment: { day: 'numeric', month: 'short', year: 'numeric', ...time }, time } as const

// Making a format costs as much as a hundred uses of it.
function momentFormat(timeZone: string, language: string, whole: keyof typeof wholes = 'moment'): Intl.DateTimeFormat {
  const key = `${language} ${timeZone} ${whole}`
  const known = formats.get(key)
  if (known) return known
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : `${language}-u-nu-latn`, { ...wholes[whole], timeZone })
  formats.set(key, format)
  return format
}

/** The instant of a wall-clock time ('2026-05-05T12:00') in a zone; undefined for what is none. An hour that a change of clocks skips or repeats is taken as `Temporal` does. */
export function instantIn(wall: string, timeZone: string): Date | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(wall)) return undefined
  try {
    return new Date(Temporal.PlainDateTime.from(wall).toZonedDateTime(timeZone).epochMilliseconds)
  } catch {
    return undefined
  }
}

/** What says that a field holds no wall-clock time. */
export const noMoment = (field: string): Failure =>
  new Failure('invalid', 'no-moment', 'That is not a day and a time; write it as 2026-05-05 12:00.', { values: { field } })
