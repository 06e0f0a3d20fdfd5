import type { AtomFeed, AtomNs, DcNs, DcTermsNs, RdfFeed, RssFeed } from 'feedsmith'
import { parseAtomFeed, parseRdfFeed, parseRssFeed } from 'feedsmith'
import type { SourceFormat } from '../source-story.ts'
import type { FeedItem } from './feed-item.ts'
import { plainParagraph } from './plain-paragraph.ts'

export type XmlFeedFormat = Extract<SourceFormat, 'rss' | 'rdf' | 'atom'>

/** What the head of a feed says for all its items. */
export type FeedHead = { base: (string | undefined)[]; language: string | undefined; byline: string | undefined }

export function feedHead(xml: string, format: XmlFeedFormat, address: string | undefined): FeedHead {
  if (format === 'atom') {
    const feed = parseAtomFeed(xml)
    return { base: [feed.xml?.base, alternate(feed.links), address], language: feed.xml?.lang, byline: feed.authors?.[0]?.name }
  }
  const feed = format === 'rss' ? parseRssFeed(xml) : parseRdfFeed(xml)
  const language = 'language' in feed ? feed.language : undefined
  return { base: [feed.xml?.base, feed.link, address], language: language ?? feed.dc?.languages?.[0] ?? feed.xml?.lang, byline: undefined }
}

/** The items of a document, in its order. */
export function itemsOf(xml: string, format: XmlFeedFormat, head: FeedHead): FeedItem[] {
  if (format === 'atom') return (parseAtomFeed(xml).entries ?? []).map((entry) => fromAtom(entry, head))
  const items = (format === 'rss' ? parseRssFeed(xml).items : parseRdfFeed(xml).items) ?? []
  return items.map((item) => fromRss(item, head))
}

/** RSS 0.9x and 2.0, and RDF (RSS 0.90 and 1.0), which are the same vocabulary with Dublin Core for what it lacks. */
function fromRss(item: RssFeed.Item<string> | RdfFeed.Item<string>, head: FeedHead): FeedItem {
  const rss: RssFeed.Item<string> = 'rdf' in item ? {} : item
  const permalink = rss.guid?.isPermaLink === false ? undefined : rss.guid?.value
  const encoded = item.content?.encoded ?? item.atom?.content?.value
  return {
    title: item.title ?? item.dc?.titles?.[0],
    summary: item.description ?? item.dc?.descriptions?.[0] ?? item.atom?.summary?.value ?? rss.itunes?.summary,
    content: encoded,
    dates: [rss.pubDate, ...dublinDates(item), item.atom?.published, item.atom?.updated],
    link: item.link ?? alternate(item.atom?.links) ?? (/^https?:/i.test(permalink?.trim() ?? '') ? permalink : undefined),
    base: [item.xml?.base, ...head.base],
    guid: rss.guid?.value ?? about(item),
    byline: bylineOf(rss, item),
    topics: [...(rss.categories ?? []).map((category) => category.name), ...(item.dc?.subjects ?? [])],
    language: item.xml?.lang ?? item.dc?.languages?.[0] ?? head.language,
  }
}

const about = (item: RssFeed.Item<string> | RdfFeed.Item<string>) => ('rdf' in item ? item.rdf?.about : undefined)

function bylineOf(rss: RssFeed.Item<string>, item: { dc?: DcNs.ItemOrFeed<string> | undefined; atom?: AtomNs.Entry<string> | undefined }) {
  const named = item.dc?.creators ?? item.atom?.authors?.map((author) => author.name)
  if (named && named.length > 0) return named
  const people = (rss.authors ?? []).map((author) => author.name)
  return people.some((name) => name) ? people : [rss.itunes?.author]
}

function dublinDates({ dc, dcterms }: { dc?: DcNs.ItemOrFeed<string> | undefined; dcterms?: DcTermsNs.ItemOrFeed<string> | undefined }) {
  return [
    ...(dc?.dates ?? []),
    ...(dcterms?.issued ?? []),
    ...(dcterms?.created ?? []),
    ...(dcterms?.dates ?? []),
    ...(dcterms?.modified ?? []),
  ]
}

function fromAtom(entry: AtomFeed.Entry<string>, head: FeedHead): FeedItem {
  const authors = (entry.authors ?? entry.source?.authors ?? []).map((author) => author.name)
  return {
    title: asHtml(entry.title),
    summary: asHtml(entry.summary),
    content: asHtml(entry.content),
    dates: [entry.published, ...dublinDates(entry), entry.updated],
    link: alternate(entry.links),
    base: [entry.xml?.base, ...head.base],
    guid: entry.id,
    byline: authors.length > 0 ? authors : [...(entry.dc?.creators ?? []), head.byline],
    topics: [...(entry.categories ?? []).map((category) => category.label ?? category.term), ...(entry.dc?.subjects ?? [])],
    language: entry.xml?.lang ?? entry.content?.xml?.lang ?? head.language,
  }
}

/** Atom says whether its text is markup; plain text is escaped so that "<" stays a character (RFC 4287, 3.1.1). */
function asHtml(text: { value?: string; type?: string } | undefined): string | undefined {
  const type = text?.type?.toLowerCase() ?? 'text'
  const isMarkup = /html|xml/.test(type) || plainParagraph(text?.value ?? '') !== text?.value?.replaceAll(/\s+/g, ' ').trim()
  return isMarkup ? text?.value : text?.value?.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

function alternate(links: { href?: string; rel?: string; type?: string }[] | undefined): string | undefined {
  const pages = links?.filter((link) => link.href && (link.rel ?? 'alternate') === 'alternate')
  return (pages?.find((link) => /html/.test(link.type ?? 'html')) ?? pages?.[0])?.href
}
