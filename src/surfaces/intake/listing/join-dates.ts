import type { WorldDate } from '#lib/world-dates.ts'

import type { PageLine } from './page-line.ts'

const longestPiece = 16

/** Dates that a page sets over two or three lines, as a tile of day, month and year: the first line becomes the date, the others nothing. */
export function joinDates(lines: PageLine[], readDates: (text: string) => WorldDate[]): PageLine[] {
  const joined = [...lines]
  for (let index = 0; index < lines.length; index += 1) {
    const [first, ...others] = lines.slice(index, index + 3).map((line) => (line.text.length <= longestPiece ? line : undefined))
    if (!first || !others[0] || !/\p{Nd}|\p{L}{3}/u.test(first.text)) continue
    const pieces = [[others[0]], [others[0], others[1]]].find(
      (rest) => rest.every((line) => line) && isDate(textOf(first, rest), readDates),
    )
    if (!pieces || isDate(first.text, readDates)) continue
    joined[index] = { ...first, text: textOf(first, pieces), parts: [textOf(first, pieces)], heading: null, link: null }
    for (const piece of pieces) if (piece) joined[piece.index] = { ...piece, text: '', parts: [], link: null, heading: null }
    index += pieces.length
  }
  return joined
}

const textOf = (first: PageLine, rest: (PageLine | undefined)[]) => [first, ...rest].map((line) => line?.text ?? '').join(' ')

function isDate(text: string, readDates: (text: string) => WorldDate[]): boolean {
  const [date] = /\p{Nd}/u.test(text) ? readDates(text) : []
  return date?.from === 0 && date.to === text.length
}
