import { expect, test } from 'vitest'

import { linkParts } from './link-parts.ts'

const linksIn = (text: string) => linkParts(text).flatMap((part) => (part.isLink ? [part.text] : []))

test.each([
  ['Open https://ferry.example/desk?a=1&b=2#c.', ['https://ferry.example/desk?a=1&b=2#c']],
  ['https://a.example\nhttp://b.example/x, and (https://c.example/y)', ['https://a.example', 'http://b.example/x', 'https://c.example/y']],
  ['javascript:alert(1) data:text/html,x mailto:ana@ferry.example //ferry.example https://', []],
  ['See ‘https://ferry.example/a’ and HTTPS://ferry.example/b.', ['https://ferry.example/a', 'HTTPS://ferry.example/b']],
  ['http://[no', []],
  ['“https://ferry.example/é/%20”', ['https://ferry.example/é/%20']],
])('in %j the links are found', (text, links) => {
  expect(linksIn(text)).toEqual(links)
  expect(
    linkParts(text)
      .map((part) => part.text)
      .join(''),
  ).toBe(text)
})
