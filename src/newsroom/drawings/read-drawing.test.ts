import { expect, test } from 'vitest'

import { readDrawing } from './read-drawing.ts'

const svg = (body: string, head = '') => Buffer.from(`${head}<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10">${body}</svg>`)

test('a drawing in UTF-8 is a logo', () => {
  expect(readDrawing(svg('<path d="M0 0h40v10z"/>', '<?xml version="1.0" encoding="UTF-8"?>'))).toMatchObject({ width: 40, height: 10 })
})

test('what a drawing draws it may draw again, by any name that programs give', () => {
  const dots = '<g id="a.1"><path d="M0 0"/></g><use href="#a.1" x="1"/><use xlink:href="#a.1" x="2"/>'
  const paint = `<linearGradient id="b"/><rect style="fill:url( '#b' )" mask='url("#c")'/><mask id="c"><rect fill="url(#b)"/></mask>`
  expect(readDrawing(svg(dots + paint))).toMatchObject({ width: 40, height: 10 })
})

/** Each part draws the next one ten times. */
const growing = (draw: (id: string) => string, parts = 9) =>
  Array.from({ length: parts }, (_, n) => `<g id="p${n}">${draw(`p${n + 1}`).repeat(10)}</g>`).join('') + `<path id="p${parts}" d="M0 0"/>`

/** Each draws the one before it, the longest first. */
const chain = (length: number) =>
  Array.from({ length }, (_, n) => `<use id="c${length - n}" href="#c${length - n - 1}"/>`).join('') + '<path id="c0" d=""/>'

test.each([
  ['another encoding, which a browser would read otherwise', svg('<path d="M0 0"/>', '<?xml version="1.0" encoding="ISO-2022-JP"?>')],
  ['a stylesheet from elsewhere', svg('<path d="M0 0"/>', '<?xml-stylesheet href="https://evil.example/x.css"?>')],
  ['a picture from elsewhere', svg(`<path d="M0 0" style="background-image:image-set('https://evil.example' 1x)"/>`)],
  ['a size that no page has', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1e308 1e308"/>')],
  ['parts that grow tenfold with each use', svg(growing((id) => `<use href="#${id}"/>`))],
  ['patterns that grow tenfold with each paint', svg(growing((id) => `<rect fill="url(#${id})"/>`))],
  ['masks that grow tenfold, named in a style', svg(growing((id) => `<rect style="mask: url('#${id}')"/>`))],
  ['more elements than any drawing needs', svg('<g/>'.repeat(25_000))],
  ['a part that draws itself', svg('<g id="a"><use href="#a"/></g>')],
  ['parts that draw one another', svg('<pattern id="a"><rect fill="url(#b)"/></pattern><mask id="b"><rect fill="url(#a)"/></mask>')],
  ['a chain of uses longer than a browser follows', svg(chain(5000))],
  ['a reference with a space', svg('<use href="#a b"/>')],
  ['a reference that a NUL ends', svg('<path id="a" d=""/><use href="#a\0"/>')],
  ['a control character by its number', svg('<path id="&#1;" d=""/>')],
  ['bytes that are no text', Buffer.concat([svg('<title>'), Buffer.from([0xff, 0xfe])])],
  ['a paint from elsewhere, in quotes', svg(`<rect fill="url('https://evil.example/#a')"/>`)],
  ['a paint from elsewhere, after a part of its own', svg(`<rect fill="url(#a) url(//evil.example)"/>`)],
])('what has %s is none', (_, bytes) => {
  expect(() => readDrawing(bytes)).toThrow(/Choose an SVG or PNG/)
})
