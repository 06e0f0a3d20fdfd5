/**
 * Finds footnotes: two anchors that point at each other, the one in the text, the other where the note stands. Word, LibreOffice,
 * Google Docs and Wikipedia all write them so, under names of their own. The first becomes the note, and the note's place goes.
 */
export function markFootnotes(body: HTMLElement): void {
  const anchors = [...body.querySelectorAll<HTMLAnchorElement>('a[href*="#"]')]
  const byName = new Map<string, HTMLAnchorElement>()
  for (const anchor of anchors) for (const name of namesOf(anchor)) if (!byName.has(name)) byName.set(name, anchor)
  const notes: Element[] = []
  for (const anchor of anchors) {
    const answer = byName.get(targetOf(anchor))
    if (!answer || !namesOf(anchor).includes(targetOf(answer)) || !isBefore(anchor, answer)) continue
    const place = placeOf(answer)
    if (!notes.includes(place)) notes.push(place)
    anchor.replaceWith(markOf(anchor, textOf(place, answer)))
  }
  for (const note of notes) removeWithFrame(note, body)
}

function namesOf(anchor: HTMLAnchorElement): string[] {
  return [anchor.name, anchor.id, anchor.closest('[id]')?.id ?? ''].filter((name) => name !== '')
}

/** The hash alone: Word writes the path of the file before it. */
function targetOf(anchor: HTMLAnchorElement): string {
  const href = anchor.getAttribute('href') ?? ''
  return decoded(href.slice(href.indexOf('#') + 1))
}

function decoded(hash: string): string {
  try {
    return decodeURIComponent(hash)
  } catch {
    return hash
  }
}

function isBefore(one: Node, other: Node): boolean {
  return (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
}

/** The element that holds one note: Word's and LibreOffice's own division, an item of a list, or a paragraph. */
function placeOf(answer: Element): Element {
  const division = answer.closest('li, [data-style*="mso-element:footnote"], [data-style*="mso-element:endnote"], div[id]')
  const isAlone = division !== null && division.querySelectorAll('a[href*="#"]').length === 1
  return (isAlone ? division : answer.closest('p')) ?? answer
}

function textOf(place: Element, answer: Element): string {
  const copy = place.cloneNode(true) as Element
  const same = [...place.querySelectorAll('a')].indexOf(answer as HTMLAnchorElement)
  const marker = copy.querySelectorAll('a')[same]
  marker?.remove()
  return copy.textContent
    .replace(/\s+/g, ' ')
    .replace(/^[\s[\]\d.^↑]+(?=\S)/, '')
    .trim()
}

function markOf(anchor: HTMLAnchorElement, text: string): Node {
  const mark = anchor.ownerDocument.createElement('sup')
  mark.dataset['footnote'] = text
  return text === '' ? anchor.ownerDocument.createTextNode('') : mark
}

/** The note goes, and so does whatever held notes only. */
function removeWithFrame(note: Element, body: Element): void {
  let frame = note.parentElement
  note.remove()
  while (frame && frame !== body && frame.textContent.trim() === '') {
    const outer = frame.parentElement
    frame.remove()
    frame = outer
  }
}
