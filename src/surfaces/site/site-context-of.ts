import { inLanguage, link, routes } from '#src/routes.ts'
import type { PageRequest } from '#surfaces/ui/page-request.ts'

import type { SiteAssets } from './site-assets.ts'
import { navigationOf } from './navigation.ts'
import { mapKey } from './map/map-key.ts'
import type { SiteContext } from './site-context.ts'

/** The context of a page: its addresses in each language, its feeds, the assets that it needs. `translations` are paths; absent: the same path everywhere. */
export function siteContextOf(
  request: PageRequest,
  assets: SiteAssets,
  page: { river?: string; canonical?: string; translations?: { language: string; path: string }[] } = {},
): SiteContext {
  const { live, origin, language, path, asked } = request
  const { settings } = live.registers
  const here = (to: string, inWhich: string) => origin + inLanguage(to, inWhich, live.defaultLanguage)
  const translations = page.translations ?? settings.languages.map((other) => ({ language: other, path }))
  const river = here(page.river ?? '/', language).replace(/\/$/, '')
  return {
    settings,
    navigation: navigationOf(live.registers, language),
    language,
    path: asked.split('?')[0] ?? asked,
    canonical: page.canonical ?? here(path, language),
    alternates: translations.map((other) => ({ language: other.language, href: here(other.path, other.language) })),
    cssHref: assets.cssHref(settings.accent),
    iconHref: assets.iconHref,
    embedScriptHref: assets.embedScriptHref,
    fontPreloads: assets.fontPreloads(language),
    mapHref: (codes) => link(routes.map, { name: `${mapKey(codes)}.${language}.svg` }),
    mapSheetHref: (sets) => `${routes.mapSheet}?of=${[...new Set(sets.map(mapKey))].toSorted().join('.')}`,
    feedHrefs: { rss: `${river}/feed.xml`, atom: `${river}/feed.atom`, json: `${river}/feed.json` },
    demoBanner: settings.isDemo,
  }
}
