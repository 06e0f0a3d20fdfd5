/**
 * Path and query of a request target in origin or absolute form (RFC 9112, 3.2), or null when it is neither, or when
 * its percent-encoding is broken, or it has segments for another to resolve ("/a/../b", "\\"): two spellings would be two pages to keep.
 */
export function requestTarget(url: string): string | null {
  const target = url.startsWith('/') ? url : afterAuthority(url)
  if (target === null || target.includes('#')) return null
  const query = target.indexOf('?')
  const path = query === -1 ? target : target.slice(0, query)
  return isDecodable(path) && !/\\|\/(?:\.|%2e){1,2}(?:\/|$)/i.test(path) ? target : null
}

/** Whether a request names one host, and names it as hosts are named (RFC 9112, 3.2); HTTP/1.0 may name none. */
export function hasOneHost(rawHeaders: string[]): boolean {
  let hosts = 0
  for (let index = 0; index < rawHeaders.length; index += 2) {
    if (rawHeaders[index]?.length !== 4 || rawHeaders[index]?.toLowerCase() !== 'host') continue
    hosts += 1
    if (!/^(?:[\w.~-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i.test(rawHeaders[index + 1] ?? '')) return false
  }
  return hosts <= 1
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
