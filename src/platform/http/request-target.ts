/**
 * Path and query of a request target in origin or absolute form (RFC 9112, 3.2), or null when it is neither, or when
 * its percent-encoding is broken.
 */
export function requestTarget(url: string): string | null {
  const target = url.startsWith('/') ? url : afterAuthority(url)
  if (target === null || target.includes('#')) return null
  const query = target.indexOf('?')
  return isDecodable(query === -1 ? target : target.slice(0, query)) ? target : null
}

function afterAuthority(url: string): string | null {
  const authority = /^https?:\/\/[^/?#]+/i.exec(url)?.[0]
  if (authority === undefined) return null
  const rest = url.slice(authority.length)
  return rest.startsWith('/') ? rest : `/${rest}`
}

function isDecodable(path: string): boolean {
  if (!path.includes('%')) return true
  try {
    return !decodeURIComponent(path).includes('\0')
  } catch {
    return false
  }
}
