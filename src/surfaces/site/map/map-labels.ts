import { geoPath, type GeoProjection } from 'd3-geo'

import { countryShape, homeland, pieceOfCountry, world } from './countries.ts'
import { escapeXml, paint } from './paint.ts'
import { viewOf } from './view-of.ts'

type Box = { x: number; y: number; width: number; height: number }
type Size = { width: number; height: number }
type Label = { code: string; isOurs: boolean }

// Room is kept for letters large enough to be read when the map is 320 px wide.
const letter = { width: 12, height: 26 }

/** Names of the countries, ours first, then the neighbours that have room; a name that would touch another is left out. */
export function mapLabels(projection: GeoProjection, countries: string[], language: string, size: Size): string {
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
  const taken: Box[] = [{ x: 0, y: size.height * 0.68, width: size.height * 0.32, height: size.height * 0.32 }]
  const wanted: Label[] = [
    ...countries.map((code) => ({ code, isOurs: true })),
    ...neighbours(projection, size)
      .filter((code) => !countries.includes(code))
      .map((code) => ({ code, isOurs: false })),
  ]
  return wanted
    .map(({ code, isOurs }) => {
      const name = names.of(code)
      const box = name ? roomFor(projection, code, name, isOurs) : undefined
      if (!name || !box || !fits(box, taken, size)) return ''
      taken.push(box)
      return printed(name, box, isOurs)
    })
    .join('')
}

function neighbours(projection: GeoProjection, size: Size): string[] {
  const isSeen = viewOf(projection, size)
  return [...world('50m').countries].flatMap(([code, country]) => (isSeen(pieceOfCountry(country)) ? [code] : []))
}

function roomFor(projection: GeoProjection, code: string, name: string, isOurs: boolean): Box | undefined {
  const shape = countryShape(code, isOurs ? '50m' : '110m')
  if (!shape) return undefined
  const path = geoPath(projection)
  const seen = homeland(shape)
  const [[left, top], [right, bottom]] = path.bounds(seen)
  const [x, y] = path.centroid(seen)
  const width = name.length * letter.width
  if (!Number.isFinite(x) || !Number.isFinite(y)) return undefined
  if (!isOurs && (right - left < width * 0.9 || bottom - top < letter.height)) return undefined
  // A name laid over a small country would hide it.
  const isSmall = isOurs && bottom - top < letter.height * 1.6
  return { x: x - width / 2, y: isSmall ? bottom + 6 : y - letter.height / 2, width, height: letter.height }
}

function fits(box: Box, taken: Box[], size: Size): boolean {
  const isInside = box.x > 4 && box.y > 4 && box.x + box.width < size.width - 4 && box.y + box.height < size.height - 4
  return isInside && !taken.some((other) => touches(box, other))
}

function touches(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

function printed(name: string, box: Box, isOurs: boolean): string {
  const at = `x="${Math.round(box.x + box.width / 2)}" y="${Math.round(box.y + box.height * 0.72)}"`
  const ours = `fill="${paint.strong}" font-weight="600" stroke="${paint.paper}" stroke-width="5" stroke-linejoin="round" paint-order="stroke"`
  const soft = `fill="${paint.ink}" stroke="${paint.land}" stroke-width="4" stroke-linejoin="round" paint-order="stroke"`
  return `<text ${at} text-anchor="middle" ${isOurs ? ours : soft}>${escapeXml(name)}</text>`
}
