import type { Feature, MultiPolygon, Polygon, Position } from 'geojson'

type Shape = Feature<Polygon | MultiPolygon>
type Box = { west: number; south: number; east: number; north: number }
/** `of` is what the atlas calls the shape that it draws them in. */
type Territory = { code: string; of: string; boxes: Box[] }

/** What has a code of its own in CLDR (ISO 3166-1, and the Canary Islands), and in the atlas is islands or a coast of another shape. */
const territories: Territory[] = [
  {
    code: 'BQ',
    of: 'Netherlands',
    boxes: [
      { west: -68.5, south: 12, east: -68, north: 12.4 }, // Bonaire
      { west: -63.5, south: 17.3, east: -62.8, north: 17.8 }, // Saba, Sint Eustatius
    ],
  },
  { code: 'CC', of: 'Indian Ocean Ter.', boxes: [{ west: 96.5, south: -12.5, east: 97.2, north: -11.5 }] },
  { code: 'CX', of: 'Indian Ocean Ter.', boxes: [{ west: 105.4, south: -10.8, east: 105.9, north: -10.2 }] },
  { code: 'GF', of: 'France', boxes: [{ west: -55, south: 2, east: -51, north: 6 }] },
  { code: 'GP', of: 'France', boxes: [{ west: -62, south: 15.7, east: -60.9, north: 16.7 }] },
  { code: 'IC', of: 'Spain', boxes: [{ west: -18.5, south: 27.5, east: -13, north: 29.5 }] },
  { code: 'MQ', of: 'France', boxes: [{ west: -61.4, south: 14.3, east: -60.7, north: 15 }] },
  { code: 'RE', of: 'France', boxes: [{ west: 55, south: -21.5, east: 56, north: -20.7 }] },
  {
    code: 'SJ',
    of: 'Norway',
    boxes: [
      { west: 10, south: 74, east: 35, north: 81 }, // Svalbard
      { west: -10, south: 70, east: -7, north: 72 }, // Jan Mayen
    ],
  },
  { code: 'YT', of: 'France', boxes: [{ west: 45, south: -13.1, east: 45.4, north: -12.6 }] },
]

export const territoryCodes = territories.map(({ code }) => code)

/** The territories that a shape of the atlas has in it, by their codes; it keeps them as well. */
export function territoriesIn(country: Shape, name: string): [string, Shape][] {
  const { geometry } = country
  if (geometry.type === 'Polygon') return []
  return territories.flatMap(({ code, of, boxes }): [string, Shape][] => {
    if (of !== name) return []
    const coordinates = geometry.coordinates.filter(([outer = []]) => boxes.some((box) => isIn(box, outer[0] ?? [])))
    return coordinates.length > 0 ? [[code, { ...country, geometry: { type: 'MultiPolygon', coordinates } }]] : []
  })
}

function isIn({ west, south, east, north }: Box, [longitude = NaN, latitude = NaN]: Position): boolean {
  return longitude >= west && longitude <= east && latitude >= south && latitude <= north
}
