import type { CheckedText } from './checked-text.ts'
import { placeOf } from './checked-text.ts'
import { emptyLinkWords } from './empty-link-words.ts'
import type { Found } from './finding.ts'

/** Who goes from link to link hears its words alone: "click here" says nothing, and an address says it letter by letter (WCAG 2.2, 2.4.4). */
export function checkLinkWords({ language, text, links }: CheckedText): Found[] {
  const empty = emptyWordsIn(language)
  return links.flatMap((link): Found[] => {
    const words = text.slice(link.from, link.to).trim()
    const at = { field: 'body', ...placeOf(text, link) } as const
    if (words.length > longest) return /^(https?:\/\/|www\.)\S+$/i.test(words) ? [{ ...at, says: { code: 'link is an address' } }] : []
    if (isAddress(words)) return [{ ...at, says: { code: 'link is an address' } }]
    return empty.has(bare(words, language)) ? [{ ...at, says: { code: 'link says nothing', words } }] : []
  })
}

// Longer words say something; only an address is that long and says nothing.
const longest = 200

/** A host alone ("example.org") names a site; with a scheme, or with a path, it is an address. A mail address is what it says. */
function isAddress(words: string): boolean {
  return /^(https?:\/\/|www\.)\S+$/i.test(words) || /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+\/\S+$/u.test(words)
}

/** Without case, and without what stands around the words: "→", "[", "…", "»". */
function bare(words: string, language: string): string {
  return words
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/'/g, '’')
    .toLocaleLowerCase(language)
}

const known = new Map<string, ReadonlySet<string>>()

/** Of the edition's language, and English, which slips in everywhere. */
function emptyWordsIn(language: string): ReadonlySet<string> {
  const base = language.split('-')[0] ?? 'en'
  const found = known.get(base)
  if (found) return found
  const words = new Set([...(emptyLinkWords[base] ?? []), ...(emptyLinkWords['en'] ?? [])])
  if (emptyLinkWords[base]) known.set(base, words)
  return words
}
