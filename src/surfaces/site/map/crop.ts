import { geoAzimuthalEqualArea, geoCentroid, geoDistance, geoEqualEarth, type GeoProjection } from 'd3-geo'
import type { FeatureCollection } from 'geojson'

import { homeland, type Country } from './countries.ts'

type Size = { width: number; height: number }

/**
 * The projection that shows these countries with their neighbourhood: equal-area about their own centre, which no
 * antimeridian can cut; the whole world when they lie further apart than a hemisphere shows well.
 */
export function crop(countries: Country[], { width, height }: Size): GeoProjection {
  const shown: FeatureCollection = { type: 'FeatureCollection', features: countries.map(homeland) }
  const centre = geoCentroid(shown)
  const reach = Math.max(...countries.map((country) => geoDistance(geoCentroid(homeland(country)), centre)))
  if (reach > 1.1) return geoEqualEarth().rotate([-11, 0]).fitSize([width, height], { type: 'Sphere' }).clipExtent(frame({ width, height }))
  const inset = Math.round(width * 0.14)
  const projection = geoAzimuthalEqualArea()
    .rotate([-centre[0], -centre[1]])
    // Nothing near the antipode is ever drawn (see view-of.ts), so nothing has to be cut before it is projected.
    .preclip((stream) => stream)
    .fitExtent(
      [
        [inset, Math.round(height * 0.14)],
        [width - inset, height - Math.round(height * 0.14)],
      ],
      shown,
    )
  // A small country alone in the frame says nothing of where it is: the frame is never narrower than some 1,700 km.
  const widest = width / 0.27
  if (projection.scale() > widest) projection.scale(widest).translate([width / 2, height / 2])
  return projection.clipExtent(frame({ width, height }))
}

function frame({ width, height }: Size): [[number, number], [number, number]] {
  return [
    [-2, -2],
    [width + 2, height + 2],
  ]
}
