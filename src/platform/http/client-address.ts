import { isIPv6 } from 'node:net'

/** What the server tells the app of a connection. */
export type ConnectionFacts = { remoteAddress?: string | undefined }

/** A header of our own, set over whatever came in, for parts that see nothing of a request but its headers. */
export const addressHeader = 'x-dateline-client'

/**
 * Who asks, to count by: an IPv4 address, or the /64 network of an IPv6 one, which one household or office has to itself.
 * A proxy adds the address that it saw at the end of X-Forwarded-For; what stands before it anybody could have written.
 */
export function clientAddress(headers: Headers, facts: ConnectionFacts | undefined, trustProxy: boolean): string {
  const forwarded = trustProxy ? headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  const address = (forwarded || facts?.remoteAddress || 'unknown').replace(/^::ffff:(?=\d+\.)/i, '')
  return isIPv6(address) ? networkOf(address) : address.slice(0, 60)
}

function networkOf(address: string): string {
  const [head = '', tail] = address.replace(/%.*$/, '').toLowerCase().split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const gap = tail === undefined ? [] : Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0')
  const groups = [...before, ...gap, ...after].slice(0, 4)
  return `${groups.map((group) => group.replace(/^0+(?=.)/, '')).join(':')}::/64`
}
