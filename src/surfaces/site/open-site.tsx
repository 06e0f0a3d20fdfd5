import { renderToStaticMarkup } from 'react-dom/server'

import type { draftStory } from '#newsroom/live/find-story.ts'
import type { LiveReader } from '#newsroom/live/live-reader.ts'
import type { RegistersKeeper } from '#newsroom/live/registers-keeper.ts'
import type { StaticFiles } from '#platform/http/static-files.ts'
import { routes } from '#src/routes.ts'
import type { PageAnswer, PageHandler, PageRequest } from '#surfaces/ui/page-request.ts'

import { mapHandler, mapSheetHandler } from './handlers/map-handlers.ts'
import { riverHandlers } from './handlers/river-handlers.tsx'
import { searchPage } from './handlers/search-handler.tsx'
import { otherwise, printDraft, storyPage } from './handlers/story-handler.tsx'
import { UnavailablePage } from './pages/notice-pages.tsx'
import { readSiteAssets } from './site-assets.ts'
import type { SiteContext } from './site-context.ts'

/** The readers' site: what prints each path, what answers at any other address, and the files that pages need. */
export type Site = {
  pages: [string, PageHandler][]
  otherwise: (request: PageRequest) => Promise<PageAnswer>
  /** A draft as its page would be printed, from `<!doctype html>` on. */
  printDraft: (live: LiveReader, draft: Parameters<typeof draftStory>[1], origin: string) => Promise<string>
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
    sections: [...sections.values()].filter(({ isArchived }) => !isArchived),
    language,
    path: '',
    canonical: '',
    alternates: [],
    cssHref: assets.cssHref,
    iconHref: assets.iconHref,
    embedScriptHref: assets.embedScriptHref,
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
    printDraft: (live, draft, origin) => printDraft(live, draft, { origin, assets }),
    files: assets.files,
    failurePage: () => unavailable,
  }
}
