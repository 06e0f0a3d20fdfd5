import { Parser } from 'htmlparser2'

import type { PageLine } from './page-line.ts'

const silent = new Set(['script', 'style', 'noscript', 'template', 'svg', 'select', 'nav', 'iframe', 'form', 'button', 'footer'])
const inline = new Set('a abbr b bdi cite code em font i mark q s small span strong sub sup time u wbr'.split(' '))

/** The lines of a page: each block of text, with the link in it and whether it is a heading. */
export function linesOfHtml(html: string): PageLine[] {
  const lines: PageLine[] = []
  let text = ''
  let href: string | null = null
  let openHref: string | null = null
  let heading = 0
  let hidden = 0
  let at = 1
  let counted = 0
  const end = () => {
    const said = text.replace(/\s+/g, ' ').trim()
    if (said !== '') lines.push({ line: at, text: said, isAdjacent: false, href, isHeading: heading > 0 })
    text = ''
    href = openHref
  }
  const parser: Parser = new Parser({
    onopentag: (name, attributes) => {
      for (; counted < parser.startIndex; counted += 1) if (html.charCodeAt(counted) === 10) at += 1
      if (silent.has(name)) hidden += 1
      if (!inline.has(name)) end()
      if (/^h[1-6]$/.test(name)) heading += 1
      if (name === 'a' && attributes['href']) openHref = href = attributes['href']
    },
    ontext: (said) => {
      if (hidden === 0) text += said
    },
    onclosetag: (name) => {
      if (!inline.has(name)) end()
      if (silent.has(name)) hidden -= 1
      if (/^h[1-6]$/.test(name)) heading -= 1
      if (name === 'a') openHref = null
    },
  })
  parser.end(html)
  return lines
}
