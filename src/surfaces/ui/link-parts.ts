/** A text cut where its links begin and end; only http and https are links, and what closes a sentence or a quotation after one is none of it. */
export function linkParts(text: string): { text: string; isLink: boolean }[] {
  return text
    .split(/(https?:\/\/[^\s<>"“”«»]*[^\s<>"“”«».,;:!?)\]}'’])/iu)
    .map((part, index) => ({ text: part, isLink: index % 2 === 1 && URL.canParse(part) }))
    .filter((part) => part.text !== '')
}
