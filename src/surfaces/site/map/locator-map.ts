import { geoOrthographic, geoPath, type GeoProjection } from 'd3-geo'

import type { Geometry } from 'geojson'

import { countryShape, type Country, type Detail, homeland, world } from './countries.ts'
import { crop } from './crop.ts'
import { mapLabels } from './map-labels.ts'
import { mapSize } from './map-size.ts'
import { outline } from './outline.ts'
import { paint } from './paint.ts'
import { viewOf } from './view-of.ts'

type Size = { width: number; height: number }
export type LocatorMapInput = {
  /** ISO 3166-1 alpha-2; unknown codes are left out. */
  countries: string[]
  /** BCP 47, for the names on the map; without it the map has none. */
  language?: string
}

const smallest = 14

/** An SVG document whose root is `#map`: the countries in the accent, their neighbours softly named, a globe in the corner. */
export function locatorMap({ countries, language }: LocatorMapInput): string {
  const shapes = countries.flatMap((code) => countryShape(code, '50m') ?? [])
  const { width, height } = mapSize
  const open = `<svg xmlns="http://www.w3.org/2000/svg" id="map" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`
  if (shapes.length === 0) return `${open}</svg>`
  const projection = crop(shapes, mapSize)
  // Seen from afar, the fine coast is weight without sight.
  const wide = projection.scale() < width * 0.9
  const coarse = countries.flatMap((code) => countryShape(code, '110m') ?? [])
  const parts = [
    `<rect width="${width}" height="${height}" fill="${paint.sea}"/>`,
    wide
      ? land(projection, coarse, { size: mapSize, detail: '110m', scale: 1, line: 1 })
      : land(projection, shapes, { size: mapSize, detail: '50m', scale: 10, line: 1 }),
    ...shapes.map((shape) => ring(projection, shape, smallest)),
    language ? mapLabels(projection, countries, language, mapSize) : '',
    globe(projection, shapes, mapSize),
  ]
  return `${open}<clipPath id="f"><path d="M0 0h${width}v${height}H0z"/></clipPath><g clip-path="url(#f)">${parts.join('')}</g></svg>`
}

/** Land, the countries on it, borders over both; `scale` is how many steps of the outline make one of the map's own units. */
export function land(
  projection: GeoProjection,
  shapes: Country[],
  { size, detail, scale, line }: { size: Size; detail: Detail; scale: number; line: number },
): string {
  const { land, borders } = world(detail)
  const isSeen = viewOf(projection, size)
  const d = (seen: Geometry[]) =>
    `${scale === 1 ? '' : `transform="scale(${1 / scale})" `}d="${outline(projection, seen, { scale, step: scale === 1 ? 1 : 6 })}"`
  return [
    `<path fill="${paint.land}" ${d(land.filter(isSeen).map(({ shape }) => shape))}/>`,
    ...shapes.map((shape) => `<path fill="${paint.accent}" ${d([shape.geometry])}/>`),
    `<path fill="none" stroke="${paint.border}" stroke-width="${line * scale}" ${d(borders.filter(isSeen).map(({ shape }) => shape))}/>`,
  ].join('')
}

/** A ring around a country too small to catch the eye; `radius` is that of what is too small. */
export function ring(projection: GeoProjection, shape: Country, radius: number): string {
  const path = geoPath(projection)
  const [[left, top], [right, bottom]] = path.bounds(homeland(shape))
  const [x, y] = path.centroid(homeland(shape))
  if (Math.max(right - left, bottom - top) >= radius || !Number.isFinite(x)) return ''
  return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${radius}" fill="none" stroke="${paint.accent}" stroke-width="2"/>`
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
  const circle = `<circle cx="${at[0]}" cy="${at[1]}" r="${radius}"`
  return [
    `${circle} fill="${paint.paper}"/>`,
    `<path fill="${paint.land}" d="${outline(
      sphere,
      world('110m').land.map(({ shape }) => shape),
      { scale: 1, step: 1 },
    )}"/>`,
    ...shapes.map(
      (shape) => `<path fill="${paint.accent}" stroke="${paint.accent}" d="${outline(sphere, [shape.geometry], { scale: 1, step: 1 })}"/>`,
    ),
    `${circle} fill="none" stroke="${paint.ink}"/>`,
  ].join('')
}
