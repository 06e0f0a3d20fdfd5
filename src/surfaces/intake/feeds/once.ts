import type { Read } from '../source-story.ts'

/** Lets each story of a feed pass once: what comes again under the same guid, or else address, is skipped. */
export function once(): (read: Read) => Read {
  const seen = new Set<string>()
  return (read) => {
    if (read.kind !== 'story') return read
    const key = read.story.guid ?? read.story.url
    if (key === null) return read
    if (seen.has(key)) return { kind: 'skipped', skipped: { line: read.story.line, reason: 'same-guid', text: read.story.headline } }
    seen.add(key)
    return read
  }
}
