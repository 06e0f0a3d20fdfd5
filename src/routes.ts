/** Every path of the site, written once. `{lang}` prefixes come from `inLanguage`. */
export const routes = {
  front: '/',
  news: '/news',
  story: '/news/:slug',
  section: '/sections/:slug',
  projects: '/projects',
  project: '/projects/:slug',
  place: '/places/:code',
  topic: '/topics/:slug',
  archive: '/archive/:year',
  search: '/search',
  map: '/maps/:name',
  mapSheet: '/maps/sheet.svg',
  sitemap: '/sitemap.xml',
  robots: '/robots.txt',
  health: '/healthz',
  ready: '/readyz',
} as const

type Params<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? { [K in Name]: string } & Params<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? { [K in Name]: string }
    : Record<never, string>

/** The address of a route with its parameters filled in and escaped. */
export function link<Path extends string>(path: Path, params: Params<Path>): string {
  const values: Record<string, string> = { ...params }
  return path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(values[name] ?? ''))
}

/** The same address in a language; the default language has no prefix. */
export function inLanguage(path: string, language: string, defaultLanguage: string): string {
  if (language === defaultLanguage) return path
  return path === '/' ? `/${language}` : `/${language}${path}`
}

const prefix = String.raw`^(?:/[a-z]{2,3}(?:-[A-Za-z0-9]+)*)?`

/** How the press treats paths: what it never keeps, and which of the rest make a page by their query. */
export const kept = {
  never: new RegExp(`${prefix}/(?:search|desk|api|healthz|readyz|metrics|assets)(?:/|$)`),
  river: new RegExp(
    `${prefix}/(?:news|sections/[^/]+|projects/[^/]+|places/[^/]+|topics/[^/]+|archive/[^/]+)(?:/feed\\.(?:xml|atom|json))?$|^/sitemap\\.xml$`,
  ),
  plain: new RegExp(`${prefix}(?:/|/projects|/news/[^/]+|/maps/[^/]+|/feed\\.(?:xml|atom|json))?$|^/robots\\.txt$`),
} as const
