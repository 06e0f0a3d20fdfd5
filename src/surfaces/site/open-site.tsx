import { renderToStaticMarkup } from 'react-dom/server'

import type { RegistersKeeper } from '#newsroom/live/registers-keeper.ts'
import type { StaticFiles } from '#platform/http/static-files.ts'
import { routes } from '#src/routes.ts'
import type { PageAnswer, PageHandler, PageRequest } from '#surfaces/ui/page-request.ts'

import { mapHandler, mapSheetHandler } from './handlers/map-handlers.ts'
import { riverHandlers } from './handlers/river-handlers.tsx'
import { searchPage } from './handlers/search-handler.tsx'
import { otherwise, storyPage } from './handlers/story-handler.tsx'
import { UnavailablePage } from './pages/notice-pages.tsx'
import { readSiteAssets } from './site-assets.ts'
import type { SiteContext } from './site-context.ts'

/** The readers' site: what prints each path, what answers at any other address, and the files that pages need. */
export type Site = {
  pages: [string, PageHandler][]
  otherwise: (request: PageRequest) => Promise<PageAnswer>
  files: StaticFiles
  failurePage: (status: 500 | 503) => string
}

export async function openSite(registers: RegistersKeeper): Promise<Site> {
  const { settings, sections } = await registers.read()
  const assets = await readSiteAssets(settings.accent)
  const language = settings.languages[0] ?? 'en'
  // Made of nothing that could be away when it is needed.
  const bare: SiteContext = {
    settings,
    sections: [...sections.values()],
    language,
    path: '',
    canonical: '',
    alternates: [],
    cssHref: assets.cssHref,
    iconHref: assets.iconHref,
    fontPreloads: [],
    feedHrefs: { rss: '', atom: '', json: '' },
    demoBanner: false,
  }
  const unavailable = `<!doctype html>${renderToStaticMarkup(<UnavailablePage site={bare} />)}`
  return {
    pages: [
      ...riverHandlers(assets),
      [routes.story, (request) => storyPage(request, assets)],
      [routes.search, (request) => searchPage(request, assets)],
      [routes.mapSheet, mapSheetHandler],
      [routes.map, mapHandler],
    ],
    otherwise: (request) => otherwise(request, assets),
    files: assets.files,
    failurePage: () => unavailable,
  }
}
