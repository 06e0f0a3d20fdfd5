import type { draftStory } from '#newsroom/live/find-story.ts'
import type { LiveReader } from '#newsroom/live/live-reader.ts'
import type { Registers } from '#newsroom/live/read-registers.ts'
import type { RegistersKeeper } from '#newsroom/live/registers-keeper.ts'
import type { ServedFiles } from '#platform/http/static-files.ts'
import { feedOf, routes } from '#src/routes.ts'
import type { PageAnswer, PageHandler, PageRequest } from '#surfaces/ui/page-request.ts'

import { emblemHandler, logoHandler } from './handlers/drawing-handlers.ts'
import { mapHandler, mapSheetHandler } from './handlers/map-handlers.ts'
import { printFront, riverHandlers } from './handlers/river-handlers.tsx'
import { searchPage } from './handlers/search-handler.tsx'
import { otherwise, printDraft, storyPage } from './handlers/story-handler.tsx'
import { UnavailablePage } from './pages/notice-pages.tsx'
import { navigationOf } from './navigation.ts'
import { printHtml } from './print-html.ts'
import type { SiteAssets } from './site-assets.ts'
import { readSiteAssets } from './site-assets.ts'
import type { SiteContext } from './site-context.ts'

/** The readers' site: what prints each path, what answers at any other address, and the files that pages need. */
export type Site = {
  pages: [string, PageHandler][]
  otherwise: (request: PageRequest) => Promise<PageAnswer>
  /** The front page as it would be in a language, from `<!doctype html>` on. */
  printFront: (live: LiveReader, language: string, origin: string) => Promise<string>
  /** A draft as its page would be printed, from `<!doctype html>` on. */
  printDraft: (live: LiveReader, draft: Parameters<typeof draftStory>[1], origin: string) => Promise<string>
  files: ServedFiles
  /** Has the stylesheet in an accent at hand, for pages that another instance printed. */
  wear: (accent: string) => void
  failurePage: () => { headers: Record<string, string>; body: string }
}

export async function openSite(registers: RegistersKeeper): Promise<Site> {
  const assets = await readSiteAssets()
  let known = await registers.read()
  return {
    pages: [
      ...riverHandlers(assets),
      [routes.story, (request) => storyPage(request, assets)],
      [routes.search, (request) => searchPage(request, assets)],
      [routes.mapSheet, mapSheetHandler],
      [routes.map, mapHandler],
      [routes.logo, logoHandler],
      [routes.emblem, emblemHandler],
    ],
    otherwise: (request) => otherwise(request, assets),
    printFront: (live, language, origin) => printFront(live, { language, origin, assets }),
    printDraft: (live, draft, origin) => printDraft(live, draft, { origin, assets }),
    files: assets.files,
    wear: (accent) => void assets.cssHref(accent),
    failurePage: () => {
      registers.read().then(
        (read) => (known = read),
        () => undefined,
      )
      return printHtml(<UnavailablePage site={bareContext(known, assets)} />, 503)
    },
  }
}

/** Made of nothing that could be away when it is needed. */
function bareContext(registers: Registers, assets: SiteAssets): SiteContext {
  const { settings } = registers
  const language = settings.languages[0] ?? 'en'
  return {
    settings,
    navigation: navigationOf(registers, language),
    language,
    path: '',
    canonical: '',
    alternates: [],
    cssHref: assets.cssHref(settings.accent),
    iconHref: assets.iconHref,
    embedScriptHref: assets.embedScriptHref,
    fontPreloads: [],
    feedHrefs: {
      rss: feedOf(routes.front, 'feed.xml'),
      atom: feedOf(routes.front, 'feed.atom'),
      json: feedOf(routes.front, 'feed.json'),
    },
    demoBanner: false,
  }
}
