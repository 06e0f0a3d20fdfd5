import { generateAtomFeed, generateJsonFeed, generateRssFeed } from 'feedsmith'

import { legible } from '#lib/legible.ts'
import type { RiverItem } from '#newsroom/live/live-story.ts'
import type { FeedName } from '#src/routes.ts'

/** What a feed says of itself; addresses are absolute. */
export type FeedHead = { title: string; description: string; language: string; home: string; self: string; updated: Date }

export type FeedItem = { item: RiverItem; href: string; categories: string[] }

export const feedTypes = {
  'feed.xml': 'application/rss+xml; charset=utf-8',
  'feed.atom': 'application/atom+xml; charset=utf-8',
  'feed.json': 'application/feed+json; charset=utf-8',
} as const satisfies Record<FeedName, string>

/** A river as RSS 2.0, Atom or JSON Feed 1.1. */
export function printFeed(name: FeedName, head: FeedHead, items: FeedItem[]): string {
  const legibly = items.map(({ item, ...entry }) => ({
    ...entry,
    item: { ...item, headline: legible(item.headline), summary: legible(item.summary) },
  }))
  if (name === 'feed.xml') return rss(head, legibly)
  return name === 'feed.atom' ? atom(head, legibly) : json(head, legibly)
}

// RSS readers take a description for HTML.
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

// An item's identity is its story and language, which no change of address touches.
const identity = ({ item }: FeedItem) => `urn:uuid:${item.story}#${item.language}`

function rss(head: FeedHead, items: FeedItem[]): string {
  return generateRssFeed({
    title: head.title,
    link: head.home,
    description: head.description || head.title,
    language: head.language,
    lastBuildDate: head.updated,
    atom: { links: [{ href: head.self, rel: 'self', type: 'application/rss+xml' }] },
    items: items.map((entry) => ({
      title: entry.item.headline,
      link: entry.href,
      description: escaped(entry.item.summary),
      pubDate: entry.item.publishedAt,
      guid: { value: identity(entry), isPermaLink: false },
      categories: entry.categories.map((category) => ({ name: category })),
    })),
  })
}

function atom(head: FeedHead, items: FeedItem[]): string {
  return generateAtomFeed({
    id: head.self,
    title: { value: head.title },
    subtitle: { value: head.description },
    updated: head.updated,
    links: [
      { href: head.self, rel: 'self', type: 'application/atom+xml' },
      { href: head.home, rel: 'alternate', type: 'text/html', hreflang: head.language },
    ],
    authors: [{ name: head.title }],
    entries: items.map((entry) => ({
      id: identity(entry),
      title: { value: entry.item.headline },
      summary: { value: entry.item.summary },
      published: entry.item.publishedAt,
      updated: entry.item.modifiedAt ?? entry.item.publishedAt,
      links: [{ href: entry.href, rel: 'alternate', type: 'text/html', hreflang: entry.item.language }],
      categories: entry.categories.map((category) => ({ term: category })),
    })),
  })
}

function json(head: FeedHead, items: FeedItem[]): string {
  const feed = generateJsonFeed({
    title: head.title,
    home_page_url: head.home,
    feed_url: head.self,
    description: head.description,
    language: head.language,
    items: items.map((entry) => ({
      id: identity(entry),
      url: entry.href,
      title: entry.item.headline,
      content_text: entry.item.summary,
      summary: entry.item.summary,
      date_published: entry.item.publishedAt,
      date_modified: entry.item.modifiedAt ?? entry.item.publishedAt,
      language: entry.item.language,
      tags: entry.categories,
    })),
  })
  return JSON.stringify(feed)
}
