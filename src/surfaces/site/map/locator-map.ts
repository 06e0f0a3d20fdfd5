import { geoOrthographic, geoPath, type GeoPath, type GeoProjection } from 'd3-geo'

import { countryShape, world, type Country } from './countries.ts'
import { crop } from './crop.ts'
import { mapLabels } from './map-labels.ts'
import { mapSize } from './map-size.ts'
import { paint } from './paint.ts'

type Size = { width: number; height: number }
export type LocatorMapInput = {
  /** ISO 3166-1 alpha-2; unknown codes are left out. */
  countries: string[]
  /** Degrees. */
  cities?: { latitude: number; longitude: number }[]
  size?: Size
  /** BCP 47, for the names on the map; without it the map has none. */
  language?: string
}

/** An SVG document whose root is `#map`: the countries in the accent, their neighbours softly named, a globe in the corner. */
export function locatorMap({ countries, cities = [], size = mapSize, language }: LocatorMapInput): string {
  const shapes = countries.flatMap((code) => countryShape(code, '50m') ?? [])
  const { width, height } = size
  const open = `<svg xmlns="http://www.w3.org/2000/svg" id="map" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`
  if (shapes.length === 0) return `${open}</svg>`
  const projection = crop(shapes, size)
  // Seen from afar, the fine coast is weight without sight.
  const wide = projection.scale() < size.width * 0.9
  const coarse = countries.flatMap((code) => countryShape(code, '110m') ?? [])
  const parts = [
    `<rect width="${width}" height="${height}" fill="${paint.sea}"/>`,
    wide ? land(geoPath(projection).digits(0), coarse, 1, '110m') : land(geoPath(projection).digits(1), shapes, 1),
    ...cities.map((city) => dot(projection, city)),
    language ? mapLabels(projection, countries, language, size) : '',
    globe(projection, shapes, size),
  ]
  return `${open}<clipPath id="f"><path d="M0 0h${width}v${height}H0z"/></clipPath><g clip-path="url(#f)">${parts.join('')}</g></svg>`
}

/** Land, the countries on it, borders over both; `line` in the map's own units. */
export function land(path: GeoPath, shapes: Country[], line: number, detail: '50m' | '110m' = '50m'): string {
  const atlas = world(detail)
  return [
    `<path fill="${paint.land}" d="${path(atlas.land) ?? ''}"/>`,
    ...shapes.map((shape) => `<path fill="${paint.accent}" d="${path(shape) ?? ''}"/>`),
    `<path fill="none" stroke="${paint.border}" stroke-width="${line}" d="${path(atlas.borders) ?? ''}"/>`,
  ].join('')
}

function dot(projection: GeoProjection, { latitude, longitude }: { latitude: number; longitude: number }): string {
  const point = projection([longitude, latitude])
  if (!point) return ''
  const [x, y] = point.map((at) => at.toFixed(1))
  return `<circle cx="${x}" cy="${y}" r="6" fill="${paint.paper}" stroke="${paint.strong}" stroke-width="3"/>`
}

function globe(projection: GeoProjection, shapes: Country[], { width, height }: Size): string {
  const centre = projection.invert?.([width / 2, height / 2]) ?? [0, 0]
  const radius = Math.round(height * 0.13)
  const at: [number, number] = [radius + 14, height - radius - 14]
  const sphere = geoOrthographic()
    .rotate([-centre[0], -centre[1] * 0.6])
    .scale(radius)
    .translate(at)
    .clipAngle(90)
    .precision(1)
  const path = geoPath(sphere).digits(0)
  const circle = `<circle cx="${at[0]}" cy="${at[1]}" r="${radius}"`
  return [
    `${circle} fill="${paint.paper}"/>`,
    `<path fill="${paint.land}" d="${path(world('110m').land) ?? ''}"/>`,
    ...shapes.map((shape) => `<path fill="${paint.accent}" stroke="${paint.accent}" d="${path(shape) ?? ''}"/>`),
    `${circle} fill="none" stroke="${paint.ink}"/>`,
  ].join('')
}
