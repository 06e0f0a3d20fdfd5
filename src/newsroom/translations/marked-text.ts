import type { Inline, Mark } from '../stories/body.ts'
import { joined } from '../stories/passages/map-passages.ts'
import { piecesOf } from './pieces.ts'

/**
 * A passage as text with marks: `<b>bold</b>`, `<i>italic</i>`, `<a1>the first link</a1>`, `<br/>` and `<n1/>` for the first footnote. People write
 * it in plain forms, and machines translate around its tags. Where links lead is not in it: they go by their number in a list of addresses.
 */
export type MarkedText = string

/** The addresses of the links in some passages, each once, in their order. */
export function linksOf(...passages: (readonly Inline[])[]): string[] {
  const hrefs = passages.flat().flatMap((inline) => (inline.type === 'text' ? (inline.marks ?? []) : []).flatMap(hrefOf))
  return [...new Set(hrefs)]
}

/** `isStrict`: every `&` and `<` of the words is escaped, for programs that read XML; for people only those that would be read as tags. */
export function toMarked(inlines: readonly Inline[], links: readonly string[], isStrict = false): MarkedText {
  const escape = isStrict ? escapeAll : escapeTags
  return piecesOf(inlines)
    .map((piece) => {
      if (piece.kind === 'words') return escape(piece.text)
      if (piece.kind === 'break') return '<br/>'
      if (piece.kind === 'note') return `<n${piece.number}/>`
      return `<${piece.kind === 'close' ? '/' : ''}${tagOf(piece.mark, links)}>`
    })
    .join('')
}

export type Reading = { inlines: Inline[] } | { wrong: { tag: string; why: 'not closed' | 'never opened' | 'unknown' } }

/** Reads a marked text again. Anything that is not one of the tags is words; a tag out of its place is named. */
export function fromMarked(text: MarkedText, links: readonly string[]): Reading {
  const open: { name: string; mark: Mark }[] = []
  const found: Inline[] = []
  let end = 0
  const say = (words: string) => {
    if (words !== '') found.push({ type: 'text', text: unescape(words), ...(open.length > 0 && { marks: open.map(({ mark }) => mark) }) })
  }
  for (const match of text.matchAll(tags)) {
    const [tag, slash, name = '', closing] = match
    say(text.slice(end, match.index))
    end = match.index + tag.length
    if (/^(br|n)/.test(name)) {
      if (!slash) found.push(name === 'br' ? { type: 'hardBreak' } : { type: 'footnote', attrs: { text: name.slice(1) } })
    } else if (slash) {
      if (open.pop()?.name !== name) return { wrong: { tag, why: 'never opened' } }
    } else if (!closing) {
      const mark = markOf(name, links)
      // Deeper ones would only take time: each word carries all that are open.
      if (!mark || open.length >= mostOpen) return { wrong: { tag, why: 'unknown' } }
      open.push({ name, mark })
    }
  }
  say(text.slice(end))
  const left = open.at(-1)
  return left ? { wrong: { tag: `<${left.name}>`, why: 'not closed' } } : { inlines: joined(found) }
}

const mostOpen = 20 // a text has three marks at most
const tags = /<(\/)?(br|b|i|a\d{1,3}|n\d{1,3})( ?\/)?>/g
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'", nbsp: '\u00a0' }
const entity = /&(amp|lt|gt|quot|apos|#39|nbsp);/g

const unescape = (text: string): string => text.replace(entity, (all, name: string) => entities[name] ?? all)
const escapeAll = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const escapeTags = (text: string): string => text.replace(entity, '&amp;$1;').replace(tags, (tag) => `&lt;${tag.slice(1)}`)

function tagOf(mark: Mark, links: readonly string[]): string {
  if (mark.type === 'link') return `a${links.indexOf(mark.attrs.href) + 1}`
  return mark.type === 'bold' ? 'b' : 'i'
}

function markOf(name: string, links: readonly string[]): Mark | undefined {
  if (name === 'b') return { type: 'bold' }
  if (name === 'i') return { type: 'italic' }
  const href = links[Number(name.slice(1)) - 1]
  return href === undefined ? undefined : { type: 'link', attrs: { href } }
}

const hrefOf = (mark: Mark): string[] => (mark.type === 'link' ? [mark.attrs.href] : [])
