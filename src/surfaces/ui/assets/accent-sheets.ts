import type { ServedFiles, StaticFiles } from '#platform/http/static-files.ts'
import { staticFiles } from '#platform/http/static-files.ts'

const mostKept = 8

/**
 * One audience's stylesheet in the accents that were asked for lately: the one of the settings, the one before it, what somebody previews. Each has
 * an address of its own, which changes with its bytes.
 */
export class AccentSheets implements ServedFiles {
  readonly #name: string
  readonly #write: (accent: string) => string
  readonly #kept = new Map<string, StaticFiles>()

  constructor(name: string, write: (accent: string) => string) {
    this.#name = name
    this.#write = write
  }

  href(accent: string): string {
    return this.#filesOf(accent).href(this.#name)
  }

  readonly lookup: ServedFiles['lookup'] = (url) => {
    for (const files of this.#kept.values()) {
      const found = files.lookup(url)
      if (found) return found
    }
    return undefined
  }

  readonly warm: ServedFiles['warm'] = async () => {
    for (const files of this.#kept.values()) await files.warm()
  }

  #filesOf(accent: string): StaticFiles {
    const known = this.#kept.get(accent)
    if (known) {
      this.#kept.delete(accent)
      this.#kept.set(accent, known)
      return known
    }
    const files = staticFiles([{ name: this.#name, type: 'text/css; charset=utf-8', bytes: Buffer.from(this.#write(accent)) }])
    this.#kept.set(accent, files)
    for (const oldest of [...this.#kept.keys()].slice(0, -mostKept)) this.#kept.delete(oldest)
    return files
  }
}
