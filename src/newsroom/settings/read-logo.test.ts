import { expect, test } from 'vitest'

import { readLogo } from './read-logo.ts'

const svg = (body: string, head = '') => Buffer.from(`${head}<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10">${body}</svg>`)

test('a drawing in UTF-8 is a logo', () => {
  expect(readLogo(svg('<path d="M0 0h40v10z"/>', '<?xml version="1.0" encoding="UTF-8"?>'))).toMatchObject({ width: 40, height: 10 })
})

test.each([
  ['another encoding, which a browser would read otherwise', svg('<path d="M0 0"/>', '<?xml version="1.0" encoding="ISO-2022-JP"?>')],
  ['a stylesheet from elsewhere', svg('<path d="M0 0"/>', '<?xml-stylesheet href="https://evil.example/x.css"?>')],
  ['a picture from elsewhere', svg(`<path d="M0 0" style="background-image:image-set('https://evil.example' 1x)"/>`)],
  ['a size that no page has', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1e308 1e308"/>')],
])('what has %s is none', (_, bytes) => {
  expect(() => readLogo(bytes)).toThrow(/Choose an SVG or PNG/)
})
