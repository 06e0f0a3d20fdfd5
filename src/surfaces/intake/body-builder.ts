import type { Block, Body, Inline, Mark } from '#newsroom/stories/body.ts'

type Quote = Extract<Block, { type: 'blockquote' }>
type Inner = Quote['content'][number]
type List = Extract<Block, { type: 'bulletList' | 'orderedList' }>
type Item = List['content'][number]

type Frame = { kind: 'quote' | 'item'; blocks: Inner[] } | { kind: 'list'; ordered: boolean; items: Item[] }

const listDepth = 8
const limits = { doc: 5000, inner: 500, items: 1000, inlines: 4000, text: 50_000 }

/** Builds a body from a stream of starts and ends in any order, however wrong; what it builds always satisfies `bodySchema`. */
export class BodyBuilder {
  #blocks: Block[] = []
  #frames: Frame[] = []
  #line: Inline[] = []
  #level: 2 | 3 | 4 | undefined
  #bold = 0
  #italic = 0
  #links: (string | undefined)[] = []

  body(): Body {
    this.#close(0)
    return { type: 'doc', content: this.#blocks.slice(0, limits.doc) }
  }

  text(raw: string) {
    for (let at = 0; at < raw.length; at += limits.text)
      this.#say(
        raw
          .slice(at, at + limits.text)
          .toWellFormed()
          .replaceAll(/[\s\0\ufeff]+/g, ' '),
      )
  }

  hardBreak() {
    if (this.#line.length > 0) this.#add({ type: 'hardBreak' })
  }

  rule() {
    this.endBlock()
    if (this.#frames.length === 0) this.#blocks.push({ type: 'horizontalRule' })
  }

  startMark(type: 'bold' | 'italic') {
    if (type === 'bold') this.#bold++
    else this.#italic++
  }

  endMark(type: 'bold' | 'italic') {
    if (type === 'bold') this.#bold = Math.max(0, this.#bold - 1)
    else this.#italic = Math.max(0, this.#italic - 1)
  }

  startLink(href: string | undefined) {
    this.#links.push(href)
  }

  endLink() {
    this.#links.pop()
  }

  /** The page's own headline is the first level, so a story's headings begin at the second. */
  startHeading(level: number) {
    this.endBlock()
    this.#level = level <= 2 ? 2 : level === 3 ? 3 : 4
  }

  startQuote() {
    this.endBlock()
    if (this.#frames.length === 0) this.#frames.push({ kind: 'quote', blocks: [] })
  }

  startList(ordered: boolean) {
    this.endBlock()
    if (this.#frames.at(-1)?.kind === 'list') this.startItem()
    if (this.#frames.length < listDepth * 2) this.#frames.push({ kind: 'list', ordered, items: [] })
  }

  startItem() {
    this.endBlock()
    const nearest = this.#frames.findLastIndex((frame) => frame.kind === 'list')
    if (nearest === -1) return
    this.#close(nearest + 1)
    this.#frames.push({ kind: 'item', blocks: [] })
  }

  /** Ends the innermost of its kind with everything open in it. */
  end(kind: Frame['kind']) {
    this.endBlock()
    const at = this.#frames.findLastIndex((frame) => frame.kind === kind)
    if (at !== -1) this.#close(at)
  }

  endBlock() {
    const content = trimmed(this.#line)
    const level = this.#level
    this.#line = []
    this.#level = undefined
    if (content.length === 0) return
    if (level && this.#frames.length === 0) this.#blocks.push({ type: 'heading', attrs: { level }, content })
    else this.#place({ type: 'paragraph', content })
  }

  #say(text: string) {
    const last = this.#line.at(-1)
    const afterSpace = last?.type === 'text' ? last.text.endsWith(' ') : true
    const said = afterSpace ? text.replace(/^ /, '') : text
    if (said === '') return
    const marks = this.#marks()
    if (last?.type === 'text' && last.text.length + said.length <= limits.text && sameMarks(last.marks ?? [], marks)) last.text += said
    else this.#add(marks.length > 0 ? { type: 'text', text: said, marks } : { type: 'text', text: said })
  }

  #add(inline: Inline) {
    if (this.#line.length >= limits.inlines) this.endBlock()
    this.#line.push(inline)
  }

  #marks(): Mark[] {
    const href = this.#links.findLast((link) => link !== undefined)
    const marks: Mark[] = href === undefined ? [] : [{ type: 'link', attrs: { href } }]
    if (this.#bold > 0) marks.push({ type: 'bold' })
    if (this.#italic > 0) marks.push({ type: 'italic' })
    return marks
  }

  #close(depth: number) {
    this.endBlock()
    while (this.#frames.length > depth) {
      const frame = this.#frames.pop()
      if (frame?.kind === 'item') this.#placeItem(frame.blocks)
      else if (frame?.kind === 'list') this.#placeList(frame)
      else if (frame && frame.blocks.length > 0) this.#blocks.push({ type: 'blockquote', content: frame.blocks })
    }
  }

  #placeItem(blocks: Inner[]) {
    const list = this.#frames.at(-1)
    if (list?.kind === 'list' && blocks.length > 0 && list.items.length < limits.items)
      list.items.push({ type: 'listItem', content: blocks })
  }

  #placeList({ ordered, items }: { ordered: boolean; items: Item[] }) {
    if (items.length > 0) this.#place({ type: ordered ? 'orderedList' : 'bulletList', content: items })
  }

  #place(block: Inner) {
    const frame = this.#frames.at(-1)
    if (!frame) this.#blocks.push(block)
    else if (frame.kind === 'list') this.#placeItem([block])
    else if (frame.blocks.length < limits.inner) frame.blocks.push(block)
  }
}

function trimmed(line: Inline[]): Inline[] {
  let from = 0
  let to = line.length
  const isBlank = (inline: Inline | undefined) => inline?.type === 'hardBreak' || inline?.text.trim() === ''
  while (from < to && isBlank(line[from])) from++
  while (to > from && isBlank(line[to - 1])) to--
  const content = line.slice(from, to)
  const first = content[0]
  if (first?.type === 'text') content[0] = { ...first, text: first.text.trimStart() }
  const last = content.at(-1)
  if (last?.type === 'text') content[content.length - 1] = { ...last, text: last.text.trimEnd() }
  return content
}

const sameMarks = (a: Mark[], b: Mark[]) => JSON.stringify(a) === JSON.stringify(b)
