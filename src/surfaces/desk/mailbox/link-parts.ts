/** A text cut where its links begin and end; only http and https are links, and a full stop after one is none of it. */
export function linkParts(text: string): { text: string; isLink: boolean }[] {
  return text
    .split(/(https?:\/\/[^\s<>"“”«»]*[^\s<>"“”«».,;:!?)\]}])/u)
    .map((part, index) => ({ text: part, isLink: index % 2 === 1 }))
    .filter((part) => part.text !== '')
}
