import { Imprint } from './imprint.ts'
import type { Printed } from './printed.ts'
import { surrogateKeys } from './surrogate-key.ts'

/** A printed page with its imprint. Time is in milliseconds since 1970. */
export type Page = {
  readonly key: string
  readonly imprint: Imprint
  readonly tags: ReadonlySet<string>
  readonly printedAt: number
  /** Infinity when nothing is scheduled. */
  readonly expiresAt: number
  readonly mayBeKept: boolean
  readonly isAside: boolean
  /** Memory it takes, all encodings and bookkeeping. */
  bytes: number
  isUsed: boolean
}

type PageOptions = { key: string; printed: Printed; printedAt: number; headers: Readonly<Record<string, string>>; onGrowth: PageGrowth }
export type PageGrowth = (page: Page, bytes: number) => void

// Anybody can ask for any number of addresses that are no page, or one page under any number of spellings.
const fleeting = new Set([301, 308, 404])
const keptStatuses = new Set([200, 301, 308, 404, 410])
const madeByThePress = new Set([
  'content-length',
  'content-encoding',
  'etag',
  'vary',
  'date',
  'connection',
  'transfer-encoding',
  'keep-alive',
])

/** What an entry costs beside its bytes: objects, header strings, its place in the tag index. */
const bookkeeping = 2048
const perTag = 160

export function pageOf({ key, printed, printedAt, headers, onGrowth }: PageOptions): Page {
  const body = typeof printed.body === 'string' ? Buffer.from(printed.body) : printed.body
  const mayBeKept = printed.keep && keptStatuses.has(printed.status) && printed.headers['set-cookie'] === undefined
  const imprint = new Imprint({
    status: printed.status,
    headers: { ...headers, ...cachingOf(printed, mayBeKept), ...given(printed.headers) },
    body,
    onGrowth: (bytes) => onGrowth(page, bytes),
  })
  const page: Page = {
    key,
    imprint,
    tags: new Set(printed.tags),
    printedAt,
    expiresAt: printed.expiresAt?.getTime() ?? Infinity,
    mayBeKept,
    isAside: printed.isAside === true || fleeting.has(printed.status),
    bytes: body.byteLength + key.length * 2 + bookkeeping + printed.tags.size * perTag,
    isUsed: false,
  }
  return page
}

function cachingOf(printed: Printed, mayBeKept: boolean): Record<string, string> {
  if (!mayBeKept) return { 'cache-control': 'no-store' }
  return {
    'cache-control': 'public, max-age=0, must-revalidate, stale-if-error=86400',
    ...(printed.tags.size > 0 && { 'surrogate-key': surrogateKeys(printed.tags) }),
  }
}

function given(headers: Readonly<Record<string, string>>): Record<string, string> {
  const entries = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const)
  return Object.fromEntries(entries.filter(([name]) => !madeByThePress.has(name)))
}
