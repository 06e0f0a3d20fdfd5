import { createRequire } from 'node:module'

import { z } from 'zod'

/** A place of the world as CLDR knows it: UN M49 regions before the ISO 3166-1 countries within them. */
export type SeedPlace = {
  code: string
  kind: 'country' | 'region'
  within: string | null
  name: { [language: string]: string }
  alternativeNames: string[]
}

const require = createRequire(import.meta.url)
const containment = z
  .object({
    supplemental: z.object({ territoryContainment: z.record(z.string(), z.object({ _contains: z.array(z.string()).optional() })) }),
  })
  .parse(require('cldr-core/supplemental/territoryContainment.json')).supplemental.territoryContainment

/** The register's first entries: the world, its M49 regions, the countries, and the European Union as a region of its own. */
export function placesForSeeding(): SeedPlace[] {
  const world: SeedPlace = { code: '001', kind: 'region', within: null, name: {}, alternativeNames: [] }
  const union: SeedPlace = { code: 'EU', kind: 'region', within: '150', name: {}, alternativeNames: ['EU'] }
  return [world, ...descend('001'), union]
}

function descend(within: string): SeedPlace[] {
  return (containment[within]?._contains ?? []).flatMap((code) => {
    const isRegion = /^\d{3}$/.test(code)
    const place: SeedPlace = { code, kind: isRegion ? 'region' : 'country', within, name: {}, alternativeNames: alternatives[code] ?? [] }
    return [place, ...(isRegion ? descend(code) : [])]
  })
}

// Names that CLDR's display names do not give and that readers still type.
const alternatives: Record<string, string[]> = {
  TR: ['Turkey', 'Turkiye'],
  CZ: ['Czech Republic'],
  MK: ['Macedonia'],
  SZ: ['Swaziland'],
  CV: ['Cape Verde'],
  CI: ['Ivory Coast'],
  MM: ['Burma'],
}
