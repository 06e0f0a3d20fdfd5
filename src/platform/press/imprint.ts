import type { Encoding } from './choose-encoding.ts'
import { compress, isCompressible } from './compress.ts'
import { fingerprint } from './entity-tag.ts'

/** One encoding of an imprint, ready for the socket. */
export type Copy = {
  body: Uint8Array
  /** Empty for statuses that are not revalidated. */
  etag: string
  /** Flat name, value, … for `writeHead`; the first pair is `Date`, whose value is written at each answer. */
  headers: string[]
  /** The same for a 304. */
  unchangedHeaders: string[]
}

export type ImprintOptions = {
  status: number
  /** Everything but length, encoding, entity tag, vary and date. */
  headers: Readonly<Record<string, string>>
  body: Uint8Array
  /** Brotli's quality, 0–11. 5 is worth its time for a page, 11 for a file that never changes. */
  quality?: number
  /** Told how many bytes each further encoding takes. */
  onGrowth?: (bytes: number) => void
}

// Who may read an answer is asked of a 304 as well (Fetch, CORS check).
const repeatedInUnchanged = new Set([
  'cache-control',
  'surrogate-key',
  'content-location',
  'expires',
  'access-control-allow-origin',
  'access-control-expose-headers',
])

/** The bytes of one answer in every encoding that was asked for so far, each compressed once. */
export class Imprint {
  readonly status: number
  readonly #options: ImprintOptions
  readonly #fingerprint: string
  readonly #compressible: boolean
  readonly #copies = new Map<Encoding, Copy>()
  readonly #pressing = new Map<Encoding, Promise<Copy>>()

  constructor(options: ImprintOptions) {
    this.status = options.status
    this.#options = options
    this.#fingerprint = options.status === 200 ? fingerprint(options.body) : ''
    this.#compressible = isCompressible(options.headers['content-type'] ?? '')
    const identity = this.#copyOf('identity', options.body)
    this.#copies.set('identity', identity)
    if (this.#compressible) return
    this.#copies.set('gzip', identity).set('br', identity)
  }

  /** The copy when it is there already. */
  ready(encoding: Encoding): Copy | undefined {
    return this.#copies.get(encoding)
  }

  /** The copy, made now when it is the first to be asked for. */
  async copy(encoding: Encoding): Promise<Copy> {
    const ready = this.#copies.get(encoding) ?? this.#pressing.get(encoding)
    if (ready !== undefined) return ready
    const pressing = this.#press(encoding).finally(() => this.#pressing.delete(encoding))
    this.#pressing.set(encoding, pressing)
    return pressing
  }

  async #press(encoding: Encoding): Promise<Copy> {
    const { body, quality = 5, onGrowth } = this.#options
    const copy = this.#copyOf(encoding, await compress(body, encoding, quality))
    this.#copies.set(encoding, copy)
    onGrowth?.(copy.body.byteLength)
    return copy
  }

  #copyOf(encoding: Encoding, body: Uint8Array): Copy {
    const etag = this.#fingerprint === '' ? '' : `"${this.#fingerprint}${encoding === 'identity' ? '' : `-${encoding}`}"`
    const given = Object.entries(this.#options.headers)
    const shared = ['Date', '', ...(etag === '' ? [] : ['ETag', etag]), ...(this.#compressible ? ['Vary', 'Accept-Encoding'] : [])]
    const headers = [...shared, ...given.flat(), 'Content-Length', String(body.byteLength)]
    if (encoding !== 'identity') headers.push('Content-Encoding', encoding)
    return { body, etag, headers, unchangedHeaders: [...shared, ...given.filter(([name]) => repeatedInUnchanged.has(name)).flat()] }
  }
}
