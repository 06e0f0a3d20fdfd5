import { fold } from '#lib/fold.ts'

import type { Read } from '../source-story.ts'

/**
 * Lets each story of a feed pass once: what comes again under the same guid, or else address, and the same headline is skipped. Another headline
 * is another story whose feed gave it somebody else's name; it passes under one of its own.
 */
export function once(): (read: Read) => Read {
  const headlines = new Map<string, Set<string>>()
  return (read) => {
    if (read.kind !== 'story') return read
    const { story } = read
    const key = story.guid ?? story.url
    if (key === null) return read
    const headline = fold(story.headline)
    const known = headlines.get(key)
    if (!known) return remember(key, headline, read)
    if (known.has(headline)) return { kind: 'skipped', skipped: { line: story.line, reason: 'same-guid', text: story.headline } }
    known.add(headline)
    return { kind: 'story', story: { ...story, identity: `${key}#${headline}` } }
  }

  function remember(key: string, headline: string, read: Read): Read {
    headlines.set(key, new Set([headline]))
    return read
  }
}
