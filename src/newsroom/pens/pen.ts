/** Who holds the pen of an edition: one member in one tab of a browser, until the lease runs out or another takes it. */
export type Pen = { member: string; name: string; tab: string; takenAt: Date; expiresAt: Date }

/** A lease is renewed by every save and every sign of life; a browser that is gone loses it after this. */
export const leaseSeconds = 90

export const isHeldElsewhere = (pen: Pen, holder: { member: string; tab: string }, now: Date): boolean =>
  pen.expiresAt > now && !(pen.member === holder.member && pen.tab === holder.tab)
