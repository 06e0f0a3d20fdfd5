/** In the order in which we would rather send them. */
export const encodings = ['br', 'gzip', 'identity'] as const
export type Encoding = (typeof encodings)[number]

const remembered = new Map<string, Encoding | null>()
const rememberAtMost = 1000

/**
 * The encoding to answer with, or null when the client accepts none of ours (RFC 9110, 12.5.3).
 * Browsers send a handful of different headers, so the answers are remembered.
 */
export function chooseEncoding(header: string | undefined): Encoding | null {
  if (header === undefined) return 'identity'
  const known = remembered.get(header)
  if (known !== undefined) return known
  const chosen = mostWanted(weights(header))
  if (remembered.size >= rememberAtMost) remembered.clear()
  remembered.set(header, chosen)
  return chosen
}

function mostWanted(weightOf: ReadonlyMap<string, number>): Encoding | null {
  let best: Encoding | null = null
  let bestWeight = 0
  for (const encoding of encodings) {
    const weight = weightOf.get(encoding) ?? weightOf.get('*') ?? (encoding === 'identity' ? unnamedIdentity : 0)
    if (weight > bestWeight) {
      best = encoding
      bestWeight = weight
    }
  }
  return best
}

/** Identity is acceptable without being named, but less than anything that is. */
const unnamedIdentity = 0.0001

function weights(header: string): Map<string, number> {
  const weightOf = new Map<string, number>()
  for (const part of header.split(',')) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase())
    if (name !== '') weightOf.set(name === 'x-gzip' ? 'gzip' : name, qualityOf(parameters))
  }
  return weightOf
}

function qualityOf(parameters: string[]): number {
  const q = parameters.find((parameter) => /^q\s*=/.test(parameter))
  if (q === undefined) return 1
  const value = Number(q.slice(q.indexOf('=') + 1))
  return Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 0
}
