import type { PageLine } from './page-line.ts'

/** A paragraph, something short that could be a headline, label or byline, or noise between items. */
export type LineKind = 'paragraph' | 'short' | 'noise'

const repeatsOfNoise = 3
const longestShort = 230

/** What each line of a page is, judged by its own looks and by how often the page repeats it. */
export function kindsOf(lines: PageLine[], isDated: (index: number) => boolean): LineKind[] {
  const counts = new Map<string, number>()
  for (const { text } of lines) counts.set(text, (counts.get(text) ?? 0) + 1)
  return lines.map((line, index) => {
    const { text } = line
    if (isNoise(text)) return 'noise'
    const repeats = counts.get(text) ?? 0
    // What stands again and again after paragraphs is a button; before them it may be a label.
    if (repeats >= repeatsOfNoise && !isDated(index) && followsParagraph(lines, index)) return 'noise'
    if (line.heading !== null && text.length <= longestShort) return 'short'
    return isParagraph(text) ? 'paragraph' : 'short'
  })
}

/** Running text: long, or of some length and made of sentences. */
export function isParagraph(text: string): boolean {
  if (text.length > longestShort || /(…|\.\.\.)$/.test(text)) return true
  const isClosed = /[.!?؟。][\]"”»’)]*$/u.test(text)
  return text.length >= 70 && (isClosed || (text.length >= 140 && /\p{Ll}[.!?؟]\s+\p{Lu}/u.test(text)))
}

function isNoise(text: string): boolean {
  if (!/\p{L}{2}/u.test(text)) return true
  if (/^(https?:\/\/|www\.)\S+$/.test(text)) return true
  // "Read more →", "Diğer duyurular >>": an arrow at the end leads on.
  if (text.length <= 60 && /(→|»|›|>>|>|⟶|←|«)$/u.test(text) && !/«[^»]*»$/u.test(text)) return true
  // "— Name (@handle) …": who said what is quoted above.
  return /^[—–-]\s.*@/u.test(text) || /(pic\.twitter\.com|https?:\/\/t\.co)\//.test(text)
}

function followsParagraph(lines: PageLine[], index: number): boolean {
  const before = lines[index - 1]
  return before !== undefined && (isParagraph(before.text) || before.text.length >= 60)
}
