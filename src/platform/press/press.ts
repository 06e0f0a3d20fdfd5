import type { Clock } from '#platform/clock.ts'
import { Aliases } from './aliases.ts'
import { Flight } from './flight.ts'
import { type Page, pageOf } from './page.ts'
import type { PrintPage } from './printed.ts'
import { Shelf } from './shelf.ts'
import { TagIndex } from './tag-index.ts'

export type PressOptions = {
  clock: Clock
  print: PrintPage
  /** The key of a request target, or null for what is never kept. Requests with the same key get the same page. */
  normalise: (url: string) => string | null
  /** Whether a failed print means that the archive is down, so that a page whose time is over is better than none. */
  isUnavailable: (error: unknown) => boolean
  /** Bound of all that is kept, in bytes; 64 MB unless told. */
  maxBytes?: number
  /** Sent with every page. */
  headers?: Readonly<Record<string, string>>
}

/** What a reader gets. Its `age` in seconds is there when the archive is down and the page is from before. */
export type Served = { page: Page; age?: number }

/** Prints a page once, keeps it, purges it exactly. Nothing stale is ever kept. */
export class Press {
  readonly #options: PressOptions
  readonly #aliases: Aliases
  readonly #tags = new TagIndex()
  readonly #pages: Shelf
  /** Apart and small, so that asking for random addresses cannot push pages out. */
  readonly #aside: Shelf
  readonly #flights = new Map<string, Flight>()
  #moment = 0

  constructor(options: PressOptions) {
    const maxBytes = options.maxBytes ?? 64 * 1024 * 1024
    const forget = (page: Page): void => this.#tags.remove(page.key, page.tags)
    this.#options = options
    this.#aliases = new Aliases(options.normalise)
    this.#aside = new Shelf(Math.floor(maxBytes / 16), forget)
    this.#pages = new Shelf(maxBytes - Math.floor(maxBytes / 16), forget)
  }

  /** Bytes kept now. */
  get bytes(): number {
    return this.#pages.bytes + this.#aside.bytes
  }

  /** Every page that is kept, those whose time is over among them. */
  get pages(): Page[] {
    return [...this.#pages.pages, ...this.#aside.pages]
  }

  isUnavailable(error: unknown): boolean {
    return this.#options.isUnavailable(error)
  }

  keyOf(url: string): string | null {
    return this.#aliases.keyOf(url)
  }

  /** The kept page for a request target that was asked for before, without waiting. */
  lookup(url: string): Page | undefined {
    const key = this.#aliases.known(url)
    return key === undefined || key === null ? undefined : this.#fresh(key)
  }

  /**
   * The page of a key, kept or printed now; all who ask during a print share it.
   * Rejects with what the printer threw, unless the archive is down and a page is there that was never purged.
   */
  async fetch(key: string): Promise<Served> {
    const asked = { moment: ++this.#moment, time: this.#options.clock.now().getTime() }
    for (;;) {
      const kept = this.#fresh(key)
      if (kept !== undefined) return { page: kept }
      const flight = this.#flights.get(key) ?? this.#takeOff(key)
      try {
        const page = await flight.page
        if (flight.suits(page, asked)) return { page }
      } catch (error) {
        return this.#servedInstead(key, error)
      }
    }
  }

  /** Forgets every page with one of the tags. Call it after the change is visible to the printer. */
  purge(tags: Iterable<string>): void {
    const purged = new Set(tags)
    const moment = ++this.#moment
    for (const flight of this.#flights.values()) flight.notePurge(purged, moment)
    for (const key of this.#tags.keysOf(purged)) this.#forget(key)
  }

  purgeAll(): void {
    this.#aliases.forget()
    const moment = ++this.#moment
    for (const flight of this.#flights.values()) flight.notePurgeOfAll(moment)
    this.#pages.clear()
    this.#aside.clear()
    this.#tags.clear()
  }

  #takeOff(key: string): Flight {
    const flight = new Flight(++this.#moment, (self) => this.#print(key, self))
    this.#flights.set(key, flight)
    return flight
  }

  async #print(key: string, flight: Flight): Promise<Page> {
    // The print starts a tick later, when the flight is already known to purges.
    await Promise.resolve()
    const { clock, print, headers = {} } = this.#options
    const printedAt = clock.now().getTime()
    try {
      const printed = await print(key)
      const page = pageOf({ key, printed, printedAt, headers, onGrowth: (grown, bytes) => this.#shelfOf(grown).grow(grown, bytes) })
      if (!flight.wasPurged(page)) this.#keep(page)
      return page
    } finally {
      this.#flights.delete(key)
    }
  }

  #keep(page: Page): void {
    this.#forget(page.key)
    if (!page.mayBeKept) return
    this.#tags.add(page.key, page.tags)
    if (!this.#shelfOf(page).put(page)) this.#tags.remove(page.key, page.tags)
  }

  #forget(key: string): void {
    const page = this.#find(key)
    if (page === undefined) return
    this.#shelfOf(page).take(page)
    this.#tags.remove(key, page.tags)
  }

  #fresh(key: string): Page | undefined {
    const page = this.#find(key)
    if (page === undefined || (page.expiresAt < Infinity && page.expiresAt <= this.#options.clock.now().getTime())) return undefined
    page.isUsed = true
    return page
  }

  #servedInstead(key: string, error: unknown): Served {
    const page = this.#options.isUnavailable(error) ? this.#find(key) : undefined
    if (page === undefined) throw error
    return { page, age: Math.max(0, Math.round((this.#options.clock.now().getTime() - page.printedAt) / 1000)) }
  }

  #find(key: string): Page | undefined {
    return this.#pages.get(key) ?? this.#aside.get(key)
  }

  #shelfOf(page: Page): Shelf {
    return page.isAside ? this.#aside : this.#pages
  }
}
