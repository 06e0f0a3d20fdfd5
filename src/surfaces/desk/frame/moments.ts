/** A moment in a zone, for people: '05 May 2026, 12:00'. */
export function momentInWords(at: Date, timeZone: string, language: string): string {
  return momentFormat(timeZone, language).format(at)
}

const formats = new Map<string, Intl.DateTimeFormat>()

// Making a format costs as much as a hundred uses of it.
function momentFormat(timeZone: string, language: string): Intl.DateTimeFormat {
  const key = `${language} ${timeZone}`
  const known = formats.get(key)
  if (known) return known
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    day: '2-digit',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  })
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

/** The wall-clock time of an instant in a zone, as a form's `datetime-local` wants it. */
export function wallIn(at: Date, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
}
