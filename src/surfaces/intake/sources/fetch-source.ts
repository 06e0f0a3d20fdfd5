import { createReadStream } from 'node:fs'
import { Failure } from '#lib/failure.ts'
import { keepAside } from './keep-aside.ts'
import type { OpenedSource, Source } from './source.ts'
import { tooLarge } from './too-large.ts'

const redirectLimit = 5
const patience = 30_000

/** Fetches an address, following at most 5 redirects for at most 30 seconds. The operator names it, so inner addresses are allowed. */
export async function fetchSource(address: string, limit: number): Promise<OpenedSource> {
  try {
    const response = await follow(address, AbortSignal.timeout(patience))
    const announced = Number(response.headers.get('content-length') ?? 0)
    if (announced > limit) throw tooLarge(address, announced, limit)
    if (!response.body) throw unreachable(address, 'it answered with nothing')
    const kept = await keepAside(response.body, address, limit)
    const source: Source = { name: address, size: kept.size, url: response.url || address, bytes: () => createReadStream(kept.path) }
    const contentType = response.headers.get('content-type')
    if (contentType) source.contentType = contentType
    return { folder: false, sources: [source], [Symbol.asyncDispose]: kept[Symbol.asyncDispose] }
  } catch (error) {
    if (error instanceof Failure) throw error
    throw unreachable(address, reasonOf(error), error)
  }
}

async function follow(address: string, signal: AbortSignal, left = redirectLimit): Promise<Response> {
  const response = await fetch(address, {
    redirect: 'manual',
    signal,
    headers: { accept: 'application/rss+xml, application/atom+xml, application/feed+json, text/html;q=0.9, */*;q=0.5' },
  })
  const location = response.headers.get('location')
  if (response.status < 300 || response.status > 399 || location === null) {
    if (response.ok) return response
    await response.body?.cancel()
    throw unreachable(address, `it answered ${response.status}`)
  }
  await response.body?.cancel()
  const next = new URL(location, address)
  if (left === 0) throw unreachable(address, `it redirects more than ${redirectLimit} times`)
  if (!/^https?:$/.test(next.protocol)) throw unreachable(address, `it redirects to ${next.protocol}`)
  return follow(next.href, signal, left - 1)
}

const unreachable = (address: string, why: string, cause?: unknown) =>
  new Failure(
    'unavailable',
    'source-unreachable',
    `${address} could not be read: ${why}. Check the address, or save the page and import the file.`,
    { cause },
  )

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'the connection failed'
  if (error.name === 'TimeoutError') return `no answer within ${patience / 1000} seconds`
  return error.cause instanceof Error ? error.cause.message : error.message
}
