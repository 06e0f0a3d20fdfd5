import { decodeText, sniffEncoding } from '#lib/decode-text.ts'
import { Failure } from '#lib/failure.ts'
import { legible } from '#lib/legible.ts'
import { readJsonFeed } from './feeds/read-json-feed.ts'
import { readXmlFeed } from './feeds/read-xml-feed.ts'
import { checkXml } from './feeds/split-feed.ts'
import { readListingHtml } from './listing/read-listing-html.ts'
import { readListingText } from './listing/read-listing-text.ts'
import type { Read, SourceFormat } from './source-story.ts'
import { detectFormat } from './sources/detect-format.ts'
import { openSource } from './sources/open-source.ts'
import type { Source, SourceLimits } from './sources/source.ts'
import { sourceLimits } from './sources/source.ts'
import { tooLarge } from './sources/too-large.ts'

export type ReadSourceOptions = {
  format?: 'auto' | SourceFormat | undefined
  /** BCP 47 language of the source, where it does not say so itself. */
  language?: string | undefined
  stdin?: AsyncIterable<Uint8Array> | undefined
  limits?: SourceLimits
  /** Called as bytes are read; `total` counts all that the source holds. */
  onProgress?: (progress: { bytes: number; total: number }) => void
}

/**
 * Reads what the operator names (a file, a folder, an address, or `-`) as a stream of stories. A source is checked whole before the
 * first story of it is given, so a broken one gives a Failure and nothing else. In a folder, what cannot be read is skipped by name.
 */
export async function* readSource(name: string, options: ReadSourceOptions = {}): AsyncGenerator<Read> {
  await using opened = await openSource(name, { limits: options.limits ?? sourceLimits, stdin: options.stdin })
  const total = opened.sources.reduce((sum, source) => sum + source.size, 0)
  let before = 0
  let readable = 0
  for (const source of opened.sources) {
    const progress = (bytes: number) => options.onProgress?.({ bytes: before + bytes, total })
    const prepared = opened.folder ? await prepare(source, options).catch(asSkipped(source)) : await prepare(source, options)
    if ('skipped' in prepared) yield { kind: 'skipped', skipped: prepared.skipped }
    else {
      readable++
      yield { kind: 'format', format: prepared.format, name: source.name }
      const events = read(source, prepared, options, progress)
      if (!opened.folder) for await (const event of events) yield legibly(event)
      else for await (const event of tolerant(events, source)) yield within(source, legibly(event))
    }
    before += source.size
    progress(0)
  }
  if (readable === 0)
    throw new Failure(
      'invalid',
      'folder-unreadable',
      `${name} is a folder in which nothing can be read: name a feed, a page or a text dump.`,
    )
}

type Prepared = { format: SourceFormat; encoding: string }

/** Encoding, format and well-formedness, before anything is given out. */
async function prepare(source: Source, options: ReadSourceOptions): Promise<Prepared> {
  const limits = options.limits ?? sourceLimits
  if (source.size > limits.feed) throw tooLarge(source.name, source.size, limits.feed)
  const encoding = await sniffEncoding(source.bytes(), { contentType: source.contentType }).catch((error: unknown) => named(error, source))
  const found = options.format && options.format !== 'auto' ? options.format : detectFormat(await headOf(source, encoding), source.name)
  if (isXml(found)) await checkXml(decodeText(source.bytes(), encoding), source.name)
  else if (source.size > limits.page) throw tooLarge(source.name, source.size, limits.page)
  return { format: found, encoding }
}

async function* read(
  source: Source,
  { format, encoding }: Prepared,
  options: ReadSourceOptions,
  progress: (bytes: number) => void,
): AsyncGenerator<Read> {
  const text = decodeText(counted(source.bytes(), progress), encoding)
  const { name, url } = source
  if (isXml(format)) return yield* readXmlFeed(text, { format, name, url })
  const whole = (await Array.fromAsync(text)).join('')
  if (format === 'json-feed') return yield* readJsonFeed(whole, { name, url })
  const language = options.language === undefined ? {} : { language: options.language }
  const { stories, skipped } =
    format === 'html' ? readListingHtml(whole, { ...language, ...(url && { baseUrl: url }) }) : readListingText(whole, language)
  for (const story of stories) yield { kind: 'story', story }
  for (const piece of skipped) yield { kind: 'skipped', skipped: piece }
}

/** No text of a source reaches the archive or a terminal with characters that neither can hold. */
function legibly(event: Read): Read {
  if (event.kind === 'skipped') return { kind: 'skipped', skipped: { ...event.skipped, text: legible(event.skipped.text) } }
  if (event.kind === 'format') return event
  const { headline, summary, section, html, byline, guid, topics, url } = event.story
  return {
    kind: 'story',
    story: {
      ...event.story,
      headline: legible(headline),
      summary: summary === null ? null : legible(summary),
      section: section === null ? null : legible(section),
      url: url === null ? null : legible(url),
      ...(html !== undefined && { html: legible(html) }),
      ...(byline !== undefined && { byline: legible(byline) }),
      ...(guid !== undefined && { guid: legible(guid) }),
      ...(topics !== undefined && { topics: topics.map(legible) }),
    },
  }
}

function within({ name: file }: Source, event: Read): Read {
  if (event.kind === 'story') return { kind: 'story', story: { ...event.story, file } }
  return event.kind === 'skipped' ? { kind: 'skipped', skipped: { file, ...event.skipped } } : event
}

const isXml = (format: SourceFormat) => format === 'rss' || format === 'rdf' || format === 'atom'

async function headOf(source: Source, encoding: string): Promise<string> {
  let head = ''
  for await (const text of decodeText(source.bytes(), encoding)) {
    head += text
    if (head.length >= 65_536) break
  }
  return head
}

async function* counted(bytes: AsyncIterable<Uint8Array>, progress: (bytes: number) => void) {
  let read = 0
  for await (const chunk of bytes) {
    read += chunk.length
    progress(read)
    yield chunk
  }
}

/** What of a folder's piece can be read; the rest of it is skipped by name. */
async function* tolerant(events: AsyncIterable<Read>, source: Source): AsyncGenerator<Read> {
  try {
    yield* events
  } catch (error) {
    yield { kind: 'skipped', ...asSkipped(source)(error) }
  }
}

const asSkipped = (source: Source) => (error: unknown) => {
  if (!(error instanceof Failure)) throw error
  const text = error.message.startsWith(`${source.name} `) ? error.message.slice(source.name.length + 1) : error.message
  return { skipped: { file: source.name, line: 1, reason: error.code, text } }
}

function named(error: unknown, source: Source): never {
  if (error instanceof Failure)
    throw new Failure(error.kind, error.code, error.message.replace(/^The source/, source.name), { cause: error })
  throw new Failure('invalid', 'source-unreadable', `${source.name} cannot be read.`, { cause: error })
}
