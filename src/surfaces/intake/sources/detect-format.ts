import { Failure } from '#lib/failure.ts'
import type { SourceFormat } from '../source-story.ts'

/**
 * What the beginning of a text is, by its content alone. Throws Failure `not-a-feed` for XML or JSON that is no feed, `front-matter`
 * for Markdown of a site generator, and `xml-entities` for a document that defines entities of its own.
 */
export function detectFormat(head: string, name: string): SourceFormat {
  const start = head.replace(/^\ufeff/, '').trimStart()
  if (frontMatter.test(start))
    throw new Failure('invalid', 'front-matter', `${name} is Markdown with front matter, which import does not read.`)
  if (/^[{[]\s*(["{[\]}]|$)/.test(start)) return jsonFeed(start, name)
  if (!start.startsWith('<')) return countTags(start) >= 5 ? 'html' : 'listing'
  const { root, doctype, declared } = prologOf(start)
  const isHtml = doctype === 'html' || (root !== undefined && htmlRoots.has(root.toLowerCase()))
  if (doctype !== 'html' && /^[^<]*(<[?!][^<]*)*<!doctype[^<>]*\[/i.test(start)) throw entities(name)
  const format = feedRoots.get(localName(root ?? '').toLowerCase())
  if (format && !(isHtml && !declared)) return format
  if (isHtml || (!declared && countTags(start) >= 5)) return 'html'
  throw new Failure(
    'invalid',
    'not-a-feed',
    `${name} is XML but no feed (its root is <${root ?? '?'}>): give RSS, Atom, RDF, JSON Feed, a page or a text.`,
  )
}

// A listing may begin with a rule, too; names with values up to another rule follow only in front matter.
const frontMatter = /^---(?:json[ \t]*\r?\n|[ \t]*\r?\n\s*(?:#.*\n\s*)*(?:\{|["']?[a-z_][\w-]*["']?:\s)[\s\S]*?\n---[ \t]*(?:\r?\n|$))/i

/** The refusal of a document type that defines entities: they can grow without end or name files. */
export const entities = (name: string) =>
  new Failure(
    'invalid',
    'xml-entities',
    `${name} defines XML entities of its own, which Dateline does not read: remove its DOCTYPE and try again.`,
  )

const feedRoots = new Map<string, SourceFormat>([
  ['rss', 'rss'],
  ['rdf', 'rdf'],
  ['feed', 'atom'],
])

const htmlRoots = new Set(
  'html head body title meta link base style script header main nav section article aside footer div p span a ul ol li dl table h1 h2 h3 h4 h5 h6 form img center font'.split(
    ' ',
  ),
)

const localName = (name: string) => name.slice(name.indexOf(':') + 1)

const countTags = (text: string) => text.match(/<\/?(a|p|div|li|ul|span|h[1-6]|td|tr|br|article|section)\b[^<>]*>/gi)?.length ?? 0

function prologOf(start: string): { root: string | undefined; doctype: string | undefined; declared: boolean } {
  const declared = /^<\?xml\b/i.test(start)
  const bare = start.replaceAll(/<!--[\s\S]*?(-->|$)/g, '').replaceAll(/<\?[\s\S]*?(\?>|$)/g, '')
  const doctype = /^\s*<!doctype\s+([^\s>[]+)/i.exec(bare)?.[1]?.toLowerCase()
  return { root: /<([a-zA-Z_][^\s/>]*)/.exec(bare.replace(/^\s*<!doctype[^>[]*(\[[\s\S]*?\]\s*)?>/i, ''))?.[1], doctype, declared }
}

function jsonFeed(start: string, name: string): SourceFormat {
  if (/"version"\s*:\s*"https?:\\?\/\\?\/(www\.)?jsonfeed\.org/i.test(start) || /"items"\s*:\s*\[/.test(start)) return 'json-feed'
  throw new Failure('invalid', 'not-a-feed', `${name} is JSON but no JSON Feed: give RSS, Atom, RDF, JSON Feed, a page or a text.`)
}
