import { Parser } from 'htmlparser2'

import { cutText } from '#lib/legible.ts'

/** HTML as one paragraph of plain text: entities decoded, tags gone, spaces single. */
export function plainParagraph(html: string): string {
  if (!/[<&]/.test(html)) return singleSpaced(html)
  let text = ''
  let hidden = 0
  const parser = new Parser({
    onopentag: (name) => {
      if (hiddenTags.has(name)) hidden++
      if (blockTags.has(name)) text += ' '
    },
    onclosetag: (name) => {
      if (hiddenTags.has(name)) hidden--
      if (blockTags.has(name)) text += ' '
    },
    ontext: (piece) => {
      if (hidden === 0) text += piece
    },
  })
  // Nothing beyond this is read: a summary is a paragraph, and hostile nesting stays cheap.
  for (const bite of [html.slice(0, htmlLimit)]) parser.end(bite)
  return singleSpaced(text)
}

/** Text cut at the last end of a sentence within `limit` characters, or else at a word with an ellipsis. */
export function cutAtSentence(text: string, limit: number): string {
  if (text.length <= limit) return text
  let end = 0
  for (const { index, segment } of sentences.segment(text.slice(0, limit + 1))) {
    if (index + segment.length > limit) break
    end = index + segment.length
  }
  if (end >= limit / 4) return text.slice(0, end).trim()
  return `${cutText(text, limit - 1).replace(/\s+\S*$/, '')}…`
}

const htmlLimit = 20_000

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' })

const hiddenTags = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'object', 'svg', 'math'])

const blockTags = new Set(
  'p div br li ul ol h1 h2 h3 h4 h5 h6 blockquote tr td th table section article header footer figure figcaption dt dd dl hr pre'.split(
    ' ',
  ),
)

const singleSpaced = (text: string) => text.replaceAll(/[\s\u200b\ufeff]+/g, ' ').trim()
