import type { Block, Body, SimpleBlock } from '#newsroom/stories/body.ts'

import { LineBuilder } from './line-builder.ts'
import type { ReadCell } from './table-blocks.ts'
import { tableBlocks } from './table-blocks.ts'

type List = Extract<SimpleBlock, { type: 'bulletList' | 'orderedList' }>
type Item = List['content'][number]

type Frame =
  | { kind: 'quote' | 'item'; blocks: SimpleBlock[] }
  | { kind: 'list'; ordered: boolean; start: number; items: Item[] }
  | { kind: 'table'; rows: ReadCell[][] }
  | ({ kind: 'cell' } & ReadCell)

const listDepth = 8
const tableDepth = 3
const limits = { doc: 5000, inner: 500, items: 1000, text: 50_000, json: 950_000 }
// What a node costs in JSON besides its words.
const nodeCost = 100
const textCost = 40

/** Builds a body from a stream of starts and ends in any order, however wrong; what it builds always satisfies `bodySchema`. Past 950,000 characters of JSON nothing is added. */
export class BodyBuilder {
  readonly line = new LineBuilder()
  #blocks: Block[] = []
  #frames: Frame[] = []
  #level: 2 | 3 | 4 | undefined
  #spent = 0
  #isCut = false
  // Tables in lists and quotes, where a body has none.
  #flatTables = 0

  /** Whether something that was said had no room. */
  get isCut(): boolean {
    return this.#isCut
  }

