import type { Database } from '#platform/database/database.ts'

import { registersTag } from '../live-tags.ts'
import type { Registers } from './read-registers.ts'
import { readRegisters } from './read-registers.ts'

/** Keeps the registers in memory until one of them changes, so that a page asks the archive only for its stories. */
export class RegistersKeeper implements Disposable {
  readonly #db: Database
  readonly #stop: () => void
  #kept: Promise<Registers> | undefined

  constructor(db: Database) {
    this.#db = db
    this.#stop = db.onTouched((touched) => {
      if ('all' in touched || touched.tags.includes(registersTag)) this.#kept = undefined
    })
  }

  read(): Promise<Registers> {
    return (this.#kept ??= this.#load())
  }

  [Symbol.dispose](): void {
    this.#stop()
  }

  // A load that began before a change is forgotten with it: only the promise that is kept counts. A failed one is not kept.
  #load(): Promise<Registers> {
    const loading = readRegisters(this.#db.site)
    loading.catch(() => {
      if (this.#kept === loading) this.#kept = undefined
    })
    return loading
  }
}
