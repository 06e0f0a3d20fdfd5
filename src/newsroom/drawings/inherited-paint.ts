import type { XmlElement } from '#lib/xml-tree.ts'

/** The parts that an element, and what lies within it, is painted with unless it says otherwise: their ids, by `fill` and by `stroke`. */
export type Paint = { readonly fill: readonly string[]; readonly stroke: readonly string[] }

export const unpainted: Paint = { fill: [], stroke: [] }

/** What an element hands down, which is what it was handed where it says nothing of its own. */
export function paintOf(element: XmlElement, inherited: Paint): Paint {
  const [fill, stroke] = [handed(element, 'fill', inherited.fill), handed(element, 'stroke', inherited.stroke)]
  if (fill === inherited.fill && stroke === inherited.stroke) return inherited
  return fill.length + stroke.length === 0 ? unpainted : { fill, stroke }
}

/** Of a value that a browser may not understand, or that says `inherit`, both count: what it names, and what is handed down. */
function handed(element: XmlElement, property: keyof Paint, inherited: readonly string[]): readonly string[] {
  const said = [element.attributes.get(property) ?? [], declared(element, property)].flat()
  if (said.length === 0) return inherited
  const own = said.flatMap(idsIn)
  return said.every((value) => understood.test(value)) ? own : [...new Set([...own, ...inherited])]
}

const understood =
  /^(?=\s*\S)\s*(?:url\([^)]*\)\s*)?(?:none|black|white|currentcolor|transparent|#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8}))?\s*$/i

function declared({ attributes }: XmlElement, property: string): string[] {
  return (attributes.get('style') ?? '').split(';').flatMap((declaration) => {
    const [name = '', ...value] = declaration.split(':')
    return name.trim().toLowerCase() === property ? [value.join(':')] : []
  })
}

/** The parts that an element names but those that it is painted with: by `href`, or by `url(#…)` in whatever else it says. */
export function partsNamedBy({ attributes }: XmlElement): string[] {
  return [...attributes].flatMap(([name, value]) => {
    if (name === 'href' || name === 'xlink:href') return [value.slice(1)]
    if (name === 'fill' || name === 'stroke') return []
    return idsIn(name === 'style' ? value.replace(paints, '') : value)
  })
}

const paints = /(?<![\w-])(?:fill|stroke)\s*:[^;]*/gi

const idsIn = (value: string): string[] => [...value.matchAll(/url\(\s*["']?#([^\s"')]+)/gi)].map(([, id = '']) => id)

const shapes = new Set(['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon'])

/** How often an element is painted itself: a shape once, text at worst letter by letter. */
export function timesPainted({ name, children }: XmlElement): number {
  if (name !== 'text' && name !== 'tspan') return shapes.has(name) ? 1 : 0
  return children.reduce((letters, child) => letters + (typeof child === 'string' ? child.trim().length : 0), 0)
}
