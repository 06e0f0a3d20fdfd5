import type { LiveSettings } from '#newsroom/live/live-story.ts'

/** What every page of the site needs besides its own data. */
export type SiteContext = {
  settings: LiveSettings
  /** What stands in the head of every page. */
  navigation: { href: string; name: string }[]
  /** BCP 47; one of `settings.languages`. */
  language: string
  /** The path asked for, without the query. */
  path: string
  /** The page's one absolute address. */
  canonical: string
  /** Absolute addresses of this page in each language, its own included. */
  alternates: { language: string; href: string }[]
  cssHref: string
  iconHref: string
  /** What puts buttons to embeds; the site's only script, for the pages that have one. */
  embedScriptHref: string
  fontPreloads: string[]
  /** The locator map of these places (ISO 3166-1 alpha-2), an SVG whose root is `#map`. */
  mapHref?: (codes: string[]) => string
  /** One SVG with a `<symbol>` for each set of countries, named by `mapKey`. */
  mapSheetHref?: (sets: string[][]) => string
  feedHrefs: { rss: string; atom: string; json: string }
  demoBanner: boolean
}
