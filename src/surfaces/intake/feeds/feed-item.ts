import type { SourceStory } from '../source-story.ts'
import { feedDate } from './feed-date.ts'
import { cutAtSentence, plainParagraph } from './plain-paragraph.ts'

/** What every kind of feed says of an item, before it is made a story. Texts are as the feed has them. */
export type FeedItem = {
  title: string | undefined
  /** A summary that the feed gives apart from the whole text; HTML or plain. */
  summary: string | undefined
  /** The whole text; HTML unless `isPlain`. */
  content: string | undefined
  isPlain?: boolean
  dates: (string | undefined)[]
  link: string | undefined
  base: (string | undefined)[]
  guid: string | undefined
  byline: (string | undefined)[]
  topics: (string | undefined)[]
  language: string | undefined
}

const derivedSummary = 600
const givenSummary = 2000

/** The story that an item of a feed tells, or undefined where it has neither a headline nor a text. */
export function storyFromItem(item: FeedItem, line: number): SourceStory | undefined {
  const content = item.isPlain ? undefined : filled(item.content)
  const whole = content ?? filled(item.summary)
  const paragraph = summaryOf(item)
  const headline = cutAtSentence(plainParagraph(item.title ?? ''), 500) || cutAtSentence(paragraph ?? '', 120)
  if (headline === '') return undefined
  const dated = item.dates.map(feedDate).find((found) => found !== undefined)
  const url = resolveUrl(item.link, item.base)
  const story: SourceStory = {
    section: null,
    headline,
    date: dated?.date ?? null,
    summary: paragraph === headline ? null : paragraph,
    url,
    line,
  }
  if (dated?.publishedAt) story.publishedAt = dated.publishedAt
  if (whole && (content !== undefined || looksLikeHtml(whole))) story.html = whole
  else if (item.isPlain && filled(item.content)) story.html = escapeText(item.content ?? '')
  return { ...story, ...aside(item) }
}

function summaryOf(item: FeedItem): string | null {
  const text = item.isPlain ? singleLine(item.content ?? '') : plainParagraph(item.content ?? '')
  const given = plainParagraph(item.summary ?? '')
  const isWhole = filled(item.content) === undefined || given === text
  return cutAtSentence(given || text, given && !isWhole ? givenSummary : derivedSummary) || null
}

function aside(item: FeedItem): Partial<SourceStory> {
  const byline = unique(item.byline).slice(0, 10).join(', ')
  const topics = unique(item.topics).slice(0, 50)
  const language = item.language?.trim()
  return {
    ...(byline && { byline: byline.slice(0, 300) }),
    ...(topics.length > 0 && { topics }),
    ...(language && /^[a-z]{2,3}([-_][a-z\d]{2,8})*$/i.test(language) && { language: language.replaceAll('_', '-') }),
    ...(filled(item.guid) && { guid: (item.guid ?? '').trim().slice(0, 2000) }),
  }
}

const filled = (text: string | undefined) => (text?.trim() ? text.trim() : undefined)

const singleLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim()

const looksLikeHtml = (text: string) => /<\/?[a-z][a-z\d]*(\s[^<>]*)?\/?>/i.test(text)

const escapeText = (text: string) =>
  text
    .trim()
    .split(/\n\s*\n/)
    .map((part) => `<p>${part.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`)
    .join('')

const unique = (texts: (string | undefined)[]) => [
  ...new Set(texts.map((text) => plainParagraph(text ?? '').slice(0, 200)).filter((text) => text !== '')),
]

/** An http(s) address, resolved against the bases from the nearest to the furthest; null for anything else. */
export function resolveUrl(link: string | undefined, bases: (string | undefined)[]): string | null {
  const text = link?.trim()
  if (!text || text.length > 2000) return null
  let base: string | undefined
  for (const next of bases.toReversed()) base = next === undefined ? base : (absolute(next, base) ?? base)
  const url = absolute(text, base)
  if (url === undefined) return /^\/(?!\/)/.test(text) ? text : null
  return /^https?:/.test(url) ? url : null
}

function absolute(text: string, base: string | undefined): string | undefined {
  return URL.parse(text.trim(), base)?.href
}
