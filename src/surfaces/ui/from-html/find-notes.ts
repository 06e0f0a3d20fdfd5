import { readHtml } from './read-html.ts'

/** The footnotes of a page by the order of its elements (0 is the first that opens): what each mark says, and the elements that only hold notes. */
type FoundNotes = { marks: Map<number, string>; holders: Set<number> }

type Element = { order: number; name: string; names: string[]; from: number; to: number; outer: Element | undefined }
type Hop = { element: Element; target: string }

const most = 500
const longest = 2000
const inline = new Set('a sup span b strong i em font small cite u'.split(' '))
const holding = new Set('li p div dd aside td'.split(' '))
const mark = /^[\s([{]*(\d{1,3}|[a-z]{1,2}|[ivxlc]{1,5}|[*†‡§]{1,3})[\s.)\]}]*$/i

/**
 * A page says a footnote with two links: a number that leads to the note, and something in the note that leads back to the number. Word,
 * Google Docs, wikis and word processors all write them so; only pairs that lead to each other are taken.
 */
export function findNotes(html: string): FoundNotes {
  const found: FoundNotes = { marks: new Map(), holders: new Set() }
  if (!/href\s*=\s*["']?[^"'\s>]*#/i.test(html)) return found
  const { hops, words } = readHops(html)
  const backs = new Map<string, Hop[]>()
  for (const hop of hops) for (const name of namesAround(hop.element, () => true)) addTo(backs, name, hop)
  for (const hop of hops.filter(({ element }) => mark.test(textOf(element, words))).slice(0, most)) {
    const own = new Set(namesAround(hop.element, (element) => inline.has(element.name)))
    const back = backs.get(hop.target)?.find((other) => other.element.order > hop.element.order && own.has(other.target))
    const holder = back && holderOf(back.element, hop.target)
    // What holds the number too is no note, but the page.
    if (!holder || holder.order < hop.element.order) continue
    const note = noteText(holder, hops, words)
    if (note === '' || note.length > longest) continue
    found.marks.set(hop.element.order, note)
    found.holders.add(holder.order)
  }
  return found
}

function addTo(backs: Map<string, Hop[]>, name: string, hop: Hop) {
  const known = backs.get(name)
  if (!known) backs.set(name, [hop])
  else if (known.length < most) known.push(hop)
}

function readHops(html: string): { hops: Hop[]; words: string[] } {
  const hops: Hop[] = []
  const words: string[] = []
  let top: Element | undefined
  readHtml(html, {
    open: (name, { id = '', name: called = '', href = '' }, order) => {
      const names = [id, name === 'a' ? called : ''].filter((one) => one !== '')
      top = { order, name, names, from: words.length, to: Infinity, outer: top }
      const target = name === 'a' ? /#([^#]+)$/.exec(href)?.[1] : undefined
      if (target !== undefined) hops.push({ element: top, target })
    },
    close: () => {
      if (top) top.to = words.length
      top = top?.outer
    },
    text: (text) => void words.push(text),
  })
  return { hops, words }
}

function namesAround(element: Element, isAsked: (element: Element) => boolean): string[] {
  const names = [...element.names]
  for (let outer = element.outer; outer && isAsked(outer); outer = outer.outer) names.push(...outer.names)
  return names
}

/** The element that holds a note: the one that has its name, or the nearest block around the anchor that has it. */
function holderOf(back: Element, name: string): Element | undefined {
  for (let at = back.outer; at; at = at.outer) if (at.names.includes(name)) return holding.has(at.name) ? at : undefined
  for (let at = back.outer; at; at = at.outer) if (holding.has(at.name)) return at
  return undefined
}

/** What a note says, without the links that lead back. */
function noteText(holder: Element, hops: Hop[], words: string[]): string {
  const backs = hops.filter(({ element }) => element.from >= holder.from && element.to <= holder.to).map(({ element }) => element)
  const isBack = (at: number) => backs.some(({ from, to }) => at >= from && at < to)
  const said = words.slice(holder.from, holder.to).filter((_, i) => !isBack(holder.from + i))
  return said.join('').replace(/\s+/g, ' ').trim()
}

const textOf = ({ from, to }: Element, words: string[]): string => words.slice(from, Math.min(to, from + 5)).join('')
