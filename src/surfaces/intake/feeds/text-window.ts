/** The part of a streamed text that is still needed, addressed by characters from the beginning of the whole. */
export class TextWindow {
  start = 0
  /** 1-based line of `start`. */
  line = 1
  #text = ''

  get end() {
    return this.start + this.#text.length
  }

  push(text: string) {
    this.#text += text
  }

  slice(from: number, to: number) {
    return this.#text.slice(from - this.start, to - this.start)
  }

  /** Forgets what lies before `index`. */
  cutTo(index: number) {
    const size = Math.max(0, Math.min(index - this.start, this.#text.length))
    if (size === 0) return
    this.line += newlines(this.#text, size)
    this.#text = this.#text.slice(size)
    this.start += size
  }

  /** 1-based line of a place at or after `start`. */
  lineAt(index: number) {
    return this.line + newlines(this.#text, index - this.start)
  }
}

function newlines(text: string, size: number) {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1 && at < size; at = text.indexOf('\n', at + 1)) count++
  return count
}
