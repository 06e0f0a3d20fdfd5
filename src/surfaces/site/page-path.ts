import { inLanguage } from '#src/routes.ts'
import type { PageRequest } from '#surfaces/ui/page-request.ts'

/** What makes a page besides its path and its language: what it is narrowed by or searched for, and which of its parts it is. */
export type PageQuery = { [name: string]: string }

/** A path of the site as its links spell it; the first part has no number. */
export function pagePath({ live }: PageRequest, path: string, language: string, query: PageQuery = {}, number = 1): string {
  const search = new URLSearchParams(query)
  if (number > 1) search.set('page', String(number))
  return inLanguage(path, language, live.defaultLanguage) + (search.size > 0 ? `?${search.toString()}` : '')
}
