/**
 * Which query parameters make a path's page: their names in the order of the key, `all` when the whole query is part of
 * the address (as in `/index.php?id=2371`), null when the path is never kept.
 */
export type ParametersOf = (path: string) => readonly string[] | 'all' | null

/**
 * Makes the press's `normalise`: `/news?utm_source=x&page=2&section=a` and `/news?section=a&page=2` are one page, unless the whole of one `isAddress`
 * of its own.
 */
export function normaliser(parametersOf: ParametersOf, isAddress: (url: string) => boolean = () => false): (url: string) => string | null {
  return (url) => {
    const query = url.indexOf('?')
    const path = query === -1 ? url : url.slice(0, query)
    const parameters = parametersOf(path)
    if (parameters === null) return null
    if (query === -1 || parameters === 'all' || isAddress(url)) return url
    const named = chosen(new URLSearchParams(url.slice(query)), parameters)
    return named === '' ? path : `${path}?${named}`
  }
}

function chosen(asked: URLSearchParams, parameters: readonly string[]): string {
  const kept = new URLSearchParams()
  for (const name of parameters) {
    const value = asked.get(name)
    if (value !== null && value !== '') kept.set(name, value)
  }
  return kept.toString()
}
