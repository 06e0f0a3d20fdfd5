import { createRequire } from 'node:module'

import { geoArea, geoCentroid, geoDistance } from 'd3-geo'
import type { Feature, LineString, MultiPolygon, Polygon, Position } from 'geojson'
import { feature, mesh } from 'topojson-client'

import { territoriesIn, territoryCodes } from './territories.ts'
import type { Atlas } from './with-crimea.ts'
import { withCrimea } from './with-crimea.ts'

export type Detail = '50m' | '110m'
export type Country = Feature<Polygon | MultiPolygon>
export type World = { countries: Map<string, Country>; land: Piece<Polygon>[]; borders: Piece<LineString>[] }
/** A shape and the cap of the sphere that it lies in; `reach` in radians. */
export type Piece<Shape> = { shape: Shape; centre: [number, number]; reach: number }

type CodeMappings = { supplemental: { codeMappings: Record<string, { _numeric?: string }> } }

const require = createRequire(import.meta.url)
const worlds = new Map<Detail, World>()

/** Natural Earth as world-atlas packs it, read once; countries under their ISO 3166-1 alpha-2 codes (by CLDR's mappings). */
export function world(detail: Detail): World {
  const known = worlds.get(detail)
  if (known) return known
  const atlas = withCrimea(require(`world-atlas/countries-${detail}.json`))
  const codes = alphaCodes()
  const countries = new Map<string, Country>()
  const land: Piece<Polygon>[] = []
  for (const country of feature(atlas, atlas.objects.countries).features) {
    const code = codeOf(country, codes)
    if (!isShape(country)) continue
    if (code && !countries.has(code)) countries.set(code, country)
    for (const [own, territory] of territoriesIn(country, country.properties.name)) countries.set(own, territory)
    land.push(...polygonsOf(country).map((polygon) => pieceOf(polygon, polygon.coordinates[0] ?? [])))
  }
  const lines = mesh(atlas, atlas.objects.countries, (a, b) => a !== b).coordinates
  const borders = lines.map((coordinates) => pieceOf({ type: 'LineString' as const, coordinates }, coordinates))
  const read = { countries, land, borders }
  worlds.set(detail, read)
  return read
}

let drawn: Set<string> | undefined

/** Whether there is a shape of a country. Pages ask this before a map is drawn, so the atlas stays packed: to unpack it takes a tenth of a second. */
export function isDrawn(code: string): boolean {
  drawn ??= drawnCodes()
  return drawn.has(code)
}

function drawnCodes(): Set<string> {
  const atlas: Atlas = require('world-atlas/countries-50m.json')
  const codes = alphaCodes()
  return new Set([...territoryCodes, ...atlas.objects.countries.geometries.flatMap((country) => codeOf(country, codes) ?? [])])
}

/** A country's shape, from the finer atlas when the coarse one is too coarse to have it. */
export function countryShape(code: string, detail: Detail): Country | undefined {
  return world(detail).countries.get(code) ?? world('50m').countries.get(code)
}

const homelands = new WeakMap<Country, Country>()

/** What a map of a country is fitted to: its largest piece of land and what lies within 1,300 km; not its overseas parts. */
export function homeland(country: Country): Country {
  const known = homelands.get(country) ?? findHomeland(country)
  homelands.set(country, known)
  return known
}

function findHomeland(country: Country): Country {
  if (country.geometry.type === 'Polygon') return country
  const pieces = polygonsOf(country)
  const main = pieces.toSorted((a, b) => geoArea(b) - geoArea(a))[0]
  if (!main) return country
  const centre = geoCentroid(main)
  const near = pieces.filter((piece) => piece === main || geoDistance(geoCentroid(piece), centre) < 0.2)
  return { ...country, geometry: { type: 'MultiPolygon', coordinates: near.map((piece) => piece.coordinates) } }
}

const countryPieces = new WeakMap<Country, Piece<Country>>()

/** A country's homeland with its cap. */
export function pieceOfCountry(country: Country): Piece<Country> {
  const known = countryPieces.get(country)
  if (known) return known
  const rings = polygonsOf(homeland(country)).flatMap(({ coordinates: [ring = []] }) => ring)
  const piece = pieceOf(country, rings)
  countryPieces.set(country, piece)
  return piece
}

function polygonsOf({ geometry }: Country): Polygon[] {
  if (geometry.type === 'Polygon') return [geometry]
  return geometry.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates }))
}

const samples = 40

function pieceOf<Shape>(shape: Shape, line: Position[]): Piece<Shape> {
  const step = Math.ceil(line.length / samples)
  const points = line
    .filter((_, index) => index % step === 0)
    .map(([longitude = 0, latitude = 0]): [number, number] => [longitude, latitude])
  const centre = geoCentroid({ type: 'MultiPoint', coordinates: points })
  // What lies between the sampled points may reach a little further.
  const reach = Math.max(...points.map((point) => geoDistance(point, centre))) * 1.1 + 0.01
  return { shape, centre, reach }
}

type OfAtlas = { id?: string | number | undefined; properties?: { name?: string } | null | undefined }

function codeOf({ id, properties }: OfAtlas, codes: ReadonlyMap<string, string>): string | undefined {
  return properties?.name === 'Kosovo' ? 'XK' : codes.get(String(id))
}

function alphaCodes(): Map<string, string> {
  const mappings: CodeMappings = require('cldr-core/supplemental/codeMappings.json')
  const codes = new Map<string, string>()
  for (const [alpha, { _numeric }] of Object.entries(mappings.supplemental.codeMappings))
    if (_numeric && /^[A-Z]{2}$/.test(alpha)) codes.set(_numeric, codeToday(alpha))
  return codes
}

/** CLDR's mappings keep the codes of countries that are called otherwise now: BU is MM. */
const codeToday = (alpha: string): string => new Intl.Locale('und', { region: alpha }).region ?? alpha

function isShape(country: Feature): country is Country {
  return country.geometry.type === 'Polygon' || country.geometry.type === 'MultiPolygon'
}
