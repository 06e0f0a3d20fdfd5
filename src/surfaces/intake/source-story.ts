/** What a reader of an archive found for one story, before it is filed. Dates are `YYYY-MM-DD`; absent fields were not in the source. */
export type SourceStory = {
  section: string | null
  headline: string
  /** The world's date of the story, `YYYY-MM-DD`, or null where the source gives none. */
  date: string | null
  /** The exact moment, ISO 8601 with offset, where the source gives one. */
  publishedAt?: string
  /** One paragraph of plain text. */
  summary: string | null
  /** The story's own address in the source, absolute where the source allows it. */
  url: string | null
  /** HTML of the whole text, where the source carries it; hostile until printed through the body schema. */
  html?: string
  byline?: string
  topics?: string[]
  language?: string
  /** The source's own identity of the item (a feed's guid), if any. */
  guid?: string
  /** What tells it from another story of the source with the same guid or address. */
  identity?: string
  /** 1-based line (or item) of the source where the story begins. */
  line: number
  /** Which file of a folder that is in. */
  file?: string
}

/** A piece of a source that looked like news but could not be placed; `file` is which one of a folder it is in. */
export type Skipped = { file?: string; line: number; reason: string; text: string }

export type SourceFormat = 'listing' | 'html' | 'rss' | 'atom' | 'rdf' | 'json-feed'

/**
 * One event of reading: each source begins with its name and format, then stories and skipped pieces come as they are found, so that
 * a source streams in constant memory.
 */
export type Read =
  | { kind: 'format'; format: SourceFormat; name: string }
  | { kind: 'story'; story: SourceStory }
  | { kind: 'skipped'; skipped: Skipped }
