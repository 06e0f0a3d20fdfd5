import type { JsonFeed } from 'feedsmith'
import { parseJsonFeed } from 'feedsmith'
import { Failure } from '#lib/failure.ts'
import type { Read } from '../source-story.ts'
import { storyFromItem } from './feed-item.ts'
import { once } from './once.ts'

/** Reads a JSON Feed 1.0 or 1.1 whole; `line` counts items. Throws Failure `broken-json` or `not-a-feed`. */
export function readJsonFeed(text: string, options: { name: string; url?: string | undefined }): Read[] {
  const feed = parseFeed(text, options.name)
  const isFirst = once()
  return (feed.items ?? []).map((item, at) => isFirst(readItem(item, at + 1, feed, options.url)))
}

function parseFeed(text: string, name: string): JsonFeed.Feed<string> {
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (cause) {
    const why = cause instanceof Error ? cause.message.split('\n')[0]?.slice(0, 120) : ''
    throw new Failure('invalid', 'broken-json', `${name} is broken JSON: ${why}.`, { cause })
  }
  try {
    return parseJsonFeed(value)
  } catch (cause) {
    throw new Failure('invalid', 'not-a-feed', `${name} is JSON but no JSON Feed: give RSS, Atom, RDF, JSON Feed, a page or a text.`, {
      cause,
    })
  }
}

function readItem(item: JsonFeed.Item<string>, line: number, feed: JsonFeed.Feed<string>, address: string | undefined): Read {
  const authors = (item.authors ?? feed.authors ?? []).map((author) => author.name)
  const story = storyFromItem(
    {
      title: item.title && escapeMarkup(item.title),
      summary: item.summary && escapeMarkup(item.summary),
      content: item.content_html ?? item.content_text,
      isPlain: item.content_html === undefined,
      dates: [item.date_published, item.date_modified],
      link: item.url ?? item.external_url,
      base: [feed.home_page_url, feed.feed_url, address],
      guid: item.id ?? item.url,
      byline: authors,
      topics: item.tags ?? [],
      language: item.language ?? feed.language,
    },
    line,
  )
  if (story) return { kind: 'story', story }
  return { kind: 'skipped', skipped: { line, reason: 'no-headline', text: (item.url ?? item.id ?? '').slice(0, 200) } }
}

/** Titles and summaries are plain text by the standard, though many hold entities. */
const escapeMarkup = (text: string) => text.replaceAll('<', '&lt;')
