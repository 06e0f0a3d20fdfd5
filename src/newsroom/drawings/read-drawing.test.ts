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

test('a group may hand a gradient down to all that is drawn in it', () => {
  const stops = '<stop offset="0"/><stop offset="1"/>'
  const paths = '<path d="M0 0h9"/><path style="fill:#fff;stroke:none" d="M0 0h9"/>'.repeat(500)
  const words = '<text><tspan>Pontoon</tspan> bridges</text>'
  const layer = `<g id="layer1" fill="url(#a-1)" style="-inkscape-font-specification:'Sans, Normal';font-family:&quot;O'Neil&quot;;transform:translate(calc(1px))">${paths}${words}</g>`
  expect(readDrawing(svg(`<linearGradient id="a-1">${stops}</linearGradient>${layer}`))).toMatchObject({ width: 40, height: 10 })
})

/** Each part draws the next one ten times. */
const growing = (draw: (id: string) => string, parts = 9) =>
  Array.from({ length: parts }, (_, n) => `<g id="p${n}">${draw(`p${n + 1}`).repeat(10)}</g>`).join('') + `<path id="p${parts}" d="M0 0"/>`

/** Patterns that hand a paint down to ten things each; `hand` says by which element. */
const handed = (hand: (paint: string, things: string) => string, parts = 9) =>
  Array.from(
    { length: parts },
    (_, n) => `<pattern id="p${n}">${hand(`url(#p${n + 1})`, '<rect width="9" height="9"/>'.repeat(10))}</pattern>`,
  ).join('') + `<pattern id="p${parts}"><rect/></pattern><rect fill="url(#p0)"/>`

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
  ['patterns that grow tenfold, painted by a group', svg(handed((paint, things) => `<g fill="${paint}">${things}</g>`))],
  [
    'patterns that grow tenfold, painted in the style of a group',
    svg(handed((paint, things) => `<g style="Stroke:${paint}">${things}</g>`)),
  ],
  [
    'patterns that grow tenfold, painted by a value not understood',
    svg(handed((paint, things) => `<g fill="${paint}"><g fill="reddish">${things}</g></g>`)),
  ],
  ['patterns that paint text letter by letter', svg(handed((paint) => `<text fill="${paint}" x="1 2 3 4 5 6 7 8 9">ferryboats</text>`))],
  [
    'a part that is painted as its use is',
    svg(`${handed((paint) => `<use href="#ten" fill="${paint}"/>`)}<g id="ten">${'<rect/>'.repeat(10)}</g>`),
  ],
  [
    'patterns that hand their own paint down',
    svg(
      handed((_, things) => `<pattern/>${things}`).replaceAll(/pattern id="p(\d)"/g, (all, n) => `${all} fill="url(#p${Number(n) + 1})"`),
    ),
  ],
  ['masks that grow tenfold, their names escaped', svg(growing((id) => `<rect mask="url(#${id.replace('p', '%70')})"/>`))],
  ['patterns that grow tenfold, painted by nothing', svg(handed((paint, things) => `<g fill="${paint}"><g fill="">${things}</g></g>`))],
  ['a paint that stands in quotes', svg(`<g style='font-family:";fill:none;"'/>`)],
  ['a paint that stands in brackets', svg('<g style="font-family:(a(b);fill:none;)"/>')],
  ['a paint that follows a rule', svg('<g style="a{} fill:url(#b)"/>')],
  ['a paint out of a variable', svg('<g style="--a:url(#b)"><rect style="fill:var(--a)"/></g>')],
  ['a paint between comments', svg('<g style="fill/**/:url(#b)"/>')],
  ['a mask that is handed down', svg('<g mask="url(#b)"><rect mask="inherit"/></g>')],
  ['a mask by another name that is handed down', svg('<g mask="url(#b)"><rect style="; -webkit-mask-image :unset"/></g>')],
  ['a declaration of another encoding', svg('', '<?xml version="1.0" encoding="utf-16"?>')],
  ['a declaration in its midst', svg('<?xml version="1.0"?>')],
  ['a mask that is handed down in a style', svg('<g mask="url(#b)"><rect style="opacity:1; mask : inherit"/></g>')],
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

test.each([
  ['a property that goes on and on', svg(`<g style=";${'mask'.repeat(45_000)}"/>`)],
  ['a declaration that never ends', svg('<?xml '.repeat(30_000))],
  ['quotes that never end', svg(`<g style='${'"'.repeat(90_000)}'/>`)],
  ['brackets that never end', svg(`<g style="${'('.repeat(180_000)}"/>`)],
  ['spaces after an address', svg(`<rect fill="url(#a${' '.repeat(180_000)}"/>`)],
])('%s is read in a moment', (_, bytes) => {
  const began = performance.now()
  try {
    readDrawing(bytes)
  } catch {
    // Whether it is refused is told above.
  }
  expect(performance.now() - began).toBeLessThan(1000)
})
