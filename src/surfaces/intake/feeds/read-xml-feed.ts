import type { Read } from '../source-story.ts'
import type { FeedItem } from './feed-item.ts'
import { storyFromItem } from './feed-item.ts'
import type { FeedHead, XmlFeedFormat } from './item-from-piece.ts'
import { feedHead, itemFromPiece } from './item-from-piece.ts'
import { once } from './once.ts'
import { plainParagraph } from './plain-paragraph.ts'
import { splitFeed } from './split-feed.ts'

/** Reads RSS, RDF or Atom as a stream, one item in memory at a time. Failures as `StrictXml`. */
export async function* readXmlFeed(
  text: AsyncIterable<string>,
  options: { format: XmlFeedFormat; name: string; url?: string | undefined },
): AsyncGenerator<Read> {
  const isFirst = once()
  let head: FeedHead = { base: [options.url], language: undefined, byline: undefined }
  for await (const piece of splitFeed(text, options.name)) {
    if (piece.kind === 'head') head = tolerant(() => feedHead(piece.xml, options.format, options.url)) ?? head
    else
      yield isFirst(
        readItem(
          tolerant(() => itemFromPiece(piece.xml, options.format, head)),
          piece,
        ),
      )
  }
}

function readItem(item: FeedItem | undefined, piece: { line: number; xml: string }): Read {
  const story = item && storyFromItem(item, piece.line)
  if (story) return { kind: 'story', story }
  return { kind: 'skipped', skipped: { line: piece.line, reason: 'no-headline', text: plainParagraph(piece.xml).slice(0, 200) } }
}

/** The library throws on what it cannot make out; such an item is skipped with its text, such a head does without. */
function tolerant<T>(parse: () => T): T | undefined {
  try {
    return parse()
  } catch {
    return undefined
  }
}
