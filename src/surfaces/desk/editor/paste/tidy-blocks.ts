import { hrefOf } from '../links/href-of.ts'
import { longestNote } from '../schema/apart-nodes.ts'
import { deepestList } from '../schema/list-nodes.ts'
import { directHref } from './direct-href.ts'
import { isDropped } from './is-dropped.ts'
import { lineIn } from './inline-line.ts'
import type { Line, Marks } from './inline-line.ts'
import { styleOf } from './read-inert.ts'
import { rowsOf } from './table-rows.ts'

/** Where blocks go: `isSimple` where only paragraphs and lists may stand, `depth` the lists around. */
type Room = { into: HTMLElement; line: Line; isSimple: boolean; depth: number }

const plain: Marks = { isBold: false, isItalic: false, href: null }

const parting = new Set(
  'address article center dd details dialog div dl dt fieldset figcaption figure footer form header hgroup legend main p pre section summary'.split(
    ' ',
  ),
)

/** Writes the blocks of a pasted document anew, with nothing but the elements that the body has. */
export function tidyBlocks(source: Element, into: HTMLElement): void {
  const room = roomIn(into, false, 0)
  gather(source, room, plain)
  flush(room)
}

function roomIn(into: HTMLElement, isSimple: boolean, depth: number): Room {
  return { into, line: lineIn(into.ownerDocument), isSimple, depth }
}

function flush({ line, into }: Room, name = 'p'): void {
  const block = line.take(name)
  if (block) into.append(block)
}

function gather(parent: Node, room: Room, marks: Marks): void {
  for (const node of parent.childNodes) {
    if (node.nodeType === node.TEXT_NODE) room.line.add(textIn(node), marks)
    else if (node instanceof HTMLElement || isElement(node)) gatherElement(node as HTMLElement, room, marks)
  }
}

// Elements of a parsed document and of namespaces such as Word's are no HTMLElement of this window.
const isElement = (node: Node): boolean => node.nodeType === node.ELEMENT_NODE

function textIn(node: Node): string {
  const parent = node.parentElement
  const text = node.textContent ?? ''
  return parent?.classList.contains('Apple-converted-space') ? text.replace(/\u00a0/g, ' ') : text
}

function gatherElement(element: HTMLElement, room: Room, marks: Marks): void {
  const { localName } = element
  if (isDropped(element)) return
  const level = headingLevel(element)
  if (localName === 'br') putBreak(room)
  else if (localName === 'sup' && element.dataset['footnote']) room.line.note(element.dataset['footnote'].slice(0, longestNote))
  else if (level !== null) putHeading(element, level, room)
  else if (localName === 'ul' || localName === 'ol') putList(element, room)
  else if (localName === 'blockquote') putQuote(element, room)
  else if (localName === 'table') putTable(element, room)
  else if (localName === 'hr') putRule(room)
  else if (localName === 'figure' && element.querySelector('blockquote')) putQuotedFigure(element, room)
  else if (parting.has(localName) || /^(block|list-item|flex|grid)$/.test(styleOf(element, 'display'))) {
    flush(room)
    if (localName === 'pre') putLines(element, room)
    else gather(element, room, { ...marked(element, marks), isBold: marked(element, marks).isBold || localName === 'dt' })
    flush(room)
  } else gather(element, room, marked(element, marks))
}

/** Two in a row are how a page without paragraphs parts them. */
function putBreak(room: Room): void {
  if (room.line.endsInBreak()) flush(room)
  else room.line.breakHere()
}

function headingLevel(element: HTMLElement): number | null {
  const [, written] = /^h([1-6])$/.exec(element.localName) ?? []
  const level = Number(written ?? (element.getAttribute('role') === 'heading' ? (element.getAttribute('aria-level') ?? 2) : NaN))
  return Number.isNaN(level) ? null : Math.min(Math.max(level, 2), 4)
}

function marked(element: HTMLElement, marks: Marks): Marks {
  const { localName } = element
  const weight = styleOf(element, 'font-weight')
  const slant = styleOf(element, 'font-style')
  const isHeavy = /^(bold|bolder|[6-9]\d\d)$/.test(weight)
  const isLight = /^(normal|lighter|[1-5]\d\d)$/.test(weight)
  const isSlanted = /^(italic|oblique)/.test(slant)
  const href = localName === 'a' ? hrefOf(directHref(element.getAttribute('href') ?? '')) : null
  return {
    isBold: isHeavy || (!isLight && (marks.isBold || localName === 'b' || localName === 'strong')),
    isItalic: isSlanted || (slant !== 'normal' && (marks.isItalic || ['i', 'em', 'cite', 'dfn'].includes(localName))),
    href: href ?? marks.href,
  }
}

