import type { Handler, ParserOptions } from 'htmlparser2'
import { Parser } from 'htmlparser2'

/** Reads XML. The library passes over an end tag that closes nothing, and calls `<a/>` an implied end; we tell them apart. */
export class ClosingParser extends Parser {
  onstray: () => void = () => {}
  #closed = false
  #closesItself = false

  constructor(callbacks: Partial<Handler>, options: ParserOptions) {
    const onclosetag = (name: string, implied: boolean) => {
      this.#closed = true
      callbacks.onclosetag?.(name, implied && !this.#closesItself)
    }
    super({ ...callbacks, onclosetag }, options)
  }

  override onclosetag(start: number, end: number) {
    this.#closed = false
    super.onclosetag(start, end)
    if (!this.#closed) this.onstray()
  }

  override onselfclosingtag(end: number) {
    this.#closesItself = true
    super.onselfclosingtag(end)
    this.#closesItself = false
  }
}
