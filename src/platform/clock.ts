/** What time it is. Whatever depends on time is given a clock, so that a test can hold it. */
export type Clock = { now(): Date }

export const systemClock: Clock = { now: () => new Date() }

export type SettableClock = Clock & {
  /** Moves time forward (or, for a test of bad clocks, back) by so many milliseconds. */
  advance(milliseconds: number): void
  set(date: Date): void
}

/** A clock that stands still until it is moved. */
export function clockAt(date: Date | string): SettableClock {
  let time = new Date(date).getTime()
  return {
    now: () => new Date(time),
    advance: (milliseconds) => {
      time += milliseconds
    },
    set: (to) => {
      time = to.getTime()
    },
  }
}
