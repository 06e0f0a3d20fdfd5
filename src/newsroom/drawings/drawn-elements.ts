import type { XmlElement } from '#lib/xml-tree.ts'
import { elementsIn } from '#lib/xml-tree.ts'

import type { Paint } from './inherited-paint.ts'
import { paintOf, partsNamedBy, timesPainted, unpainted } from './inherited-paint.ts'

/** Parts that refer to parts that refer to parts, so deep at most; no program that draws makes more than four. */
const deepest = 12

type Drawn = { elements: number; depth: number }
const endless: Drawn = { elements: Number.POSITIVE_INFINITY, depth: Number.POSITIVE_INFINITY }

/**
 * How many elements an SVG is once each part is drawn wherever something refers to it: by `href`, by `url(#…)`, or by a paint that it inherits.
 * Infinity for more than `most`, and where a part refers to itself, over others too, or over more of them than twelve.
 */
export function drawnElements(root: XmlElement, most: number): number {
  const parts = partsById(root)
  const known = new Map<XmlElement, Map<Paint, Drawn>>()
  const open = new Set<XmlElement>()
  let steps = 0
  const draw = (element: XmlElement, inherited: Paint, references: number): Drawn => {
    const before = known.get(element)?.get(inherited)
    if (before) return before
    // Whatever is drawn anew here counts once at least.
    steps += 1
    if (open.has(element) || references > deepest || steps > most) return endless
    open.add(element)
    const paint = paintOf(element, inherited)
    const drawn = { elements: 1, depth: 0 }
    for (const child of elementsIn(element)) addTo(drawn, draw(child, paint, references))
    for (const id of partsNamedBy(element)) {
      const part = parts.get(id)
      // What `use` draws is painted as `use` is, and all else as where it stands.
      if (part) addTo(drawn, draw(part.element, element.name === 'use' ? paint : part.inherited, references + 1), { step: 1 })
    }
    const times = timesPainted(element)
    for (const id of times > 0 ? [...paint.fill, ...paint.stroke] : []) {
      const part = parts.get(id)
      if (part) addTo(drawn, draw(part.element, part.inherited, references + 1), { step: 1, times })
    }
    open.delete(element)
    const all = drawn.depth > deepest ? endless : drawn
    known.set(element, (known.get(element) ?? new Map<Paint, Drawn>()).set(inherited, all))
    return all
  }
  const { elements } = draw(root, unpainted, 0)
  return elements > most ? Number.POSITIVE_INFINITY : elements
}

function addTo(all: Drawn, { elements, depth }: Drawn, { step = 0, times = 1 } = {}): void {
  all.elements += elements * times
  all.depth = Math.max(all.depth, depth + step)
}

type Part = { element: XmlElement; inherited: Paint }

/**
 * What can be referred to, with the paint that is handed down to where it stands. Of several parts of one name the first is meant
 * (https://dom.spec.whatwg.org/#dom-nonelementparentnode-getelementbyid).
 */
function partsById(root: XmlElement): Map<string, Part> {
  const parts = new Map<string, Part>()
  const note = (element: XmlElement, inherited: Paint) => {
    const id = element.attributes.get('id')
    if (id !== undefined && !parts.has(id)) parts.set(id, { element, inherited })
    const paint = paintOf(element, inherited)
    for (const child of elementsIn(element)) note(child, paint)
  }
  note(root, unpainted)
  return parts
}
