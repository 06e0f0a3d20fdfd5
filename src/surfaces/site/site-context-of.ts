import type { FeedName } from '#src/routes.ts'
import { feedOf, link, routes } from '#src/routes.ts'
import type { PageRequest } from '#surfaces/ui/page-request.ts'

import type { SiteAssets } from './site-assets.ts'
import { navigationOf } from './navigation.ts'
import { mapKey } from './map/map-key.ts'
import type { PageQuery } from './page-path.ts'
import { pagePath } from './page-path.ts'
import type { SiteContext } from './site-context.ts'

type OwnAddresses = {
  /** The path of the river that it shows: its feeds are those of it, not of all news. */
  river?: string
  query?: PageQuery
  /** Which part of a list it is; other languages are cut otherwise, so their first stands for all of theirs. */
  number?: number
  /** Where it is in other languages; absent: at the same path in every one. */
  translations?: { language: string; path: string }[]
}

/** The context of a page: its addresses in each language, its feeds, the assets that it needs. */
export function siteContextOf(
  request: PageRequest,
  assets: SiteAssets,
  { river, query, number, translations }: OwnAddresses = {},
): SiteContext {
  const { live, origin, language, path, asked } = request
  const { settings } = live.registers
  const there = translations ?? settings.languages.map((other) => ({ language: other, path }))
  const feed = (name: FeedName) =>
    origin + pagePath(request, feedOf(river ?? routes.front, name), language, river === undefined ? {} : query)
  return {
    settings,
    navigation: navigationOf(live.registers, language),
    language,
    path: asked.split('?')[0] ?? asked,
    canonical: origin + pagePath(request, path, language, query, number),
    alternates: there.map((other) => ({ language: other.language, href: origin + pagePath(request, other.path, other.language, query) })),
    cssHref: assets.cssHref(settings.accent),
    iconHref: assets.iconHref,
    embedScriptHref: assets.embedScriptHref,
    fontPreloads: assets.fontPreloads(language),
    mapHref: (codes) => link(routes.map, { name: `${mapKey(codes)}.${language}.svg` }),
    mapSheetHref: (sets) => `${routes.mapSheet}?of=${[...new Set(sets.map(mapKey))].toSorted().join('.')}`,
    feedHrefs: { rss: feed('feed.xml'), atom: feed('feed.atom'), json: feed('feed.json') },
    demoBanner: settings.isDemo,
  }
}
