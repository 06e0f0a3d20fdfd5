import { createRequire } from 'node:module'

import { geoArea, geoCentroid, geoDistance } from 'd3-geo'
import type { Feature, FeatureCollection, MultiLineString, MultiPolygon, Polygon } from 'geojson'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'

export type Detail = '50m' | '110m'
export type Country = Feature<Polygon | MultiPolygon>
export type World = { countries: Map<string, Country>; land: FeatureCollection; borders: MultiLineString }

type Atlas = Topology<{ countries: GeometryCollection<{ name: string }>; land: GeometryCollection }>
type CodeMappings = { supplemental: { codeMappings: Record<string, { _numeric?: string }> } }

const require = createRequire(import.meta.url)
const worlds = new Map<Detail, World>()

/** Natural Earth as world-atlas packs it, read once; countries under their ISO 3166-1 alpha-2 codes (by CLDR's mappings). */
export function world(detail: Detail): World {
  const known = worlds.get(detail)
  if (known) return known
  const atlas: Atlas = require(`world-atlas/countries-${detail}.json`)
  const codes = alphaCodes()
  const countries = new Map<string, Country>()
  for (const country of feature(atlas, atlas.objects.countries).features) {
    const code = country.properties.name === 'Kosovo' ? 'XK' : codes.get(String(country.id))
    if (code && isShape(country) && !countries.has(code)) countries.set(code, country)
  }
  const borders = mesh(atlas, atlas.objects.countries, (a, b) => a !== b)
  const read = { countries, land: feature(atlas, atlas.objects.land), borders }
  worlds.set(detail, read)
  return read
}

/** A country's shape, from the finer atlas when the coarse one is too coarse to have it. */
export function countryShape(code: string, detail: Detail): Country | undefined {
  return world(detail).countries.get(code) ?? world('50m').countries.get(code)
}

/** What a map of a country is fitted to: its largest piece of land and what lies within 1,300 km; not its overseas parts. */
export function homeland(country: Country): Country {
  if (country.geometry.type === 'Polygon') return country
  const pieces = country.geometry.coordinates.map((coordinates) => ({ type: 'Polygon' as const, coordinates }))
  const main = pieces.toSorted((a, b) => geoArea(b) - geoArea(a))[0]
  if (!main) return country
  const centre = geoCentroid(main)
  const near = pieces.filter((piece) => piece === main || geoDistance(geoCentroid(piece), centre) < 0.2)
  return { ...country, geometry: { type: 'MultiPolygon', coordinates: near.map((piece) => piece.coordinates) } }
}

function alphaCodes(): Map<string, string> {
  const mappings: CodeMappings = require('cldr-core/supplemental/codeMappings.json')
  const codes = new Map<string, string>()
  for (const [alpha, { _numeric }] of Object.entries(mappings.supplemental.codeMappings))
    if (_numeric && /^[A-Z]{2}$/.test(alpha) && !codes.has(_numeric)) codes.set(_numeric, alpha)
  return codes
}

function isShape(country: Feature): country is Country {
  return country.geometry.type === 'Polygon' || country.geometry.type === 'MultiPolygon'
}
