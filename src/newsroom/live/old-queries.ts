import { sql } from 'kysely'
import type { SqlBool } from 'kysely'

import type { Database } from '#platform/database/database.ts'
import { routes } from '#src/routes.ts'

import { addressTag } from '../live-tags.ts'
import { isFixed, isSpelledAsOurs } from '../old-addresses/old-address.ts'

const tagStart = addressTag('')

/**
 * The old addresses that are a page of ours but for their query, such as `/?p=123` and `/news?id=2371`. Few archives have any, so they are held in
 * memory: a page's key then tells them from a query that means nothing.
 */
export class OldQueries implements Disposable {
  readonly #db: Database
  readonly #isOurs: (path: string) => boolean
  readonly #onNew: () => void
  readonly #stop: () => void
  #addresses = new Set<string>()
  #loading: Promise<void> | undefined
  #nextLoad: Promise<void> | undefined

  constructor(db: Database, options: { isOurs: (path: string) => boolean; onNew: () => void }) {
    this.#db = db
    this.#isOurs = options.isOurs
    this.#onNew = options.onNew
    this.#stop = db.onTouched((touched) => {
      if ('all' in touched) void this.load().catch(() => undefined)
      else this.#add(touched.tags.flatMap((tag) => (tag.startsWith(tagStart) ? [tag.slice(tagStart.length)] : [])))
    })
  }

  has(address: string): boolean {
    return this.#addresses.has(address)
  }

  /** Reads all of them once more. Of those who ask while it is read, all wait for one reading after it: an archive that moves in asks for each chunk. */
  load(): Promise<void> {
    if (!this.#loading) return (this.#loading = this.#read().finally(() => (this.#loading = undefined)))
    this.#nextLoad ??= this.#loading
      .catch(() => undefined)
      .then(() => {
        this.#nextLoad = undefined
        return this.load()
      })
    return this.#nextLoad
  }

  [Symbol.dispose](): void {
    this.#stop()
  }

  async #read(): Promise<void> {
    const ofStories = this.#db.site.selectFrom('live.address').select('path').where('path', 'like', '%?%').where(couldBeOurs)
    const byHand = this.#db.site.selectFrom('live.redirect').select('path').where('path', 'like', '%?%').where(couldBeOurs)
    const rows = await ofStories.unionAll(byHand).execute()
    this.#add(rows.map(({ path }) => path))
  }

  #add(addresses: string[]): void {
    const fresh = addresses.filter((address) => address.includes('?') && !this.has(address) && this.#standsBefore(address))
    for (const address of fresh) this.#addresses.add(address)
    if (fresh.length > 0) this.#onNew()
  }

  /** A page of ours with a query of ours, or the site map with any, is itself, whatever an archive that came in had there. */
  #standsBefore(address: string): boolean {
    return this.#isOurs(address.split('?')[0] ?? '') && !isFixed(address) && !isSpelledAsOurs(address)
  }
}

/** What every path of ours begins with, where no language does. */
const firstParts = [...new Set(Object.values(routes).map((route) => route.split('/')[1] ?? ''))]
const firstPart = sql<string>`split_part(split_part(path, '?', 1), '/', 2)`
/** Most addresses of an archive, such as `/index.php?id=2371`, can be no page of ours: those stay where they are. */
const couldBeOurs = sql<SqlBool>`(${firstPart} = any(${firstParts}::text[]) or length(${firstPart}) < 4 or ${firstPart} like '%-%')`
