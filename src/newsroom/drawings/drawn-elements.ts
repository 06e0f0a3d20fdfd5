import type { XmlElement } from '#lib/xml-tree.ts'
import { elementsIn } from '#lib/xml-tree.ts'

/** Parts that refer to parts that refer to parts, so deep at most; no program that draws makes more than four. */
const deepest = 12

type Drawn = { elements: number; depth: number }
const endless: Drawn = { elements: Number.POSITIVE_INFINITY, depth: Number.POSITIVE_INFINITY }

/**
 * How many elements an SVG is once each part is drawn wherever something refers to it, by `href` or by `url(#…)`; Infinity where a part refers to
 * itself, over others too, or over more of them than twelve.
 */
export function drawnElements(root: XmlElement): number {
  const parts = partsById(root)
  const known = new Map<XmlElement, Drawn>()
  const open = new Set<XmlElement>()
  const draw = (element: XmlElement, references: number): Drawn => {
    const before = known.get(element)
    if (before) return before
    if (open.has(element) || references > deepest) return endless
    open.add(element)
    const drawn = { elements: 1, depth: 0 }
    for (const child of elementsIn(element)) addTo(drawn, draw(child, references), 0)
    for (const part of namedBy(element, parts)) addTo(drawn, draw(part, references + 1), 1)
    open.delete(element)
    const all = drawn.depth > deepest ? endless : drawn
    known.set(element, all)
    return all
  }
  return draw(root, 0).elements
}

function addTo(all: Drawn, { elements, depth }: Drawn, step: number): void {
  all.elements += elements
  all.depth = Math.max(all.depth, depth + step)
}

/** Of several parts of one name the first is meant (https://dom.spec.whatwg.org/#dom-nonelementparentnode-getelementbyid). */
function partsById(root: XmlElement): Map<string, XmlElement> {
  const parts = new Map<string, XmlElement>()
  const note = (element: XmlElement) => {
    const id = element.attributes.get('id')
    if (id !== undefined && !parts.has(id)) parts.set(id, element)
    elementsIn(element).forEach(note)
  }
  note(root)
  return parts
}

function namedBy(element: XmlElement, parts: ReadonlyMap<string, XmlElement>): XmlElement[] {
  const ids = [...element.attributes].flatMap(([name, value]) =>
    name === 'href' || name === 'xlink:href'
      ? [value.slice(1)]
      : [...value.matchAll(/url\(\s*["']?#([^\s"')]+)/gi)].map(([, id = '']) => id),
  )
  return ids.flatMap((id) => parts.get(id) ?? [])
}
