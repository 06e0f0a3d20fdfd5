import { Parser } from 'htmlparser2'
import type { Body } from '#newsroom/stories/body.ts'
import { BodyBuilder } from './body-builder.ts'
import { safeHref } from './safe-href.ts'

/**
 * The body that hostile HTML amounts to: paragraphs, headings (2 to 4), lists, quotes, links to safe addresses, bold and italic.
 * Everything else goes, scripts with their text. Always satisfies `bodySchema`; reads at most 2,000,000 characters, 200 elements deep.
 */
export function bodyFromHtml(html: string, options: { baseUrl?: string | undefined } = {}): Body {
  const builder = new BodyBuilder()
  let depth = 0
  let hidden = 0
  const parser = new Parser({
    onopentag: (name, attributes) => {
      depth++
      if (hidden > 0 || hiddenTags.has(name)) hidden++
      else open(builder, name, attributes, options.baseUrl)
    },
    onclosetag: (name) => {
      depth--
      if (hidden > 0) hidden--
      else close(builder, name)
    },
    ontext: (text) => {
      if (hidden === 0) builder.text(text)
    },
  })
  // In bites, so that nesting without end stops the reading instead of the machine.
  for (let at = 0; at < Math.min(html.length, htmlLimit) && depth <= depthLimit; at += bite) parser.write(html.slice(at, at + bite))
  parser.end()
  return builder.body()
}

/** The body of plain text: a blank line parts paragraphs, a line break stays one. */
export function bodyFromText(text: string): Body {
  const builder = new BodyBuilder()
  for (const paragraph of text.slice(0, htmlLimit).split(/(?:\r?\n[^\S\n]*){2,}/)) {
    builder.endBlock()
    for (const [at, line] of paragraph.split(/\r?\n/).entries()) {
      if (at > 0) builder.hardBreak()
      builder.text(line)
    }
  }
  return builder.body()
}

const htmlLimit = 2_000_000
const depthLimit = 200
const bite = 4096

const hiddenTags = new Set(
  'script style template noscript iframe frame frameset object embed applet svg math head title select option button textarea audio video canvas map'.split(
    ' ',
  ),
)

const blockTags = new Set(
  'p div section article main header footer aside figure figcaption table caption thead tbody tr dl dt dd pre address details summary form fieldset center'.split(
    ' ',
  ),
)

function open(builder: BodyBuilder, name: string, attributes: Record<string, string>, baseUrl: string | undefined) {
  if (name === 'br') builder.hardBreak()
  else if (name === 'hr') builder.rule()
  else if (name === 'a') builder.startLink(safeHref(attributes['href'], baseUrl))
  else if (name === 'b' || name === 'strong') builder.startMark('bold')
  else if (name === 'i' || name === 'em' || name === 'cite') builder.startMark('italic')
  else if (name === 'ul' || name === 'ol' || name === 'menu') builder.startList(name === 'ol')
  else if (name === 'li') builder.startItem()
  else if (name === 'blockquote') builder.startQuote()
  else if (/^h[1-6]$/.test(name)) builder.startHeading(Number(name[1]))
  else if (name === 'td' || name === 'th') builder.text(' ')
  else if (blockTags.has(name)) builder.endBlock()
}

function close(builder: BodyBuilder, name: string) {
  if (name === 'a') builder.endLink()
  else if (name === 'b' || name === 'strong') builder.endMark('bold')
  else if (name === 'i' || name === 'em' || name === 'cite') builder.endMark('italic')
  else if (name === 'ul' || name === 'ol' || name === 'menu') builder.end('list')
  else if (name === 'li') builder.end('item')
  else if (name === 'blockquote') builder.end('quote')
  else if (/^h[1-6]$/.test(name) || blockTags.has(name)) builder.endBlock()
}
