import type { LiveReader } from '#newsroom/live/live-reader.ts'

/** What a page is printed from: the live archive and the parts of its address. */
export type PageRequest = {
  live: LiveReader
  /** The path without its language prefix, decoded parameters and the query. */
  path: string
  params: Record<string, string>
  query: URLSearchParams
  language: string
  /** Path and query as they were asked for, language prefix and all. */
  asked: string
  /** Where this newsroom is on the web, without a slash at its end. */
  origin: string
}

/** What a page answers. Errors that readers should see are answers too. */
export type PageAnswer = {
  status: number
  body: string | Uint8Array
  headers: Record<string, string>
  /** One of more answers than there are pages, which anybody can ask for: kept apart from pages. */
  isAside?: boolean
}

export type PageHandler = (request: PageRequest) => Promise<PageAnswer | undefined>

/** A permanent redirect within the site. */
export function movedTo(path: string): PageAnswer {
  return { status: 301, body: '', headers: { location: path, 'content-type': 'text/plain; charset=utf-8' } }
}
