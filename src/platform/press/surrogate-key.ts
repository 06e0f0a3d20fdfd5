import { fingerprint } from './entity-tag.ts'

/** The key of pages with more tags than a header can carry. Whoever purges a CDN purges this one with every release. */
export const crowdedKey = 'crowded'

const longestTag = 64
const longestHeader = 2048

/** The `Surrogate-Key` of a page, by which a CDN can purge exactly what the press purges. */
export function surrogateKeys(tags: Iterable<string>): string {
  const keys = [...tags].map(surrogateKey).join(' ')
  return keys.length > longestHeader ? crowdedKey : keys
}

/** One tag as a surrogate key: itself when it is short and plain, else a fingerprint. */
export function surrogateKey(tag: string): string {
  return tag.length <= longestTag && /^[\x21-\x7e]+$/.test(tag) ? tag : fingerprint(Buffer.from(tag)).slice(0, 22)
}
