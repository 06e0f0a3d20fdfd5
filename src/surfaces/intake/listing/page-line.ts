/** A line of a page as a reader sees it. */
export type PageLine = {
  /** 1-based line of the source. */
  line: number
  text: string
  /** Whether nothing parts it from the line before. */
  isAdjacent: boolean
  /** Where its link leads, as the source writes it. */
  href: string | null
  isHeading: boolean
}

/** The lines of a text dump that say something. */
export function linesOfText(text: string): PageLine[] {
  let wasBlank = true
  return text.split(/\r\n|\r|\n/).flatMap((raw, index): PageLine[] => {
    const line = raw.replace(/\s+/g, ' ').trim()
    const isAdjacent = !wasBlank
    wasBlank = line === ''
    return line === '' ? [] : [{ line: index + 1, text: line, isAdjacent, href: null, isHeading: false }]
  })
}
