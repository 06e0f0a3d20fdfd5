import type { Page } from './page.ts'

/** Pages under their keys, never more bytes than it holds. What was not asked for lately goes first. */
export class Shelf {
  readonly #pages = new Map<string, Page>()
  readonly #maxBytes: number
  readonly #onEvict: (page: Page) => void
  #bytes = 0

  constructor(maxBytes: number, onEvict: (page: Page) => void) {
    this.#maxBytes = maxBytes
    this.#onEvict = onEvict
  }

  get bytes(): number {
    return this.#bytes
  }

  get pages(): Iterable<Page> {
    return this.#pages.values()
  }

  get(key: string): Page | undefined {
    return this.#pages.get(key)
  }

  /** A page that would take more than an eighth of the shelf is not put on it: false. */
  put(page: Page): boolean {
    if (page.bytes > this.#maxBytes / 8) return false
    this.#pages.set(page.key, page)
    this.#bytes += page.bytes
    this.#makeRoom()
    return true
  }

  take(page: Page): void {
    if (this.#pages.get(page.key) !== page) return
    this.#pages.delete(page.key)
    this.#bytes -= page.bytes
  }

  /** Counts an encoding that was made after the page was put here. */
  grow(page: Page, bytes: number): void {
    const isHere = this.#pages.get(page.key) === page
    page.bytes += bytes
    if (!isHere) return
    this.#bytes += bytes
    this.#makeRoom()
  }

  clear(): void {
    this.#pages.clear()
    this.#bytes = 0
  }

  /** Second chance: marking a page as used is cheaper at each hit than moving it to the end of the line. */
  #makeRoom(): void {
    for (const page of this.#pages.values()) {
      if (this.#bytes <= this.#maxBytes) return
      if (page.isUsed) {
        page.isUsed = false
        this.#pages.delete(page.key)
        this.#pages.set(page.key, page)
        continue
      }
      this.take(page)
      this.#onEvict(page)
    }
  }
}
