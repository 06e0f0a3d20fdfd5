/** What a clock in a zone shows at a moment, to the minute: `2026-05-05T12:00`. */
export const wallTime = (at: Date, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' })
