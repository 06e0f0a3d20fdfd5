import type { Database } from '#platform/database/database.ts'

import { registersTag } from '../live-tags.ts'
import type { Suggestion, SuggestionText } from './suggestion.ts'
import { readKnownFacts } from './known-facts.ts'
import { createFactFinder } from './suggest-facts.ts'

type FindFacts = (text: SuggestionText) => Suggestion[]

/** Keeps a finder of facts, which takes a moment to make, until a register changes. */
export class FactsKeeper implements Disposable {
  readonly #db: Database
  readonly #stop: () => void
  #kept: Promise<FindFacts> | undefined

  constructor(db: Database) {
    this.#db = db
    this.#stop = db.onTouched((touched) => {
      if ('all' in touched || touched.tags.includes(registersTag)) this.#kept = undefined
    })
  }

  finder(): Promise<FindFacts> {
    return (this.#kept ??= this.#make())
  }

  [Symbol.dispose](): void {
    this.#stop()
  }

  #make(): Promise<FindFacts> {
    const making = readKnownFacts(this.#db.writer).then(createFactFinder)
    making.catch(() => {
      if (this.#kept === making) this.#kept = undefined
    })
    return making
  }
}