  body(): Body {
    this.#close(0)
    if (this.#blocks.length > limits.doc) this.#isCut = true
    return { type: 'doc', content: this.#blocks.slice(0, limits.doc) }
  }

  text(raw: string) {
    let at = 0
    while (at < raw.length && this.#spent < limits.json) {
      if (this.line.isFull) this.endBlock()
      // Half of what is left: a character may be written as two.
      const bite = Math.min(limits.text, Math.ceil((limits.json - this.#spent) / 2))
      this.#spent += textCost + this.line.text(raw.slice(at, at + bite))
      at += bite
    }
    if (raw.slice(at).trim() !== '') this.#isCut = true
  }

  hardBreak() {
    if (this.line.isFull) this.endBlock()
    if (this.#spend(nodeCost)) this.line.hardBreak()
  }

  footnote(text: string) {
    if (this.line.isFull) this.endBlock()
    if (text.trim() !== '' && this.#spend(JSON.stringify(text).length + nodeCost)) this.line.footnote(text)
  }

  rule() {
    this.endBlock()
    if (this.#isOpen() && this.#spend(nodeCost)) this.#place({ type: 'horizontalRule' })
  }

  embed(url: string, title: string) {
    this.endBlock()
    if (this.#isOpen() && this.#spend(url.length + title.length + nodeCost))
      this.#place({ type: 'embed', attrs: { url, title: title.slice(0, 300) } })
  }

  /** The page's own headline is the first level, so a story's headings begin at the second. */
  startHeading(level: number) {
    this.endBlock()
    this.#level = level <= 2 ? 2 : level === 3 ? 3 : 4
  }

  startQuote() {
    this.endBlock()
    if (this.#isOpen()) this.#frames.push({ kind: 'quote', blocks: [] })
  }

  startList(ordered: boolean, start = 1) {
    this.endBlock()
    if (this.#frames.at(-1)?.kind === 'list') this.startItem()
    if (this.#depthOf('list') < listDepth && this.#spend(nodeCost)) this.#frames.push({ kind: 'list', ordered, start, items: [] })
  }

  startItem() {
    this.endBlock()
    const nearest = this.#frames.findLastIndex((frame) => frame.kind === 'list')
    if (nearest === -1 || !this.#spend(nodeCost)) return
    this.#close(nearest + 1)
    this.#frames.push({ kind: 'item', blocks: [] })
  }

  startTable() {
    this.endBlock()
    if (this.#flatTables > 0 || !this.#isOpen() || this.#depthOf('table') >= tableDepth) this.#flatTables += 1
    else this.#frames.push({ kind: 'table', rows: [] })
  }

  startRow() {
    const table = this.#backToTable()
    if (table && this.#spend(nodeCost)) table.rows.push([])
    else this.endBlock()
  }

  startCell(cell: Omit<ReadCell, 'blocks'>) {
    const table = this.#backToTable()
    if (!table || !this.#spend(2 * nodeCost)) return this.text(' ')
    if (table.rows.length === 0) table.rows.push([])
    this.#frames.push({ kind: 'cell', ...cell, blocks: [] })
  }

  endCell() {
    if (this.#flatTables === 0) this.end('cell')
  }

  endRow() {
    this.endBlock()
  }

  endTable() {
    if (this.#flatTables === 0) return this.end('table')
    this.#flatTables -= 1
    this.endBlock()
  }

  /** Ends the innermost of its kind with everything open in it. */
  end(kind: Frame['kind']) {
    this.endBlock()
    const at = this.#frames.findLastIndex((frame) => frame.kind === kind)
    if (at !== -1) this.#close(at)
  }

  endBlock() {
    const content = this.line.take()
    const level = this.#level
    this.#level = undefined
    if (content.length === 0) return
    if (level && this.#isOpen()) this.#place({ type: 'heading', attrs: { level }, content })
    else this.#place({ type: 'paragraph', content })
  }

  /** Whether any block may stand here: at the top, or in a cell, which may turn out to be no cell. */
  #isOpen(): boolean {
    const top = this.#frames.at(-1)
    return !top || top.kind === 'cell'
  }

  #depthOf(kind: Frame['kind']): number {
    return this.#frames.filter((frame) => frame.kind === kind).length
  }

  #backToTable(): { rows: ReadCell[][] } | undefined {
    const at = this.#frames.findLastIndex((frame) => frame.kind === 'table')
    const table = this.#frames[at]
    if (this.#flatTables > 0 || table?.kind !== 'table') return undefined
    this.#close(at + 1)
    return table
  }

  #spend(cost: number): boolean {
    if (this.#spent >= limits.json) {
      this.#isCut = true
      return false
    }
    this.#spent += cost
    return true
  }

  #close(depth: number) {
    this.endBlock()
    while (this.#frames.length > depth) {
      const frame = this.#frames.pop()
      if (frame?.kind === 'item') this.#placeItem(frame.blocks)
      else if (frame?.kind === 'list') this.#placeList(frame)
      else if (frame?.kind === 'quote') this.#placeQuote(frame.blocks)
      else if (frame?.kind === 'cell') this.#placeCell(frame)
      else if (frame?.kind === 'table') for (const block of tableBlocks(frame.rows)) this.#place(block)
    }
  }

  #placeItem(blocks: SimpleBlock[]) {
    const list = this.#frames.at(-1)
    if (list?.kind !== 'list' || blocks.length === 0) return
    if (list.items.length < limits.items) list.items.push({ type: 'listItem', content: blocks })
    else this.#isCut = true
  }

  #placeList({ ordered, start, items }: { ordered: boolean; start: number; items: Item[] }) {
    if (items.length === 0) return
    if (!ordered) this.#place({ type: 'bulletList', content: items })
    else this.#place(start > 1 ? { type: 'orderedList', attrs: { start }, content: items } : { type: 'orderedList', content: items })
  }

  #placeQuote(blocks: SimpleBlock[]) {
    if (blocks.length > 0) this.#place({ type: 'blockquote', content: blocks })
  }

  #placeCell({ isHead, colspan, rowspan, blocks }: ReadCell) {
    const table = this.#frames.at(-1)
    if (table?.kind === 'table') table.rows.at(-1)?.push({ isHead, colspan, rowspan, blocks })
  }

  #place(block: Block) {
    this.#spend(nodeCost)
    const top = this.#frames.at(-1)
    if (!top) this.#blocks.push(block)
    else if (top.kind === 'cell') top.blocks.push(block)
    else if (isSimple(block)) this.#placeSimple(top, block)
  }

  #placeSimple(top: Frame, block: SimpleBlock) {
    if (top.kind === 'list') this.#placeItem([block])
    else if (top.kind === 'table') this.#placeBeside(block)
    else if (top.blocks.length < limits.inner) top.blocks.push(block)
    else this.#isCut = true
  }

  // Words between the rows of a table are in no cell: they come before it.
  #placeBeside(block: SimpleBlock) {
    const outer = this.#frames.findLast((frame) => frame.kind === 'cell')
    if (outer?.kind === 'cell') outer.blocks.push(block)
    else this.#blocks.push(block)
  }
}

function isSimple(block: Block): block is SimpleBlock {
  return block.type === 'paragraph' || block.type === 'bulletList' || block.type === 'orderedList'
}
