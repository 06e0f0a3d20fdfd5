import { DomHandler, Parser } from 'htmlparser2'

import { Failure } from '#lib/failure.ts'

import type { Box, PageLine } from './page-line.ts'
import { tidy } from './page-line.ts'

type Node = DomHandler['dom'][number]
type Element = Extract<Node, { attribs: unknown }>
type Open = { text: string; link: { href: string; text: string } | null; heading: number | null; isBold: boolean; box: Box; line: number }

const silent = new Set('script style noscript template svg select option button textarea nav iframe object video audio head'.split(' '))
const inline = new Set(
  'a abbr b bdi bdo big cite code data em font i img ins kbd label mark q s small span strong sub sup time u wbr'.split(' '),
)
const partNames = new Set('a span time small em i b strong cite label'.split(' '))
const deepest = 300
const longestLine = 10_000
const deepestOpen = 2000
// An invisible separator, which `tidy` takes away, marks where inline elements begin and end.
const seam = '\u2063'

/** The lines of a page: each block of text with its first link, whether it is a heading, and the boxes that it lies in. */
export function linesOfHtml(html: string): PageLine[] {
  const reader = new LineReader(html)
  const root: Box = { parent: null, first: 0, last: -1 }
  reader.readAll(parse(html), root, 0)
  reader.end()
  return reader.lines
}

/** The elements of a page. The parser takes quadratic time where thousands stay open, which no page means. */
function parse(html: string): Node[] {
  let open = 0
  const handler = new DomHandler(undefined, { withStartIndices: true })
  const parser = new Parser({
    onparserinit: (own) => handler.onparserinit(own),
    onopentag(name, attributes) {
      open += 1
      if (open > deepestOpen)
        throw new Failure('invalid', 'page-too-deep', `The page leaves more than ${deepestOpen} elements open: save it again.`)
      handler.onopentag(name, attributes)
    },
    onclosetag() {
      open -= 1
      handler.onclosetag()
    },
    ontext: (text) => handler.ontext(text),
    onend: () => handler.onend(),
    onerror: (error) => handler.onerror(error),
  })
  parser.end(html)
  return handler.dom
}

class LineReader {
  readonly lines: PageLine[] = []
  readonly #html: string
  #open: Open | null = null
  #href: string | null = null
  #heading: number | null = null
  #bold = 0
  #counted = 0
  #line = 1
  // A page has one foot; further ones are the feet of its items.
  readonly #hasOneFooter: boolean

  constructor(html: string) {
    this.#html = html
    this.#hasOneFooter = (html.match(/<footer\b/gi)?.length ?? 0) <= 1
  }

  readAll(nodes: Node[], box: Box, depth: number): void {
    for (const node of nodes) this.#read(node, box, depth)
  }

  /** What was gathered becomes a line of its box. */
  end(): void {
    const open = this.#open
    this.#open = null
    const text = open && tidy(open.text)
    if (!open || !text) return
    const parts = open.text
      .split(seam)
      .map(tidy)
      .filter((part) => part !== '')
    const link = open.link && tidy(open.link.text) ? { href: open.link.href, text: tidy(open.link.text) } : null
    for (let box: Box | null = open.box; box; box = box.parent) box.last = this.lines.length
    this.lines.push({
      index: this.lines.length,
      line: open.line,
      text,
      parts,
      isAdjacent: false,
      link,
      heading: open.heading,
      box: open.box,
    })
  }

  #read(node: Node, box: Box, depth: number): void {
    if (node.type === 'text') return this.#say(node.data, box, node.startIndex ?? 0)
    if (!('children' in node) || !('name' in node) || depth > deepest) return
    if (silent.has(node.name) || 'hidden' in node.attribs || (node.name === 'footer' && this.#hasOneFooter)) return
    if (node.name === 'br') return this.#heading ? this.#say(' ', box, node.startIndex ?? 0) : this.end()
    if (inline.has(node.name)) return this.#readInline(node, box, depth)
    this.end()
    const inner: Box = { parent: box, first: this.lines.length, last: -1 }
    const outer = this.#heading
    if (/^h[1-6]$/.test(node.name)) this.#heading = Number(node.name[1])
    this.readAll(node.children, inner, depth + 1)
    this.end()
    this.#heading = outer
  }

  #readInline(node: Element, box: Box, depth: number): void {
    const outer = this.#href
    if (node.name === 'a' && node.attribs['href']) this.#href = node.attribs['href']
    const isPart = partNames.has(node.name)
    if (isPart && this.#open) this.#open.text += seam
    const from = this.#open?.text.length ?? 0
    const isBold = node.name === 'b' || node.name === 'strong'
    if (isBold) this.#bold += 1
    this.readAll(node.children, box, depth + 1)
    if (isBold) this.#bold -= 1
    if (node.name === 'time') this.#readTime(node, box, from)
    if (isPart && this.#open) this.#open.text += seam
    this.#href = outer
  }

  /** "2 days ago" says nothing to an archive; the element's attribute does. */
  #readTime(node: Element, box: Box, from: number): void {
    const day = /^\d{4}-\d{2}-\d{2}/.exec(node.attribs['datetime'] ?? '')?.[0]
    if (!day || /\d{4}|\d{1,2}[./-]\d{1,2}[./-]\d{2}/.test(this.#open?.text.slice(from) ?? '')) return
    this.#say(' ', box, node.startIndex ?? 0)
    if (this.#open) this.#open.text = `${this.#open.text.slice(0, from)} ${day} `
    else this.#say(day, box, node.startIndex ?? 0)
  }

  #say(text: string, box: Box, at: number): void {
    if (!this.#open && text.trim() === '') return
    this.#open ??= { text: '', link: null, heading: this.#heading, isBold: true, box, line: this.#lineAt(at) }
    this.#open.text += text
    if (this.#bold === 0 && text.trim() !== '') this.#open.isBold = false
    const link = this.#open.link
    if (this.#href !== null && !link) this.#open.link = { href: this.#href, text }
    else if (link && link.href === this.#href) link.text += text
    if (this.#open.text.length > longestLine) this.end()
  }

  #lineAt(at: number): number {
    for (; this.#counted < at; this.#counted += 1) if (this.#html.charCodeAt(this.#counted) === 10) this.#line += 1
    return this.#line
  }
}
