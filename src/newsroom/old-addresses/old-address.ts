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
const nowhere = 'http://dateline.invalid'
/** What makes another page of ours out of a path of ours. */
const ours = ['section', 'project', 'place', 'topic', 'year', 'lang', 'page', 'q', 'of']

/**
 * The path and query of an address as somebody typed or pasted it, of whatever host; undefined for what is none. Escapes are as browsers send them.
 */
export function pathOfAddress(said: string): string | undefined {
  const text = said.trim()
  if (text.length > longest || !/^(https?:\/\/|\/(?![/\\]))/i.test(text) || !URL.canParse(text, nowhere)) return undefined
  const { pathname, search } = new URL(text, nowhere)
  return pathname.startsWith('//') ? undefined : pathname + search
}

export function requirePath(said: string, { field, what }: { field: string; what: string }): string {
  const path = pathOfAddress(said)
  if (path === undefined)
    throw new Failure('invalid', 'bad-address', `${what} is no address. Write it from its first slash on, such as /index.php?id=2371.`, {
      values: { field },
    })
  return path
}

/** Where an old address may lead: a path of this site, without a slash at its end. What names the host of another site is refused. */
export function requireTarget(said: string, origin: string | undefined): string {
  const path = requirePath(said, { field: 'to', what: 'Where it leads' })
  const { host } = new URL(said.trim(), origin ?? nowhere)
  if (host === new URL(origin ?? nowhere).host) return withoutLastSlash(path)
  throw new Failure('invalid', 'leads-elsewhere', `An old address leads to a page of this site, and ${host} is another one.`, {
    values: { host, field: 'to' },
  })
}

/** An address as it is spelled without a slash at the end of its path, and with one: archives write theirs so, and their readers both ways. */
export function bothSpellings(address: string): [string, string] {
  const [path = '', query] = withoutLastSlash(address).split(/(?=\?)/, 2)
  return [path + (query ?? ''), `${path === '/' ? '' : path}/${query ?? ''}`]
}

function withoutLastSlash(address: string): string {
  const [path = '', query] = address.split(/(?=\?)/, 2)
  return (path.length > 1 ? path.replace(/\/$/, '') : path) + (query ?? '')
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

/** What always answers as it does, whatever its query says: no old address stands before it. */
export const isFixed = (path: string): boolean => isOwnFile(path) || isMachinery(path) || isFeed(path)

function isFeed(path: string): boolean {
  const bare = bareOf(path)
  return /\/feed\.(?:xml|atom|json)$/.test(bare) && (kept.river.test(bare) || kept.plain.test(bare))
}

/** What the desk, programs and the pages' own pictures answer at. */
function isMachinery(path: string): boolean {
  const bare = bareOf(path)
  return kept.never.test(bare) || (kept.plain.test(bare) && /\/(?:maps|logo|emblems)\//.test(bare))
}
