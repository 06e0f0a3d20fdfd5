/** Where a link on a site of ours leads: a path that readers can open, or the desk, which they cannot. */
export type InternalLink = {
  kind: 'page' | 'desk'
  /** Percent-encoded, without query or fragment. */
  path: string
  /** The same with its query, as addresses of old sites are kept. */
  asked: string
}

/** Reads an href; undefined for what leads elsewhere. `origin` is where this newsroom is on the web, if it is known. */
export function internalLink(written: string, origin: string | undefined): InternalLink | undefined {
  const href = written.replace(/[\t\n\r]/g, '')
  const isPath = /^\/(?![/\\])/.test(href)
  const base = origin ?? 'https://site.invalid'
  if (!URL.canParse(href, base)) return undefined
  const url = new URL(href, base)
  if (!isPath && (origin === undefined || !/^https?:/i.test(href) || bareHost(url) !== bareHost(new URL(origin)))) return undefined
  const path = url.pathname.length > 1 ? url.pathname.replace(/\/$/, '') : '/'
  return { kind: /^\/desk(\/|$)/.test(path) ? 'desk' : 'page', path, asked: path + url.search }
}

/** `http://` and `www.` lead to the same house. */
const bareHost = (url: URL): string => url.host.replace(/^www\./, '')
