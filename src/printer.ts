import { TrieRouter } from 'hono/router/trie-router'

import { LiveReader, nextChange } from '#newsroom/live/live-reader.ts'
import type { RegistersKeeper } from '#newsroom/live/registers-keeper.ts'
import type { Newsroom } from '#newsroom/newsroom.ts'
import type { PrintPage } from '#platform/press/printed.ts'
import { publicWays } from '#surfaces/api/public/public-ways.ts'
import type { PageAnswer, PageHandler, PageRequest } from '#surfaces/ui/page-request.ts'
import { movedTo } from '#surfaces/ui/page-request.ts'

import { isFeed, kept, pathPattern, routes } from './routes.ts'

export type PrinterOptions = {
  newsroom: Newsroom
  registers: RegistersKeeper
  origin: string
  /** Path patterns without language prefix, each with what prints it. */
  pages: [string, PageHandler][]
  /** Whether an address with its query was a story's once, though without it is a page of ours. */
  isOld: (address: string) => boolean
  /** What is at an address that is no page of ours: an old one, one that moved, one that is gone, or nothing. */
  otherwise: (request: PageRequest) => Promise<PageAnswer>
}

/** Prints a page from `live` and nothing else, with the tags of what was read and the second at which it changes by itself. */
export function printer({ newsroom, registers, origin, pages, isOld, otherwise }: PrinterOptions): PrintPage {
  const router = new TrieRouter<PageHandler>()
  for (const [pattern, handler] of pages) router.add('GET', pattern, handler)
  return async (key) => {
    const live = new LiveReader(newsroom.db.site, await registers.read(), newsroom.clock.now())
    // Joined, not resolved: a path that begins with two slashes names no host here.
    const url = new URL(`http://dateline.invalid${key}`)
    const { language, path } = splitLanguage(url.pathname, live.registers.settings.languages)
    const [handler, params] = match(router, path)
    const request: PageRequest = { live, path, params, query: url.searchParams, language, origin, asked: url.pathname + url.search }
    const old = isOld(request.asked) ? await otherwise(request) : undefined
    const answer = old && old.status !== 404 ? old : ((await handler?.(request)) ?? (await otherwise(request)))
    const spelled = underOneSpelling(answer, key, url)
    return { ...spelled, tags: live.tags, expiresAt: await nextChange(live), keep: true }
  }
}

/**
 * `/archive/%32026` is `/archive/2026`, and whoever asks could spell a page in more ways than a shelf holds: pages are moved to as our links spell
 * them, and what programs ask for, or an archive wrote, answers where it is and is kept apart.
 */
function underOneSpelling(answer: PageAnswer, key: string, url: URL): PageAnswer {
  const [asked = ''] = key.split('?')
  const spelled = url.pathname
    .split('/')
    .map((part) => encodeURIComponent(decoded(part)))
    .join('/')
  if (spelled === asked) return answer
  const canMove = answer.status === 200 && !spelled.startsWith('//') && !kept.never.test(url.pathname)
  return canMove ? movedTo(spelled + url.search) : { ...answer, isAside: true }
}

function splitLanguage(path: string, languages: string[]): { language: string; path: string } {
  const [byDefault = 'en', ...others] = languages
  const first = path.split('/')[1] ?? ''
  if (!others.includes(first)) return { language: byDefault, path }
  return { language: first, path: path.slice(first.length + 1) || '/' }
}

function match(router: TrieRouter<PageHandler>, path: string): [PageHandler | undefined, Record<string, string>] {
  const [found] = router.match('GET', path)
  const [handler, params] = found[0] ?? []
  const values = Object.entries(params ?? {}).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, decoded(value)] as const] : [],
  )
  return [handler, Object.fromEntries(values)]
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

const facets = ['section', 'project', 'place', 'topic', 'year', 'lang']
const ofPrograms = publicWays.map(({ path, parameters }) => ({
  pattern: pathPattern(path),
  parameters,
}))

/** Which parameters of the query make a page, by its path; the whole query of a path that is not ours, for old addresses. */
export function parametersOf(path: string): readonly string[] | 'all' | null {
  if (kept.api.test(path)) return ofPrograms.find(({ pattern }) => pattern.test(path))?.parameters ?? []
  if (kept.never.test(path)) return null
  if (path === routes.sitemap) return ['page']
  // A feed has one page.
  if (kept.river.test(path)) return [...facets, ...(isFeed(path) ? [] : ['page'])]
  if (path === routes.mapSheet) return ['of']
  return kept.plain.test(path) ? [] : 'all'
}
