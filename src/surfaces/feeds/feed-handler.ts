import { findRiver } from '#newsroom/live/find-river.ts'
import type { FeedName } from '#src/routes.ts'
import { inLanguage, link, routes, withoutFeed } from '#src/routes.ts'
import { named, placeInWords } from '#surfaces/ui/in-words.ts'
import type { PageHandler, PageRequest } from '#surfaces/ui/page-request.ts'
import { movedTo } from '#surfaces/ui/page-request.ts'
import { riverMoved } from '#surfaces/ui/river-moved.ts'
import type { AskedRiver } from '#surfaces/ui/river-of.ts'
import { riverOf } from '#surfaces/ui/river-of.ts'

import { feedTypes, printFeed } from './print-feed.ts'

/** The newest twenty stories of any river as a feed. */
export function feedHandler(name: FeedName): PageHandler {
  return async (request) => {
    const moved = riverMoved(request)
    if (moved !== undefined) return movedTo(moved)
    const asked = riverOf(request)
    if (!asked) return undefined
    const { live, origin, language } = request
    const river = await findRiver(live, language, asked.facets, 1)
    const of = withoutFeed(request.path)
    const address = (path: string) => origin + inLanguage(path, language, live.defaultLanguage)
    const query = request.query.size > 0 ? `?${request.query.toString()}` : ''
    const head = {
      title: titleOf(request, asked),
      description: named(live.registers.settings.tagline, language),
      language,
      home: address(of === routes.front ? routes.news : of) + query,
      self: address(request.path) + query,
      updated: newest(river.items) ?? new Date(0),
    }
    const items = river.items.map((item) => ({
      item,
      href: origin + inLanguage(link(routes.story, { slug: item.slug }), item.language, live.defaultLanguage),
      categories: [
        ...(item.section ? [named(item.section.name, language)] : []),
        ...item.places.map((place) => placeInWords(place, language)),
      ],
    }))
    return { status: 200, isAside: asked.isAside, body: printFeed(name, head, items), headers: { 'content-type': feedTypes[name] } }
  }
}

function newest(items: { publishedAt: Date; modifiedAt: Date | null }[]): Date | undefined {
  const times = items.map((item) => (item.modifiedAt ?? item.publishedAt).getTime())
  return times.length > 0 ? new Date(Math.max(...times)) : undefined
}

function titleOf({ live, language }: PageRequest, { subject }: AskedRiver): string {
  const newsroom = named(live.registers.settings.name, language)
  if (subject.kind === 'section') return `${named(subject.section.name, language)} – ${newsroom}`
  if (subject.kind === 'project') return `${subject.project.acronym ?? named(subject.project.title, language)} – ${newsroom}`
  if (subject.kind === 'place') return `${placeInWords(subject.place, language)} – ${newsroom}`
  if (subject.kind === 'topic') return `${named(subject.topic.name, language)} – ${newsroom}`
  return subject.kind === 'year' ? `${subject.year} – ${newsroom}` : newsroom
}
