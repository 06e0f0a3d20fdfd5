const most = 12
const longest = 400

/**
 * What else is told of an act, as pairs of a name and a line; names are the code's own where the words have none. What programs alone can read stands
 * in the file that is downloaded.
 */
export function detailLines(details: unknown, names: Readonly<Record<string, string>>): { name: string; line: string }[] {
  if (typeof details !== 'object' || details === null) return []
  const said = Object.entries(details).filter(([, value]) => value !== null && value !== '' && !isId(value))
  return said.slice(0, most).map(([name, value]) => ({ name: names[name] ?? name, line: lineOf(value).slice(0, longest) }))
}

const isId = (value: unknown): boolean => typeof value === 'string' && /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(value)

function lineOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(lineOf).join(', ')
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([name, inner]) => `${name}: ${lineOf(inner)}`)
      .join('; ')
  return JSON.stringify(value) ?? ''
}
