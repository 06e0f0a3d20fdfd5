import { geoContains } from 'd3-geo'
import { feature, mergeArcs } from 'topojson-client'
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification'

export type Atlas = Topology<{ countries: GeometryCollection<{ name: string }> }>
type Shape = Polygon<{ name: string }> | MultiPolygon<{ name: string }>

const [russia, ukraine] = ['643', '804'] // ISO 3166-1 numeric
const simferopol: [number, number] = [34.1, 44.95]

/**
 * The atlas with Crimea in Ukraine, as the General Assembly of the United Nations has it (resolution 68/262). Natural Earth draws countries as
 * they are held.
 */
export function withCrimea(atlas: Atlas): Atlas {
  const { geometries } = atlas.objects.countries
  const [from, to] = [russia, ukraine].map((id) => geometries.find((geometry) => String(geometry.id) === id))
  if (!isShape(from) || !isShape(to)) return atlas
  const [crimea] = arcsOf(from).filter((arcs) => geoContains(feature(atlas, { type: 'Polygon', arcs }), simferopol))
  if (!crimea) return atlas
  const rest = { ...from, type: 'MultiPolygon' as const, arcs: arcsOf(from).filter((arcs) => arcs !== crimea) }
  const { arcs } = mergeArcs(atlas, [to, { type: 'Polygon', arcs: crimea }])
  const whole = { ...to, type: 'MultiPolygon' as const, arcs }
  const countries = { ...atlas.objects.countries, geometries: geometries.map((one) => (one === from ? rest : one === to ? whole : one)) }
  return { ...atlas, objects: { countries } }
}

const isShape = (geometry: GeometryCollection<{ name: string }>['geometries'][number] | undefined): geometry is Shape =>
  geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon'

const arcsOf = (shape: Shape): number[][][] => (shape.type === 'Polygon' ? [shape.arcs] : shape.arcs)
