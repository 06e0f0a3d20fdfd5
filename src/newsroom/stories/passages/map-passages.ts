import { canonicalJson } from '#lib/canonical-json.ts'

import type { Block, Body, Inline, SimpleBlock } from '../body.ts'
import type { RevisionContent } from '../story.ts'
import type { Passage, PassageKind, Within } from './passage.ts'
import { wordsOf } from './passage.ts'

/** Gives what stands in a passage's place; undefined leaves it. */
export type Visit = (passage: Passage) => Inline[] | undefined

/** The passages of a text in the order in which readers meet them; what has no words is none. */
export function passagesOf(content: RevisionContent): Passage[] {
  const found: Passage[] = []
  mapPassages(content, (passage) => {
    found.push(passage)
    return undefined
  })
  return found
}

/** The text with other words in the place of some passages; its structure, its facts and everything else stay as they are. */
export function mapPassages(content: RevisionContent, visit: Visit): RevisionContent {
  const field = (kind: PassageKind, text: string) => plain(visit, kind, text, null)
  const orNull = (kind: PassageKind, text: string | null) => (text === null ? null : field(kind, text))
  const { dateline, activity } = content
  const headline = field('headline', content.headline)
  const summary = field('summary', content.summary)
  const byline = orNull('byline', content.byline)
  const place = dateline && field('dateline', dateline.place)
  const body = mapBodyPassages(content.body, visit)
  const name = activity && orNull('activity', activity.name)
  return {
    ...content,
    headline,
    summary,
    byline,
    body,
    dateline: dateline && place !== null ? { ...dateline, place } : null,
    activity: activity && { ...activity, name },
    searchTitle: orNull('searchTitle', content.searchTitle),
    searchDescription: orNull('searchDescription', content.searchDescription),
  }
}

/** The same for a body alone, or for some of its blocks. */
export function mapBodyPassages(body: Body, visit: Visit): Body {
  return { ...body, content: body.content.map((block) => mapBlock(block, visit)) }
}

export function mapBlock(block: Block, visit: Visit): Block {
  if (block.type === 'horizontalRule') return block
  if (block.type === 'embed')
    return { ...block, attrs: { ...block.attrs, title: plain(visit, 'title', block.attrs.title, null, { url: block.attrs.url }) } }
  if (block.type === 'heading') return withLine(block, visit, `heading${block.attrs.level}`, null)
  if (block.type === 'callout') return { ...block, content: block.content.map((inner) => mapSimple(inner, visit, 'callout')) }
  if (block.type === 'table') return mapTable(block, visit)
  if (block.type !== 'blockquote') return mapSimple(block, visit, null)
  const content = block.content.map((inner) => mapSimple(inner, visit, 'quote'))
  const said = block.attrs?.attribution
  return said ? { ...block, content, attrs: { attribution: plain(visit, 'attribution', said, 'quote') } } : { ...block, content }
}

function mapTable(table: Extract<Block, { type: 'table' }>, visit: Visit): Block {
  const content = table.content.map((row) => ({
    ...row,
    content: row.content.map((cell) => ({ ...cell, content: cell.content.map((inner) => mapSimple(inner, visit, 'table')) })),
  }))
  return { ...table, content }
}

function mapSimple(block: SimpleBlock, visit: Visit, within: Within): SimpleBlock {
  if (block.type === 'paragraph') return withLine(block, visit, 'paragraph', within)
  const content = block.content.map((item) => ({
    ...item,
    content: item.content.map((inner) => mapSimple(inner, visit, within ?? 'list')),
  }))
  return { ...block, content }
}

/** A line and the footnotes in it, which are passages after it. */
function withLine<Line extends { content?: Inline[] | undefined }>(line: Line, visit: Visit, kind: PassageKind, within: Within): Line {
  const inlines = line.content
  if (!inlines) return line
  const notes = inlines.filter((inline) => inline.type === 'footnote')
  const bare = joined(numbered(inlines))
  const said = hasWords(bare) ? visit({ kind, inlines: bare, within }) : undefined
  const texts = notes.map((note, i) => plain(visit, 'note', note.attrs.text, within, { number: String(i + 1) }))
  if (!said && texts.every((text, i) => text === notes[i]?.attrs.text)) return line
  const content = (said ?? numbered(inlines)).flatMap((inline): Inline[] => {
    if (inline.type !== 'footnote') return [inline]
    const text = texts[Number(inline.attrs.text) - 1]
    return text === undefined ? [] : [{ type: 'footnote', attrs: { text } }]
  })
  return { ...line, content }
}

function plain(visit: Visit, kind: PassageKind, text: string, within: Within, more: Pick<Passage, 'url' | 'number'> = {}): string {
  const inlines: Inline[] = [{ type: 'text', text }]
  if (!hasWords(inlines)) return text
  const said = visit({ kind, inlines, within, ...more })
  if (!said) return text
  const words = wordsOf({ inlines: said })
  // A footnote without words is none, and nothing here takes one away.
  return kind === 'note' && words === '' ? text : words
}

function numbered(inlines: readonly Inline[]): Inline[] {
  let n = 0
  return inlines.map((inline) => (inline.type === 'footnote' ? { type: 'footnote', attrs: { text: String((n += 1)) } } : inline))
}

/** Neighbours with the same marks as one, as the editor keeps them. */
export function joined(inlines: readonly Inline[]): Inline[] {
  const found: Inline[] = []
  for (const inline of inlines) {
    const last = found.at(-1)
    if (last?.type === 'text' && inline.type === 'text' && canonicalJson(last.marks ?? []) === canonicalJson(inline.marks ?? []))
      found[found.length - 1] = { ...last, text: last.text + inline.text }
    else if (inline.type === 'text' && inline.marks?.length === 0) found.push({ type: 'text', text: inline.text })
    else found.push(inline)
  }
  return found
}

const hasWords = (inlines: readonly Inline[]): boolean => inlines.some((inline) => inline.type === 'text' && /\S/.test(inline.text))
