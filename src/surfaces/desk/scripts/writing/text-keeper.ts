import type { KeptText } from './kept-text.ts'
import type { LocalStore } from './local-store.ts'

const pause = 200

/** Writes what a tab is writing into the browser's own store: soon after each change, one writing at a time. */
export class TextKeeper {
  readonly #store: LocalStore
  readonly #text: () => KeptText
  readonly #onKept: (isKept: boolean) => void
  #timer: ReturnType<typeof setTimeout> | undefined
  #writing: Promise<void> | undefined

  constructor(store: LocalStore, text: () => KeptText, onKept: (isKept: boolean) => void) {
    this.#store = store
    this.#text = text
    this.#onKept = onKept
  }

  touch(): void {
    this.#timer ??= setTimeout(() => void this.write(), pause)
  }

  async write(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    await this.#writing
    this.#writing ??= this.#put().finally(() => (this.#writing = undefined))
    await this.#writing
  }

  /** The page is going, perhaps for good. */
  writeNow(): void {
    try {
      this.#store.putNow(this.#text())
    } catch {
      // The small store is full or closed; the database has the text up to a quarter of a second ago.
    }
  }

  async #put(): Promise<void> {
    const text = this.#text()
    try {
      await this.#store.put(text)
      this.#onKept(true)
    } catch {
      try {
        this.#store.putNow(text)
        this.#onKept(true)
      } catch {
        this.#onKept(false)
      }
    }
  }
}
