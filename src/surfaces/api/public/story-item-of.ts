import type { LiveStatement, RiverItem } from '#newsroom/live/live-story.ts'
import { inLanguage, link, routes } from '#src/routes.ts'
import { emblemPath } from '#surfaces/ui/drawing-path.ts'
import type { PageRequest } from '#surfaces/ui/page-request.ts'

/** Where readers find a story. */
export const urlOf = ({ origin, live }: PageRequest, { slug, language }: { slug: string; language: string }): string =>
  origin + inLanguage(link(routes.story, { slug }), language, live.defaultLanguage)

export function storyItemOf(request: PageRequest, item: RiverItem) {
  return { ...item, url: urlOf(request, item) }
}

/** What a funder wants said and shown, with the address of its emblem. */
export function statementOf({ origin }: PageRequest, { emblem, ...said }: LiveStatement) {
  return { ...said, emblem: emblem && { ...emblem, url: origin + emblemPath(emblem) } }
}
