import { createHash } from 'node:crypto'

import { Failure } from '#lib/failure.ts'
import { legible } from '#lib/legible.ts'
import type { XmlElement } from '#lib/xml-tree.ts'
import { elementsIn, readXmlTree } from '#lib/xml-tree.ts'

import { drawnElements } from './drawn-elements.ts'
import type { Drawing } from './drawing.ts'

export type DrawingFile = Drawing & { bytes: Uint8Array }

const largest = 200_000 // bytes
const mostDrawn = 20_000 // elements

/** Reads a logo or an emblem: a PNG, or an SVG that has nothing in it but drawing. Refuses the rest with one line that names what it found. */
export function readDrawing(bytes: Uint8Array): DrawingFile {
  if (bytes.length > largest) throw refused('It is larger than 200 kB.')
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16)
  const png = pngSize(bytes)
  if (png) return { type: 'image/png', hash, ...png, bytes }
  const size = svgSize(requireDrawing(svgOf(bytes)))
  return { type: 'image/svg+xml', hash, ...size, bytes }
}

const refused = (why: string): Failure => new Failure('invalid', 'bad-drawing', `${why} Choose an SVG or PNG of at most 200 kB.`)

/** The size in a PNG's header (https://www.w3.org/TR/png-3/#11IHDR); undefined for what is no PNG. */
function pngSize(bytes: Uint8Array): { width: number; height: number } | undefined {
  const isPng = Buffer.from(bytes.subarray(0, 8)).toString('latin1') === '\u0089PNG\r\n\u001A\n'
  if (!isPng || bytes.length < 33) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const [width, height] = [view.getUint32(16), view.getUint32(20)]
  if (width < 1 || height < 1 || width > 8000 || height > 8000) throw refused('It is not between 1 and 8,000 pixels wide and high.')
  return { width, height }
}

function svgOf(bytes: Uint8Array): XmlElement {
  const text = new TextDecoder().decode(bytes)
  if (!text.includes('<svg')) throw refused('It is neither an SVG nor a PNG.')
  // A browser would read another text than we do, or none, or fetch a stylesheet.
  if (text.includes('\ufffd') || legible(text) !== text) throw refused('It has characters that no drawing has.')
  const declaration = /^\s*<\?xml\s[^>]*>/i.exec(text)?.[0] ?? ''
  if (/encoding\s*=\s*["'](?!utf-8["'])/i.test(declaration)) throw refused('It is not written in UTF-8.')
  if (text.includes('<?', declaration.length)) throw refused('It has a processing instruction, which is more than drawing.')
  const root = readXmlTree(text, 'The drawing')
  // A few parts that are used by parts that are used again draw more than any reader's browser bears.
  if (drawnElements(root, mostDrawn) > mostDrawn) throw refused('It draws parts of itself too often, or within themselves.')
  return root
}

const svg = 'http://www.w3.org/2000/svg'

// What draws, and what it is drawn with. Nothing here runs, fetches or holds another language.
const elements = new Set(
  'svg g path rect circle ellipse line polyline polygon text tspan title desc defs symbol use linearGradient radialGradient stop clipPath mask pattern'.split(
    ' ',
  ),
)
const attributes = new Set(
  (
    'id class version viewBox preserveAspectRatio width height x y x1 y1 x2 y2 cx cy r rx ry fx fy d points transform fill fill-opacity fill-rule clip-rule stroke ' +
    'stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-miterlimit stroke-dasharray stroke-dashoffset opacity color display visibility offset ' +
    'stop-color stop-opacity gradientUnits gradientTransform spreadMethod patternUnits patternTransform patternContentUnits clipPathUnits maskUnits ' +
    'maskContentUnits clip-path mask font-family font-size font-weight font-style text-anchor letter-spacing dominant-baseline dx dy textLength role ' +
    'aria-hidden aria-label aria-labelledby vector-effect paint-order shape-rendering mix-blend-mode'
  ).split(' '),
)

function requireDrawing(element: XmlElement): XmlElement {
  if (element.namespace !== svg || !elements.has(element.name))
    throw refused(`It has <${element.name.slice(0, 40)}> at line ${element.line}, which is more than drawing.`)
  for (const [name, value] of element.attributes) requireHarmless(element, name, value)
  for (const child of elementsIn(element)) requireDrawing(child)
  return element
}

function requireHarmless(element: XmlElement, name: string, value: string): void {
  if (name === 'xmlns' || name.startsWith('xmlns:') || name === 'xml:space' || name === 'xml:lang') return
  const isReference = name === 'href' || name === 'xlink:href'
  const isKnown = isReference ? /^#[\w.:-]+$/.test(value) : attributes.has(name)
  // A style or a paint may point to a part of the drawing, and to nothing outside. What is written as `&#1;` is met here.
  const pointsOut =
    /url\((?![ \t\n]*(["']?)#[\w.:-]+\1[ \t\n]*\))/i.test(value) ||
    /javascript:|@import|(?:expression|image|image-set|src)\(|\\/i.test(value) ||
    hidesParts(name, value) ||
    legible(value) !== value
  const isStyle = name === 'style' && !pointsOut
  if ((!isKnown && !isStyle) || pointsOut)
    throw refused(`It has ${name.slice(0, 40)} on <${element.name}> at line ${element.line}, which is more than drawing.`)
}

/** Whether a browser would find a reference to a part where we do not look for it: out of a variable, between comments, or an element further up. */
function hidesParts(name: string, value: string): boolean {
  if (/(?:var|env|attr|if)\(|\/\*|(?:^|[;\s])--/i.test(value)) return true
  return name === 'style'
    ? value.split(';').some(inheritsParts) || hidesDeclarations(value)
    : (name === 'mask' || name === 'clip-path') && /inherit|unset|revert/i.test(value)
}

function inheritsParts(declaration: string): boolean {
  const [property = '', value = ''] = declaration.toLowerCase().split(':', 2)
  const pointsToParts = property.includes('mask') || ['all', 'clip-path'].includes(property.trim())
  return pointsToParts && /^\s*(?:inherit|unset|revert)/.test(value)
}

/** Whether a style has other declarations than those between its semicolons: some stand in quotes or brackets, or follow them. */
function hidesDeclarations(style: string): boolean {
  const calls = /\([^();]*\)/g
  const bare = style
    .replace(/"[^";\n]*"|'[^';\n]*'/g, '')
    .replace(calls, '')
    .replace(calls, '')
    .replace(calls, '')
  return /["'(){}[\]@]/.test(bare)
}

function svgSize(root: XmlElement): { width: number; height: number } {
  if (root.name !== 'svg') throw refused('It is no SVG.')
  const [, , width, height] = (root.attributes.get('viewBox') ?? '').split(/[\s,]+/).map(Number)
  const said = [
    width ?? Number.parseFloat(root.attributes.get('width') ?? ''),
    height ?? Number.parseFloat(root.attributes.get('height') ?? ''),
  ]
  const [w = 0, h = 0] = said
  if (w > 8000 || h > 8000) throw refused('It is larger than 8,000 pixels.')
  if (!(w > 0 && h > 0)) throw refused('It does not say how large it is: it needs a viewBox.')
  return { width: Math.max(1, Math.round(w)), height: Math.max(1, Math.round(h)) }
}
