/** An address that a body may link to: http, https, mailto, or a path of this site; undefined for anything else. */
export function safeHref(href: string | undefined, baseUrl: string | undefined): string | undefined {
  // Browsers pass over control characters and outer spaces, and so do the tricks that hide a scheme.
  const text = [...(href ?? '')]
    .filter((char) => char > '\u001f' && char !== '\u007f')
    .join('')
    .trim()
  if (text === '' || text.startsWith('#') || text.length > 2000) return undefined
  const url = URL.parse(text, baseUrl)
  const found = url ? url.href : text
  if (found.length > 2000) return undefined
  if (url) return /^(https?:\/\/|mailto:)/i.test(found) ? found : undefined
  return /^\/(?![/\\])/.test(found) ? found : undefined
}
