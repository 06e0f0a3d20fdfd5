import { Parser } from 'htmlparser2'

export type HtmlReader = {
  /** `order` counts the elements of the page from 0, in the order in which they open. */
  open: (name: string, attributes: Record<string, string>, order: number) => void
  close: (name: string) => void
  text: (text: string) => void
}

const longest = 2_000_000
const deepest = 200
const bite = 4096

/** Tells a reader of a page's elements and words, in balanced pairs: at most 2,000,000 characters, 200 elements deep. `isWhole` says whether that was all. */
export function readHtml(html: string, reader: HtmlReader): { isWhole: boolean } {
  let depth = 0
  let order = 0
  const parser = new Parser({
    onopentag: (name, attributes) => {
      depth++
      reader.open(name, attributes, order++)
    },
    onclosetag: (name) => {
      depth--
      reader.close(name)
    },
    ontext: reader.text,
  })
  // In bites, so that nesting without end stops the reading instead of the machine.
  let at = 0
  for (; at < Math.min(html.length, longest) && depth <= deepest; at += bite) parser.write(html.slice(at, at + bite))
  parser.end()
  return { isWhole: at >= html.length }
}
