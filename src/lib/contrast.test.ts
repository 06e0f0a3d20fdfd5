import { describe, expect, test } from 'vitest'

import { derivedColours, paperOf } from './accent.ts'
import { colourText, contrastOf, hexOf, readColour } from './contrast.ts'

const colour = (text: string) => readColour(text) ?? expect.fail(`${text} is a colour`)

describe('colours', () => {
  test('black on white is 21 : 1, and the grey that every guide names is 4.54 : 1', () => {
    expect(contrastOf(colour('#000'), colour('#fff'))).toBeCloseTo(21, 5)
    expect(contrastOf(colour('#767676'), colour('#ffffff'))).toBeCloseTo(4.54, 2)
  })

  test('the two ways of writing a colour mean the same', () => {
    for (const hex of ['#1a5fb4', '#c01c28', '#26a269', '#fcfaf5', '#1e1d1a']) expect(hexOf(colour(colourText(colour(hex))))).toBe(hex)
    // As CSS Color 4 gives them for pure red.
    expect(colour('#ff0000').l).toBeCloseTo(0.628, 3)
    expect(colour('#ff0000').c).toBeCloseTo(0.2577, 3)
    expect(colour('#ff0000').h).toBeCloseTo(29.23, 1)
    expect(colour('oklch(50% 25% 240deg)')).toEqual({ l: 0.5, c: 0.1, h: 240 })
  })

  test('what is no colour is none', () => {
    for (const text of ['', 'red', '#12', '#12345g', 'oklch(2 0.1 20)', 'oklch(0.5 0.1)', 'oklch(0.5 0.1 20);}', 'oklch(from red l c h)'])
      expect(readColour(text), text).toBeUndefined()
  })
})

describe('an accent', () => {
  const failing = (text: string) => derivedColours(colour(text)).filter(({ contrast, needs }) => contrast < needs)

  test('of ordinary blues, reds, greens, and even of yellow, can be read on paper', () => {
    for (const text of ['#1a5fb4', '#c01c28', '#26a269', '#ffcc00', '#000000', '#ffffff', 'oklch(0.5 0.12 240)'])
      expect(failing(text), text).toEqual([])
  })

  test('of a strength that no paper bears is found out', () => {
    expect(failing('oklch(0.7 0.37 145)').map(({ scheme, use }) => `${scheme} ${use}`)).toContain('light accent')
  })

  test('is measured on the paper that the stylesheet has', () => {
    expect(paperOf).toEqual({ light: '#fcfaf5', dark: '#1e1d1a' })
  })
})
