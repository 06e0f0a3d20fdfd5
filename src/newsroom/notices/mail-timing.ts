const minute = 60_000

/** What comes within a minute comes in one mail: news are ripe when they came before this. */
export const ripeBefore = (now: Date): Date => new Date(now.getTime() - minute)

/** The latest seven in the morning in a zone, whatever its clocks did since. */
export function lastDigestAt(now: Date, timeZone: string): Date {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone).toPlainDate()
  const sevenOf = (day: Temporal.PlainDate) => day.toZonedDateTime({ timeZone, plainTime: '07:00' }).epochMilliseconds
  let day = today
  // Where a day was left out, its seven o'clock is the next day's.
  while (sevenOf(day) > now.getTime()) day = day.subtract({ days: 1 })
  return new Date(sevenOf(day))
}

/** How long after a try the next one may come, in milliseconds: longer than sending takes, doubling from two minutes to an hour. */
export const waitAfter = (tries: number): number => Math.min(2 ** Math.min(tries, 6), 60) * minute
