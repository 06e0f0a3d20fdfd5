import { geoDistance, type GeoProjection } from 'd3-geo'

import type { Piece } from './countries.ts'

/** Makes a test for what a projection may show in its frame: nothing that lies wholly outside is projected at all. */
export function viewOf(
  projection: GeoProjection,
  { width, height }: { width: number; height: number },
): (piece: Piece<unknown>) => boolean {
  const centre = projection.invert?.([width / 2, height / 2])
  const edges: [number, number][] = [
    [0, 0],
    [width, 0],
    [0, height],
    [width, height],
    [width / 2, 0],
    [width / 2, height],
    [0, height / 2],
    [width, height / 2],
  ]
  const distances = edges.map((edge) => (centre ? geoDistance(projection.invert?.(edge) ?? [NaN, NaN], centre) : NaN))
  const reach = Math.max(...distances)
  if (!centre || !Number.isFinite(reach)) return () => true
  return (piece) => geoDistance(piece.centre, centre) <= piece.reach + reach
}
