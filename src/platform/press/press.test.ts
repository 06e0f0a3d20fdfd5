import { expect, test } from 'vitest'
import { clockAt } from '#platform/clock.ts'
import { Press, type PressOptions } from './press.ts'
import type { Printed } from './printed.ts'

const noon = '2026-05-05T12:00:00Z'

function page(body: string, more: Partial<Printed> = {}): Printed {
  const headers = { 'content-type': 'text/html; charset=utf-8' }
  return { status: 200, headers, body, tags: new Set(['story:1']), expiresAt: null, keep: true, ...more }
}

/** A press whose pages come from a function, with a count of the prints. */
function pressOf(print: (key: string) => Printed | Promise<Printed>, more: Partial<PressOptions> = {}) {
  const clock = clockAt(noon)
  const prints: string[] = []
  const press = new Press({
    clock,
    print: async (key) => {
      prints.push(key)
      return print(key)
    },
    normalise: (url) => url,
    isUnavailable: (error) => error instanceof Error && error.message === 'down',
    ...more,
  })
  return { press, clock, prints }
}

async function read(press: Press, key: string): Promise<string> {
  return Buffer.from((await press.fetch(key)).page.imprint.ready('identity')?.body ?? '').toString()
}

test('a page is printed once, however many readers ask for it together', async () => {
  const { press, prints } = pressOf((key) => page(key))
  await Promise.all(Array.from({ length: 50 }, () => press.fetch('/news')))
  await press.fetch('/news')
  expect(prints).toEqual(['/news'])
})

test('a release purges the pages that carry its tag and leaves the others', async () => {
  const { press, prints } = pressOf((key) => page(key, { tags: new Set([`of:${key}`]) }))
  await press.fetch('/a')
  await press.fetch('/b')
  press.purge(['of:/a', 'of:nothing'])
  await press.fetch('/a')
  await press.fetch('/b')
  expect(prints).toEqual(['/a', '/b', '/a'])
})

test('a reader who comes after a release never gets the print that was under way before it', async () => {
  const first = Promise.withResolvers<Printed>()
  let number = 0
  const { press } = pressOf(() => ((number += 1) === 1 ? first.promise : page('after')))
  const early = read(press, '/news')
  await Promise.resolve()
  press.purge(['story:1'])
  const late = read(press, '/news')
  first.resolve(page('before'))
  expect(await early).toBe('before')
  expect(await late).toBe('after')
  expect(await read(press, '/news')).toBe('after')
  expect(number).toBe(2)
})

test('a kept page ends at the second of the next scheduled release', async () => {
  const { press, clock, prints } = pressOf(() => page('x', { expiresAt: new Date('2026-05-05T12:00:10Z') }))
  press.keyOf('/news')
  await press.fetch('/news')
  clock.advance(9999)
  expect(press.lookup('/news')).toBeDefined()
  clock.advance(1)
  expect(press.lookup('/news')).toBeUndefined()
  await press.fetch('/news')
  expect(prints).toHaveLength(2)
})

test('while the archive is down a page whose time is over is still served, with its age', async () => {
  let isDown = false
  const { press, clock } = pressOf(() => {
    if (isDown) throw new Error('down')
    return page('kept', { expiresAt: new Date('2026-05-05T12:00:10Z') })
  })
  await press.fetch('/news')
  isDown = true
  clock.advance(60_000)
  expect((await press.fetch('/news')).age).toBe(60)
})

test('while the archive is down a purged page is not served', async () => {
  let isDown = false
  const { press } = pressOf(() => {
    if (isDown) throw new Error('down')
    return page('withdrawn since')
  })
  await press.fetch('/news')
  isDown = true
  press.purge(['story:1'])
  await expect(press.fetch('/news')).rejects.toThrow('down')
})

test('a bug in a page is not hidden behind an older print', async () => {
  let isBroken = false
  const { press, clock } = pressOf(() => {
    if (isBroken) throw new Error('undefined is not a function')
    return page('kept', { expiresAt: new Date('2026-05-05T12:00:10Z') })
  })
  await press.fetch('/news')
  isBroken = true
  clock.advance(60_000)
  await expect(press.fetch('/news')).rejects.toThrow('undefined')
})

test.for([
  ['an error', { status: 500 }],
  ['a preview', { keep: false }],
  ['a page with a cookie', { headers: { 'set-cookie': 'a=b' } }],
] as const)('%s is never kept', async ([, more]) => {
  const { press } = pressOf(() => page('x', more))
  const { page: served } = await press.fetch('/news')
  expect(press.pages).toEqual([])
  expect(served.imprint.ready('identity')?.headers.join()).toContain('no-store')
})

test.for([200, 301, 404, 410])('an answer of %i is kept', async (status) => {
  const { press } = pressOf(() => page('x', { status }))
  await press.fetch('/news')
  expect(press.pages).toHaveLength(1)
})

test('asking for ten thousand addresses that are not there pushes no page out', async () => {
  const { press } = pressOf((key) => page('x'.repeat(1000), { status: key === '/news' ? 200 : 404 }), { maxBytes: 1_000_000 })
  await press.fetch('/news')
  for (let number = 0; number < 10_000; number += 1) await press.fetch(`/random-${number}`)
  expect(press.pages.map((kept) => kept.key)).toContain('/news')
  expect(press.bytes).toBeLessThan(1_000_000)
})

test('when memory is full the page that nobody reads goes, and the one that is read stays', async () => {
  const { press } = pressOf(() => page('x'.repeat(1000)), { maxBytes: 60_000 })
  await press.fetch('/read')
  for (let number = 0; number < 40; number += 1) {
    await press.fetch(`/unread-${number}`)
    await press.fetch('/read')
  }
  const kept = press.pages.map(({ key }) => key)
  expect(kept).toContain('/read')
  expect(kept).not.toContain('/unread-0')
  expect(press.bytes).toBeLessThanOrEqual(60_000)
})

test('a page too big for its share is served and not kept', async () => {
  const { press } = pressOf(() => page('x'.repeat(20_000)), { maxBytes: 60_000 })
  expect(await read(press, '/news')).toHaveLength(20_000)
  expect(press.bytes).toBe(0)
})

test('compressed bytes count as memory too', async () => {
  const { press } = pressOf(() => page('news '.repeat(1000)))
  const { page: kept } = await press.fetch('/news')
  const before = press.bytes
  const copy = await kept.imprint.copy('gzip')
  expect(press.bytes).toBe(before + copy.body.byteLength)
})

test('a page with the same bytes keeps its entity tag over a purge', async () => {
  const { press } = pressOf(() => page('the same'))
  const before = (await press.fetch('/news')).page.imprint.ready('identity')?.etag
  press.purgeAll()
  expect((await press.fetch('/news')).page.imprint.ready('identity')?.etag).toBe(before)
  expect(before).toMatch(/^"[\w-]{43}"$/)
})

test('a reader who comes after the second of a scheduled release never gets the print from before it', async () => {
  const first = Promise.withResolvers<Printed>()
  let number = 0
  const { press, clock } = pressOf(() => ((number += 1) === 1 ? first.promise : page('released')))
  const early = read(press, '/news')
  await Promise.resolve()
  clock.advance(20_000)
  const late = read(press, '/news')
  first.resolve(page('scheduled', { expiresAt: new Date('2026-05-05T12:00:10Z') }))
  expect(await early).toBe('scheduled')
  expect(await late).toBe('released')
})
