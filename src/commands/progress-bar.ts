import type { Terminal } from './terminal.ts'

/** A line that redraws itself on a terminal once the work has taken a second; silent elsewhere. */
export class ProgressBar implements Disposable {
  readonly #stderr: Terminal['stderr']
  readonly #began = performance.now()
  #drawnAt = 0

  constructor(stderr: Terminal['stderr']) {
    this.#stderr = stderr
  }

  /** `share` is 0…1. */
  draw(share: number, words: string): void {
    const now = performance.now()
    if (!this.#stderr.isTTY || now - this.#began < 1000 || now - this.#drawnAt < 100) return
    this.#drawnAt = now
    const width = Math.max(10, Math.min(40, (this.#stderr.columns ?? 80) - words.length - 10))
    const full = Math.round(Math.min(1, share) * width)
    this.#stderr.write(`\r\u001B[K${'█'.repeat(full)}${'░'.repeat(width - full)} ${Math.floor(Math.min(1, share) * 100)} % ${words}`)
  }

  [Symbol.dispose](): void {
    if (this.#drawnAt > 0) this.#stderr.write('\r\u001B[K')
  }
}
