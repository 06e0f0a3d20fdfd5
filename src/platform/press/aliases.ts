const longestRemembered = 2048
const perGeneration = 10_000

/** The key of each request target as it was last spelled. Two generations bound the memory whatever is asked for. */
export class Aliases {
  readonly #normalise: (url: string) => string | null
  #young = new Map<string, string | null>()
  #old = new Map<string, string | null>()

  constructor(normalise: (url: string) => string | null) {
    this.#normalise = normalise
  }

  /** Undefined when this spelling was not seen lately. */
  known(url: string): string | null | undefined {
    return this.#young.get(url) ?? this.#old.get(url)
  }

  keyOf(url: string): string | null {
    const known = this.#young.get(url)
    if (known !== undefined) return known
    const key = this.#old.get(url) ?? this.#normalise(url)
    if (url.length <= longestRemembered) this.#remember(url, key)
    return key
  }

  forget(): void {
    this.#young.clear()
    this.#old.clear()
  }

  #remember(url: string, key: string | null): void {
    if (this.#young.size >= perGeneration) {
      this.#old = this.#young
      this.#young = new Map()
    }
    this.#young.set(url, key)
  }
}