/** A heading is heavy by itself; where none may stand it becomes a bold line. */
function putHeading(element: HTMLElement, level: number, room: Room): void {
  flush(room)
  const inner = roomIn(room.into.ownerDocument.createElement('div'), true, room.depth)
  gather(element, { ...inner, line: boldless(inner.line, room.isSimple) }, plain)
  flush(inner, room.isSimple ? 'p' : `h${level}`)
  room.into.append(...inner.into.childNodes)
}

function boldless(line: Line, isBold: boolean): Line {
  return { ...line, add: (text, marks) => line.add(text, { ...marks, isBold }) }
}

function putList(list: HTMLElement, room: Room): void {
  flush(room)
  if (room.depth >= deepestList) return gatherItems(list, room)
  const made = room.into.ownerDocument.createElement(list.localName)
  const start = Number(list.getAttribute('start'))
  if (list.localName === 'ol' && Number.isInteger(start) && start > 1) made.setAttribute('start', String(start))
  for (const child of list.children) {
    if (isDropped(child as HTMLElement)) continue
    // Google Docs and LibreOffice put a list of the next level beside the item that it belongs to.
    const last = made.lastElementChild
    const isLoose = child.localName === 'ul' || child.localName === 'ol'
    if (isLoose && last) putList(child as HTMLElement, roomIn(last as HTMLElement, true, room.depth + 1))
    else putItem(child as HTMLElement, made, room.depth + 1)
  }
  if (made.childElementCount > 0) room.into.append(made)
}

function putItem(child: HTMLElement, list: HTMLElement, depth: number): void {
  const item = list.ownerDocument.createElement('li')
  const inner = roomIn(item, true, depth)
  if (child.localName === 'li') gather(child, inner, marked(child, plain))
  else gatherElement(child, inner, plain)
  flush(inner)
  if (item.childElementCount === 0) return
  if (item.firstElementChild?.localName !== 'p') item.prepend(list.ownerDocument.createElement('p'))
  list.append(item)
}

function gatherItems(list: HTMLElement, room: Room): void {
  for (const child of list.children) {
    gather(child, room, plain)
    flush(room)
  }
}

function putQuote(element: HTMLElement, room: Room): void {
  flush(room)
  if (room.isSimple) {
    gather(element, room, plain)
    return flush(room)
  }
  const quote = room.into.ownerDocument.createElement('blockquote')
  const inner = roomIn(quote, true, room.depth)
  gather(element, inner, plain)
  flush(inner)
  if (quote.childElementCount > 0) room.into.append(quote)
}

function putQuotedFigure(element: HTMLElement, room: Room): void {
  const caption = element.querySelector('figcaption')
  const said =
    caption?.textContent
      .replace(/\s+/g, ' ')
      .replace(/^[\s—–-]+/, '')
      .trim() ?? ''
  caption?.remove()
  putQuote(element, room)
  const quote = room.into.lastElementChild
  if (said === '' || quote?.localName !== 'blockquote') return
  const figure = room.into.ownerDocument.createElement('figure')
  const line = room.into.ownerDocument.createElement('figcaption')
  figure.className = 'quote'
  line.textContent = said
  quote.replaceWith(figure)
  figure.append(quote, line)
}

/** A table of facts stays one; a table that only arranges, or one where none may stand, gives its text. */
function putTable(table: HTMLElement, room: Room): void {
  flush(room)
  const rows = rowsOf(table)
  if (room.isSimple || rows === null) {
    for (const cell of table.querySelectorAll<HTMLElement>(':scope > * > tr > *, :scope > tr > *')) {
      gather(cell, room, plain)
      flush(room)
    }
    return
  }
  const { ownerDocument } = room.into
  const made = ownerDocument.createElement('table')
  for (const cells of rows) {
    const row = ownerDocument.createElement('tr')
    for (const { element, name, spans } of cells) {
      const cell = ownerDocument.createElement(name)
      for (const [span, n] of Object.entries(spans)) if (n > 1) cell.setAttribute(span, String(n))
      const inner = roomIn(cell, true, 0)
      gather(element, name === 'th' ? { ...inner, line: boldless(inner.line, false) } : inner, plain)
      flush(inner)
      row.append(cell)
    }
    made.append(row)
  }
  room.into.append(made)
}

function putRule(room: Room): void {
  flush(room)
  if (!room.isSimple && room.into.lastElementChild?.localName !== 'hr') room.into.append(room.into.ownerDocument.createElement('hr'))
}

function putLines(element: HTMLElement, room: Room): void {
  for (const [i, text] of (element.textContent ?? '').replace(/\n$/, '').split('\n').entries()) {
    if (i > 0) room.line.breakHere()
    room.line.add(text, plain)
  }
}
