import type { Page } from './page.ts'

/** One print under way. Moments are the press's own count of events, so that their order is never in doubt. */
export class Flight {
  readonly page: Promise<Page>
  readonly #startedAt: number
  readonly #purgedAt = new Map<string, number>()
  #allPurgedAt = Infinity

  constructor(startedAt: number, print: (flight: Flight) => Promise<Page>) {
    this.#startedAt = startedAt
    this.page = print(this)
  }

  /** A purge came while printing: what the print has read already may be from before it. */
  notePurge(tags: Iterable<string>, moment: number): void {
    for (const tag of tags) if (!this.#purgedAt.has(tag)) this.#purgedAt.set(tag, moment)
  }

  notePurgeOfAll(moment: number): void {
    this.#allPurgedAt = Math.min(this.#allPurgedAt, moment)
  }

  wasPurged(page: Page): boolean {
    return this.#firstPurgeOf(page) < Infinity
  }

  /** Whether someone who asked at that moment and time may have the page: it is not older than the asking. */
  suits(page: Page, asked: { moment: number; time: number }): boolean {
    if (this.#startedAt > asked.moment) return true
    return this.#firstPurgeOf(page) > asked.moment && page.expiresAt > asked.time
  }

  #firstPurgeOf(page: Page): number {
    let first = this.#allPurgedAt
    for (const tag of page.tags) first = Math.min(first, this.#purgedAt.get(tag) ?? Infinity)
    return first
  }
}
