import type { Reader } from '#platform/database/database.ts'

import { registersTag } from '../live-tags.ts'
import type { Registers } from './read-registers.ts'

/** One page's view of `live`: the moment it is read at, and the tags of all it has read, noted by the queries themselves. */
export class LiveReader {
  readonly db: Reader
  readonly registers: Registers
  readonly now: Date
  readonly tags = new Set<string>([registersTag])
  #changesAt: Date | null = null

  constructor(db: Reader, registers: Registers, now: Date) {
    this.db = db
    this.registers = registers
    this.now = now
  }

  note(...tags: string[]): void {
    for (const tag of tags) this.tags.add(tag)
  }

  /** A moment at which what was read changes by itself, besides those that releases bring. */
  noteChange(at: Date): void {
    if (at > this.now && (this.#changesAt === null || at < this.#changesAt)) this.#changesAt = at
  }

  get changesAt(): Date | null {
    return this.#changesAt
  }

  get defaultLanguage(): string {
    return this.registers.settings.languages[0] ?? 'en'
  }
}

/** The next second at which something that these tags name appears or gives way by itself, or null. */
export async function nextChange(live: LiveReader): Promise<Date | null> {
  const row = await live.db
    .selectFrom('live.upcoming')
    .select((eb) => eb.fn.min('at').as('at'))
    .where('tag', 'in', [...live.tags])
    .where('at', '>', live.now)
    .executeTakeFirst()
  const moments = [row?.at ?? null, live.changesAt].filter((at) => at !== null)
  return moments.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null
}
