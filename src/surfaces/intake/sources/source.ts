/** One thing that can be read, as often as needed: a file, a fetched page, or standard input kept aside. */
export type Source = {
  /** What the operator calls it. */
  name: string
  /** Size in bytes. */
  size: number
  /** The address that it was fetched from, after redirects. */
  url?: string
  contentType?: string
  bytes(): AsyncIterable<Uint8Array>
}

/** Sizes in bytes that a source may have: a page is read whole, a feed as a stream. */
export type SourceLimits = { page: number; feed: number }

export const sourceLimits: SourceLimits = { page: 20 * 2 ** 20, feed: 100 * 2 ** 20 }

/** What was opened, and whether it is one thing or a folder of things. Disposing it removes what was kept aside for it. */
export type OpenedSource = AsyncDisposable & { folder: boolean; sources: Source[] }
