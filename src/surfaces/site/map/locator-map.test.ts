import { brotliCompressSync } from 'node:zlib'

import { geoContains } from 'd3-geo'
import { describe, expect, test } from 'vitest'

import { placesForSeeding } from '#newsroom/places/places-for-seeding.ts'

import { countryShape, world } from './countries.ts'
import { locatorMap } from './locator-map.ts'
import { mapCodes } from './map-codes.ts'
import { mapSheet } from './map-sheet.ts'

/** How far the first path painted in the accent reaches, in the map's units. */
function accentBox(svg: string) {
  const [, scale = '1', path = ''] = /fill="var\(--map-accent[^"]*" (?:transform="scale\(([\d.]+)\)" )?d="([^"]+)"/.exec(svg) ?? []
  const xs = path.split(/(?=M)/).flatMap((ring) => {
    const [first = '0', ...steps] = (ring.match(/-?\d+/g) ?? []).filter((_, index) => index % 2 === 0)
    return steps.reduce((all, step) => [...all, (all.at(-1) ?? 0) + Number(step)], [Number(first)])
  })
  return { left: Math.min(...xs) * Number(scale), right: Math.max(...xs) * Number(scale) }
}

test.each(['50m', '110m'] as const)('Crimea is drawn in Ukraine, at %s', (detail) => {
  const has = (code: string, place: [number, number]) => {
    const country = world(detail).countries.get(code)
    return country !== undefined && geoContains(country, place)
  }
  // Simferopol, Kyiv, Moscow.
  const places: [number, number][] = [
    [34.1, 44.95],
    [30.5, 50.45],
    [37.6, 55.75],
  ]
  expect(places.map((place) => has('UA', place))).toEqual([true, true, false])
  expect(places.map((place) => has('RU', place))).toEqual([false, false, true])
})

test('a story from Moldova names Moldova and its neighbours in the language of the reader', () => {
  const svg = locatorMap({ countries: ['MD'], language: 'ru' })
  for (const name of ['Молдова', 'Румыния', 'Украина']) expect(svg).toContain(`>${name}</text>`)
})

test.each(['FR', 'RU', 'FJ', 'US', 'MT', 'NO'])('%s fills its map though it has parts overseas or lies on the date line', (code) => {
  const { left, right } = accentBox(locatorMap({ countries: [code] }))
  expect(left).toBeLessThan(360)
  expect(right).toBeGreaterThan(360)
  expect(right - left).toBeGreaterThan(code === 'MT' ? 3 : 60)
})

test('a map needs no style of its own and carries no address to anything', () => {
  const svg = locatorMap({ countries: ['TR', 'AZ'], language: 'en' })
  expect(svg).not.toMatch(/<style|style=|<script|href=/)
})

test('a country that nobody knows makes an empty map, not an error', () => {
  expect(locatorMap({ countries: ['ZZ'] })).toMatch(/^<svg [^>]+><\/svg>$/)
})

test('the maps of a river fit in one small sheet, each under the name of its countries', () => {
  const sheet = mapSheet([
    ['RO', 'MD'],
    ['MD', 'RO'],
    ...['TR', 'UZ', 'GE', 'UA', 'AM', 'AZ', 'KZ', 'KG', 'TJ', 'BA', 'RS', 'AL', 'MK', 'ME', 'FR', 'TN', 'EG', 'SN'].map((code) => [code]),
  ])
  expect(sheet.match(/id="MD-RO"/g)).toHaveLength(1)
  expect(brotliCompressSync(sheet).length).toBeLessThan(25_000)
})

test('on a small map that shows the world, a country too small to be seen is pointed out', () => {
  const rings = (codes: string[]) => mapSheet([codes]).match(/<circle/g)?.length ?? 0
  expect([rings(['MD', 'RE']), rings(['MD'])]).toEqual([2, 0])
})

test('a city stands for its country, and a region is not drawn', () => {
  const place = { name: {}, latitude: null, longitude: null }
  const places = [
    { ...place, code: 'city/KZ/taraz', kind: 'city' as const, within: 'KZ' },
    { ...place, code: 'KZ', kind: 'country' as const, within: null },
    { ...place, code: '143', kind: 'region' as const, within: null },
  ]
  expect(mapCodes(places)).toEqual(['KZ'])
})

describe('of every place that a newsroom begins with', () => {
  const codes = placesForSeeding().map((place) => ({ code: place.code, onMap: mapCodes([place])[0] }))

  test('what a page asks a map of is drawn, on both atlases', () => {
    const drawn = codes.flatMap(({ onMap }) => onMap ?? [])
    for (const detail of ['50m', '110m'] as const) expect(drawn.filter((code) => !countryShape(code, detail))).toEqual([])
    expect(drawn.length).toBeGreaterThan(240)
    expect(mapCodes([{ code: 'XX', kind: 'country', within: null }])).toEqual([])
  })

  test('only regions, and eight that are no one land or too small for the atlas, are not asked for', () => {
    const rest = codes.flatMap(({ code, onMap }) => (onMap === undefined && /^[A-Z]/.test(code) ? [code] : []))
    expect(rest.toSorted()).toEqual(['BV', 'CQ', 'EA', 'EU', 'GI', 'QO', 'TK', 'TV', 'UM'])
    expect(rest.filter((code) => countryShape(code, '50m'))).toEqual([])
  })
})

test.each(['BQ', 'CC', 'CX', 'GF', 'GP', 'IC', 'MM', 'MQ', 'RE', 'SJ', 'YT'])('%s is seen on its map, or pointed out by a ring', (code) => {
  const svg = locatorMap({ countries: [code] })
  const { left, right } = accentBox(svg)
  const isSeen = right - left > 8 && left < 360 && right > 360
  expect(isSeen || /<circle[^>]+ stroke="var\(--map-accent/.test(svg)).toBe(true)
})

test.each([
  ['MM', [96.1, 16.9], 'MM'], // Yangon
  ['RE', [55.5, -21.1], 'FR'],
  ['GF', [-52.6, 4.5], 'FR'],
  ['SJ', [16, 78.6], 'NO'],
  ['BQ', [-68.27, 12.19], 'NL'],
] as const)('%s has its own land on the map, which its country keeps as well', (code, [longitude, latitude], country) => {
  for (const one of [code, country]) {
    const shape = countryShape(one, '50m')
    expect(shape && geoContains(shape, [longitude, latitude])).toBe(true)
  }
  const paris = countryShape(code, '50m')
  expect(paris && geoContains(paris, [2.35, 48.85])).toBe(false)
})
