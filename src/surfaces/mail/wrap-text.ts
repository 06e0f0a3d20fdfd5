/** Lines of a mail are shorter than this; RFC 5322, section 2.1.1, asks for at most 78. */
export const widest = 76

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** Breaks the lines of a text between words, so that each is readable on any screen; addresses stay whole. Each line begins with `margin`. */
export function wrapText(text: string, margin = ''): string {
  const room = widest - margin.length
  return text
    .split('\n')
    .flatMap((line) => wrapLine(line.trimEnd(), room))
    .map((line) => `${margin}${line}`.trimEnd())
    .join('\n')
}

function wrapLine(line: string, room: number): string[] {
  const lines: string[] = []
  let current = ''
  for (const word of line.split(' ').flatMap((one) => pieces(one, room))) {
    if (current !== '' && lengthOf(current) + 1 + lengthOf(word) > room) {
      lines.push(current)
      current = word
    } else {
      current = current === '' ? word : `${current} ${word}`
    }
  }
  return [...lines, current]
}

// Scripts without spaces have "words" longer than a line.
function pieces(word: string, room: number): string[] {
  if (/^https?:\/\//.test(word) || lengthOf(word) <= room) return [word]
  const characters = [...graphemes.segment(word)].map(({ segment }) => segment)
  const parts: string[] = []
  for (let start = 0; start < characters.length; start += room) parts.push(characters.slice(start, start + room).join(''))
  return parts
}

const lengthOf = (text: string): number => [...graphemes.segment(text)].length
