import { countryShape, type Country } from './countries.ts'
import { crop } from './crop.ts'
import { land, ring } from './locator-map.ts'
import { mapKey } from './map-key.ts'
import { thumbSize } from './map-size.ts'
import { paint } from './paint.ts'

/** One SVG with a `<symbol>` for each set of countries, so that the maps of a whole river are one request. */
export function mapSheet(sets: string[][]): string {
  const once = new Map(sets.map((codes) => [mapKey(codes), codes]))
  return `<svg xmlns="http://www.w3.org/2000/svg">${[...once].map(([key, codes]) => symbol(key, codes)).join('')}</svg>`
}

function symbol(key: string, codes: string[]): string {
  const { width, height } = thumbSize
  const shapes = codes.flatMap((code) => countryShape(code, '110m') ?? [])
  const picture = shapes.length > 0 ? drawn(shapes) : ''
  return `<symbol id="${key}" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="${paint.sea}"/>${picture}</symbol>`
}

const smallest = 5

function drawn(shapes: Country[]): string {
  const projection = crop(shapes, thumbSize)
  const countries = land(projection, shapes, { size: thumbSize, detail: '110m', scale: 1, line: 0.7 })
  return countries + shapes.map((shape) => ring(projection, shape, smallest)).join('')
}
