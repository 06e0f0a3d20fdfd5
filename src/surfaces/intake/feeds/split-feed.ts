import type { XmlHandler } from './strict-xml.ts'
import { StrictXml } from './strict-xml.ts'

/** The raw text of the head or of one item; between `before` and `after`, which hold all that gives it meaning, it is a document. */
export type FeedPiece = { kind: 'head' | 'item'; before: string; raw: string; after: string; line: number }

/** Splits an XML feed into its head (no items) and its items, as a stream; each piece makes a whole document. Failures as `StrictXml`. */
export async function* splitFeed(text: AsyncIterable<string>, name: string): AsyncGenerator<FeedPiece> {
  const cutter = new FeedCutter(name)
  for await (const chunk of text) {
    // Small bites keep the number of waiting items small, whatever the size of the chunks.
    for (let at = 0; at < chunk.length; at += 65_536) {
      cutter.xml.write(chunk.slice(at, at + 65_536))
      yield* cutter.take()
    }
  }
  cutter.xml.finish()
  yield* cutter.takeLast()
}

/** Reads the whole feed for its well-formedness only, so that a broken one is refused before anything of it is filed. */
export async function checkXml(text: AsyncIterable<string>, name: string): Promise<void> {
  const xml = new StrictXml(name, {})
  for await (const chunk of text) for (let at = 0; at < chunk.length; at += 65_536) xml.write(chunk.slice(at, at + 65_536))
  xml.finish()
}

const headLimit = 1_000_000

class FeedCutter {
  readonly xml: StrictXml
  #ready: FeedPiece[] = []
  /** Start tags around the items: the root, and the channel of RSS. */
  #around: { name: string; tag: string }[] = []
  #head = ''
  #headSent = false
  #mark = 0
  #item: { depth: number; start: number; line: number } | undefined

  constructor(name: string) {
    this.xml = new StrictXml(name, this.#handler())
    this.xml.keepFrom(0)
  }

  take() {
    return this.#ready.splice(0)
  }

  takeLast() {
    this.#sendHead()
    return this.take()
  }

  #handler(): XmlHandler {
    return {
      onopen: (name, depth) => {
        if (this.#item) return
        if (depth > 0 && depth <= 2 && isItem(name)) this.#begin(depth)
      },
      onopened: (name, depth) => {
        if (this.#item || !(depth === 0 || (depth === 1 && localName(name) === 'channel'))) return
        if (depth === 0) this.#mark = this.xml.start
        this.#around = [
          ...this.#around.slice(0, depth),
          { name, tag: this.xml.window.slice(this.xml.start, this.xml.end).replace(/\/>$/, '>') },
        ]
      },
      onclose: (name, depth) => {
        if (this.#item?.depth === depth) this.#finish()
        else if (!this.#item && depth === 1 && localName(name) === 'channel') this.#closeChannel()
      },
    }
  }

  #begin(depth: number) {
    const start = this.xml.start
    this.#gather(start)
    this.#sendHead()
    this.#item = { depth, start, line: this.xml.window.lineAt(start) }
    this.xml.keepFrom(start)
  }

  #finish() {
    if (!this.#item) return
    const raw = this.xml.window.slice(this.#item.start, this.xml.end)
    const before = this.#around.map(({ tag }) => tag).join('')
    this.#ready.push({ kind: 'item', before, raw, after: closing(this.#around), line: this.#item.line })
    this.#item = undefined
    this.#mark = this.xml.end
    this.xml.keepFrom(undefined)
  }

  #closeChannel() {
    this.#gather(this.xml.end)
    this.#around = this.#around.slice(0, 1)
  }

  #gather(to: number) {
    if (!this.#headSent && this.#head.length < headLimit) this.#head += this.xml.window.slice(this.#mark, to)
    this.#mark = to
  }

  #sendHead() {
    if (this.#headSent || this.#around.length === 0) return
    this.#headSent = true
    this.#ready.push({ kind: 'head', before: '', raw: this.#head.slice(0, headLimit), after: closing(this.#around), line: 1 })
  }
}

const closing = (around: { name: string }[]) =>
  around
    .toReversed()
    .map(({ name }) => `</${name}>`)
    .join('')

const isItem = (name: string) => localName(name) === 'item' || localName(name) === 'entry'

const localName = (name: string) => name.slice(name.indexOf(':') + 1).toLowerCase()
