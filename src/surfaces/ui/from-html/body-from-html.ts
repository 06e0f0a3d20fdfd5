import type { Body } from '#newsroom/stories/body.ts'
import { embedOf } from '#newsroom/stories/embed-providers.ts'

import { BodyBuilder } from './body-builder.ts'
import { findNotes } from './find-notes.ts'
import { readHtml } from './read-html.ts'
import { safeHref } from './safe-href.ts'

/**
 * The body that hostile HTML amounts to: paragraphs, headings (2 to 4), lists, quotes, tables of figures, footnotes, embeds of the providers on the
 * list, links to safe addresses, bold and italic. Everything else goes, scripts with their text. Always satisfies `bodySchema`; reads at most
 * 2,000,000 characters, 200 elements deep.
 */
export function bodyFromHtml(html: string, options: { baseUrl?: string | undefined } = {}): Body {
  return readBody(html, options).body
}

/** The same, and whether the page had more than a body holds. */
export function readBody(html: string, options: { baseUrl?: string | undefined } = {}): { body: Body; isCut: boolean } {
  const builder = new BodyBuilder()
  const notes = findNotes(html)
  let hidden = 0
  const { isWhole } = readHtml(html, {
    open: (name, attributes, order) => {
      const note = notes.marks.get(order)
      if (hidden === 0 && note !== undefined) builder.footnote(note)
      if (hidden === 0 && name === 'iframe') openFrame(builder, attributes)
      if (hidden > 0 || hiddenTags.has(name) || note !== undefined || notes.holders.has(order)) hidden++
      else open(builder, name, attributes, options.baseUrl)
    },
    close: (name) => {
      if (hidden > 0) hidden--
      else close(builder, name)
    },
    text: (text) => {
      if (hidden === 0) builder.text(text)
    },
  })
  const body = withoutRuleAboveNotes(builder.body(), notes.holders.size > 0)
  return { body, isCut: builder.isCut || !isWhole }
}

/** The body of plain text: a blank line parts paragraphs, a line break stays one. */
export function bodyFromText(text: string): Body {
  const builder = new BodyBuilder()
  for (const paragraph of text.slice(0, longestText).split(/(?:\r?\n[^\S\n]*){2,}/)) {
    builder.endBlock()
    for (const [at, line] of paragraph.split(/\r?\n/).entries()) {
      if (at > 0) builder.hardBreak()
      builder.text(line)
    }
  }
  return builder.body()
}

const longestText = 2_000_000

const hiddenTags = new Set(
  'script style template noscript iframe frame frameset object embed applet svg math head title select option button textarea audio video canvas map'.split(
    ' ',
  ),
)

const blockTags = new Set(
  'p div section article main header footer aside figure figcaption caption thead tbody tfoot dl dt dd pre address details summary form fieldset center'.split(
    ' ',
  ),
)

const starts: Record<string, (builder: BodyBuilder, attributes: Record<string, string>, baseUrl: string | undefined) => void> = {
  br: (builder) => builder.hardBreak(),
  hr: (builder) => builder.rule(),
  a: (builder, { href }, baseUrl) => builder.line.startLink(safeHref(href, baseUrl)),
  ul: (builder) => builder.startList(false),
  menu: (builder) => builder.startList(false),
  ol: (builder, { start }) => builder.startList(true, whole(start, 100_000)),
  li: (builder) => builder.startItem(),
  blockquote: (builder) => builder.startQuote(),
  table: (builder) => builder.startTable(),
  tr: (builder) => builder.startRow(),
  th: (builder, attributes) => builder.startCell({ isHead: true, ...spansOf(attributes) }),
  td: (builder, attributes) => builder.startCell({ isHead: false, ...spansOf(attributes) }),
}

const ends: Record<string, (builder: BodyBuilder) => void> = {
  a: (builder) => builder.line.endLink(),
  ul: (builder) => builder.end('list'),
  menu: (builder) => builder.end('list'),
  ol: (builder) => builder.end('list'),
  li: (builder) => builder.end('item'),
  blockquote: (builder) => builder.end('quote'),
  table: (builder) => builder.endTable(),
  tr: (builder) => builder.endRow(),
  th: (builder) => builder.endCell(),
  td: (builder) => builder.endCell(),
}

const marks = new Map<string, 'bold' | 'italic'>([
  ['b', 'bold'],
  ['strong', 'bold'],
  ['i', 'italic'],
  ['em', 'italic'],
  ['cite', 'italic'],
])

function open(builder: BodyBuilder, name: string, attributes: Record<string, string>, baseUrl: string | undefined) {
  const mark = marks.get(name)
  if (mark) builder.line.startMark(mark)
  else if (/^h[1-6]$/.test(name)) builder.startHeading(Number(name[1]))
  else if (blockTags.has(name)) builder.endBlock()
  else if (Object.hasOwn(starts, name)) starts[name]?.(builder, attributes, baseUrl)
}

function close(builder: BodyBuilder, name: string) {
  const mark = marks.get(name)
  if (mark) builder.line.endMark(mark)
  else if (/^h[1-6]$/.test(name) || blockTags.has(name)) builder.endBlock()
  else if (Object.hasOwn(ends, name)) ends[name]?.(builder)
}

/** A frame of a provider on the list is an embed; any other is gone. */
function openFrame(builder: BodyBuilder, { src = '', title = '' }: Record<string, string>) {
  const embed = embedOf(src.replace(/^\/\//, 'https://'))
  if (embed) builder.embed(embed.canonicalUrl, title.trim())
}

const spansOf = ({ colspan, rowspan }: Record<string, string>) => ({ colspan: whole(colspan, 50), rowspan: whole(rowspan, 50) })

function whole(text: string | undefined, most: number): number {
  const number = Number.parseInt(text ?? '', 10)
  return number >= 1 ? Math.min(number, most) : 1
}

// Word processors part their notes from the text by a rule, which has nothing left to part.
function withoutRuleAboveNotes(body: Body, hasNotes: boolean): Body {
  return hasNotes && body.content.at(-1)?.type === 'horizontalRule' ? { ...body, content: body.content.slice(0, -1) } : body
}
