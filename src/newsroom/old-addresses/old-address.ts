import { Failure } from '#lib/failure.ts'
import { kept } from '#src/routes.ts'

/** An address that someone added by hand. */
export type OldAddress = {
  path: string
  /** Where it leads: a path of ours, or a story's edition wherever that is. */
  target: string | null
  edition: string | null
  headline: string | null
  addedBy: string
  addedAt: Date
}

const longest = 1000
/** What makes another page of ours out of a path of ours. */
const ours = ['section', 'project', 'place', 'topic', 'year', 'lang', 'page', 'q', 'of']

/**
 * The path and query of an address as somebody typed or pasted it, of whatever host; undefined for what is none. Escapes are as browsers send them.
 */
export function pathOfAddress(said: string): string | undefined {
  const text = said.trim()
  if (text.length > longest || !/^(https?:\/\/|\/(?![/\\]))/i.test(text) || !URL.canParse(text, 'http://dateline.invalid')) return undefined
  const { pathname, search } = new URL(text, 'http://dateline.invalid')
  return pathname.startsWith('//') ? undefined : pathname + search
}

export function requirePath(said: string, what: string): string {
  const path = pathOfAddress(said)
  if (path === undefined)
    throw new Failure('invalid', 'bad-address', `${what} is no address. Write it from its first slash on, such as /index.php?id=2371.`)
  return path
}

/** Whether an address could only be a page of ours: its query says nothing, or what our own pages say. */
export function isSpelledAsOurs(path: string): boolean {
  const [bare = '', query = ''] = path.split('?')
  if (kept.never.test(bare)) return true
  const names = [...new URLSearchParams(query).keys()]
  return names.every((name) => ours.includes(name))
}

/** A path without its query, as our links spell it: `/news/` is `/news`, whatever escapes somebody typed. */
export function bareOf(path: string): string {
  const [bare = ''] = path.split('?')
  const tidy = bare.length > 1 ? bare.replace(/\/$/, '') : bare
  try {
    return decodeURI(tidy)
  } catch {
    return tidy
  }
}

/** The site map and what robots read: pages of ours that stand in no register. */
export const isOwnFile = (path: string): boolean => /^\/(?:sitemap\.xml|robots\.txt)$/.test(bareOf(path))

/** What the desk, programs and the pages' own pictures answer at. */
export function isMachinery(path: string): boolean {
  const bare = bareOf(path)
  return kept.never.test(bare) || (kept.plain.test(bare) && /\/(?:maps|logo|emblems)\//.test(bare))
}
