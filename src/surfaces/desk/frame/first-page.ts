/** Where a list begins, for whoever is further on in it: the same question without the place that it is at. */
export function firstPage(path: string, query: URLSearchParams, place: string): string | undefined {
  if (!query.has(place)) return undefined
  const asked = new URLSearchParams(query)
  asked.delete(place)
  return asked.size > 0 ? `${path}?${asked}` : path
}
