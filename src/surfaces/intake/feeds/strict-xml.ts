import { ClosingParser } from '#lib/closing-parser.ts'
import { Failure } from '#lib/failure.ts'
import { entities } from '../sources/detect-format.ts'
import { TextWindow } from './text-window.ts'

export type XmlHandler = {
  onopen?(name: string, depth: number): void
  /** After the end of a start tag; `depth` is that of the element, the root has 0. */
  onopened?(name: string, depth: number): void
  onclose?(name: string, depth: number): void
}

const depthLimit = 256
const elementLimit = 8 * 2 ** 20

/**
 * Reads XML as it comes and tells of its elements; entities are never expanded. Throws Failure `broken-xml` with the line,
 * `xml-entities`, `xml-too-deep` or `xml-too-large` (a single tag, comment or text).
 */
export class StrictXml {
  readonly window = new TextWindow()
  readonly #parser: ClosingParser
  readonly #name: string
  #open: string[] = []
  #rooted = false
  #keep: number | undefined

  constructor(name: string, handler: XmlHandler) {
    this.#name = name
    this.#parser = new ClosingParser(this.#callbacks(handler), { xmlMode: true, decodeEntities: false })
    this.#parser.onstray = () => this.#broken('an end tag closes nothing that is open')
  }

  /** Start of the last event, in characters from the beginning. */
  get start() {
    return this.#parser.startIndex
  }

  get end() {
    return this.#parser.endIndex + 1
  }

  /** Keeps the text from `index` on until `undefined` is given. */
  keepFrom(index: number | undefined) {
    this.#keep = index
  }

  write(text: string) {
    this.window.push(text)
    this.#parser.write(text)
    if (this.window.end - Math.max(this.#parser.startIndex, this.window.start) > elementLimit) throw this.#tooLarge()
    this.window.cutTo(Math.min(this.#keep ?? Infinity, this.#parser.startIndex))
    if (this.window.end - this.window.start > elementLimit) throw this.#tooLarge()
  }

  finish() {
    if (this.#open.length > 0) this.#broken(`it ends inside <${this.#open.at(-1)}>`, this.window.end)
    this.#parser.end()
    if (!this.#rooted) this.#broken('it has no element')
  }

  #callbacks(handler: XmlHandler) {
    return {
      onopentagname: (name: string) => {
        if (this.#open.length === 0 && this.#rooted) this.#broken(`<${name}> comes after the end`)
        if (this.#open.length >= depthLimit)
          throw new Failure(
            'invalid',
            'xml-too-deep',
            `${this.#name} is nested deeper than ${depthLimit} elements at line ${this.#line()}.`,
          )
        this.#rooted = true
        handler.onopen?.(name, this.#open.length)
        this.#open.push(name)
      },
      onattribute: (name: string, _value: string, quote?: string | null) => {
        if (!quote) this.#broken(`the attribute ${name} has no quotes`)
      },
      onopentag: (name: string) => handler.onopened?.(name, this.#open.length - 1),
      onclosetag: (name: string, implied: boolean) => {
        if (implied) this.#broken(`<${name}> is never closed`)
        this.#open.pop()
        handler.onclose?.(name, this.#open.length)
      },
      ontext: (text: string) => {
        if (this.#open.length === 0 && /[^\s\ufeff]/.test(text)) this.#broken('there is text outside the root element')
      },
      onprocessinginstruction: (name: string, data: string) => {
        if (/^!doctype/i.test(name) && data.includes('[')) throw entities(this.#name)
        if (/^!(entity|element|attlist)/i.test(name)) throw entities(this.#name)
      },
    }
  }

  #line() {
    return this.window.lineAt(this.#parser.startIndex)
  }

  #broken(why: string, index = this.#parser.startIndex): never {
    throw new Failure('invalid', 'broken-xml', `${this.#name} is broken XML at line ${this.window.lineAt(index)}: ${why}.`)
  }

  #tooLarge() {
    return new Failure(
      'invalid',
      'xml-too-large',
      `${this.#name} holds an element of more than ${elementLimit / 2 ** 20} MB at line ${this.window.line}.`,
    )
  }
}
