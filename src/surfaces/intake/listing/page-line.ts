/** A part of a page that holds lines: an element, or nothing where the source has no elements. */
export type Box = { parent: Box | null; first: number; last: number }

/** A line of a page as a reader sees it. */
export type PageLine = {
  /** Its place among the lines of the page, from 0. */
  index: number
  /** 1-based line of the source. */
  line: number
  text: string
  /** The text as its inline elements part it: a date in a `span`, a headline in a link. */
  parts: string[]
  /** Whether nothing parts it from the line before. */
  isAdjacent: boolean
  /** The first link in it, as the source writes it, and what that link says. */
  link: { href: string; text: string } | null
  /** 1 to 6 for a heading, 7 for a line all in bold. */
  heading: number | null
  box: Box | null
}

/** The lines of a text dump that say something. */
export function linesOfText(text: string): PageLine[] {
  let wasBlank = true
  const lines: PageLine[] = []
  for (const [at, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const said = tidy(raw)
    if (said !== '')
      lines.push({
        index: lines.length,
        line: at + 1,
        text: said,
        parts: [said],
        isAdjacent: !wasBlank,
        link: null,
        heading: null,
        box: null,
      })
    wasBlank = said === ''
  }
  return lines
}

/** White space folded, invisible characters gone. */
export function tidy(text: string): string {
  return text
    .replace(/[\u200b\u200e\u200f\u2063\u00ad\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The line with the most to say; the first of equals. */
export function longest(lines: PageLine[]): PageLine | undefined {
  return lines.reduce<PageLine | undefined>((most, line) => (most && most.text.length >= line.text.length ? most : line), undefined)
}
