import type { Box, PageLine } from './page-line.ts'

/** A paragraph, something short that could be a headline, label or byline, or noise between items. */
export type LineKind = 'paragraph' | 'short' | 'noise'

const repeatsOfNoise = 3
const longestShort = 230

/**
 * What each line of a page is, judged by its own looks and by how often the page repeats it. Where headlines have no full stop, as on most
 * pages, each short sentence that has one is a paragraph.
 */
export function kindsOf(lines: PageLine[], isDated: (index: number) => boolean, stopsCloseHeadlines: boolean): LineKind[] {
  const sameText = Map.groupBy(lines, ({ text }) => text)
  const isButton = (same: PageLine[]) =>
    same.length >= repeatsOfNoise && same.every((line) => !isDated(line.index) && followsParagraph(lines, line) && !leadsOn(lines, line))
  const buttons = new Set([...sameText].flatMap(([text, same]) => (isButton(same) ? [text] : [])))
  return lines.map(({ text, heading }) => {
    if (isNoise(text) || buttons.has(text)) return 'noise'
    if (heading !== null && text.length <= longestShort) return 'short'
    return isParagraph(text) || (!stopsCloseHeadlines && isSentence(text)) ? 'paragraph' : 'short'
  })
}

/** Running text: long, or of some length and made of sentences. */
export function isParagraph(text: string): boolean {
  if (text.length > longestShort || /(…|\.\.\.)$/.test(text)) return true
  // A headline may ask or exclaim, so only a full stop closes one sentence; several sentences need none.
  const isClosed = /[.。][\]"”»’)]*$/u.test(text)
  return text.length >= 70 && (isClosed || /\p{Ll}[.!?؟]["”»]?\s+["“„«]?\p{Lu}/u.test(text))
}

/** A few words closed by a full stop. */
export function isSentence(text: string): boolean {
  return text.length >= 20 && /\s\S+\s.*[\p{L}\p{N})][.。]["”»’)]*$/u.test(text)
}

function isNoise(text: string): boolean {
  if (!/\p{L}{2}/u.test(text)) return true
  if (/^(https?:\/\/|www\.)\S+$/.test(text)) return true
  // "Read more →", "Diğer duyurular >>": an arrow at the end leads on.
  if (text.length <= 60 && /(→|»|›|>>|>|⟶|←|«)$/u.test(text) && !/«[^»]*»$/u.test(text)) return true
  // "— Name (@handle) …": who said what is quoted above.
  return /^[—–-]\s.*@/u.test(text) || /(pic\.twitter\.com|https?:\/\/t\.co)\//.test(text)
}

// What stands again and again, each time after a paragraph, is a button ("Read more"), unless it goes with the line after it.
function followsParagraph(lines: PageLine[], { index }: PageLine): boolean {
  const before = lines[index - 1]
  return before !== undefined && (isParagraph(before.text) || before.text.length >= 60)
}

function leadsOn(lines: PageLine[], line: PageLine): boolean {
  const [before, after] = [lines[line.index - 1], lines[line.index + 1]]
  if (!after) return false
  return line.box && before?.box && after.box
    ? sharedBoxes(line.box, after.box) > sharedBoxes(line.box, before.box)
    : after.isAdjacent && !line.isAdjacent
}

/** How many boxes hold both. */
function sharedBoxes(one: Box, other: Box): number {
  const around = new Set(boxesAround(one))
  return boxesAround(other).filter((box) => around.has(box)).length
}

function boxesAround(inner: Box): Box[] {
  const boxes: Box[] = []
  for (let box: Box | null = inner; box; box = box.parent) boxes.push(box)
  return boxes
}
