import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clockAt } from '#platform/clock.ts'
import { Press } from './press.ts'
import type { Printed } from './printed.ts'

const tags = ['a', 'b', 'c', 'd']
const keys = ['/news', '/news?page=2', '/news/study-visit', '/projects', '/gone', '/nowhere']
const maxBytes = 100_000

type Act =
  | { kind: 'ask'; key: string }
  | { kind: 'settle'; steps: number }
  | { kind: 'write'; tag: string }
  | { kind: 'schedule'; tag: string; inMs: number }
  | { kind: 'advance'; ms: number }
  | { kind: 'purgeAll' }
  | { kind: 'compress'; key: string }
  | { kind: 'lights'; areOut: boolean }

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('ask' as const), key: fc.constantFrom(...keys) }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('settle' as const), steps: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('write' as const), tag: fc.constantFrom(...tags) }) },
  fc.record({ kind: fc.constant('schedule' as const), tag: fc.constantFrom(...tags), inMs: fc.integer({ min: 1, max: 3000 }) }),
  fc.record({ kind: fc.constant('advance' as const), ms: fc.integer({ min: 1, max: 2000 }) }),
  fc.record({ kind: fc.constant('purgeAll' as const) }),
  fc.record({ kind: fc.constant('compress' as const), key: fc.constantFrom(...keys) }),
  fc.record({ kind: fc.constant('lights' as const), areOut: fc.boolean() }),
)

class LightsOut extends Error {}

/** An archive of four registers, some of which change by themselves at a scheduled time. */
function modelArchive(scheduler: fc.Scheduler) {
  const clock = clockAt('2026-03-02T10:00:00Z')
  const written = new Map(tags.map((tag) => [tag, 0]))
  const releases = new Map<string, { at: number; value: number }>()
  const printing = new Map<string, number>()
  let count = 0
  const valueOf = (tag: string): number => {
    const release = releases.get(tag)
    return release !== undefined && release.at <= clock.now().getTime() ? release.value : (written.get(tag) ?? 0)
  }
  const archive = {
    clock,
    areLightsOut: false,
    mostAtOnce: 0,
    write: (tag: string): void => {
      releases.delete(tag)
      written.set(tag, (count += 1))
    },
    schedule: (tag: string, inMs: number): void => {
      written.set(tag, valueOf(tag))
      releases.set(tag, { at: clock.now().getTime() + inMs, value: (count += 1) })
    },
    fresh: (key: string): Printed => {
      const first = tags[key.length % tags.length] ?? 'a'
      // What a page reads may depend on what it has read.
      const second = tags[(key.length + 1 + (valueOf(first) % 2)) % tags.length] ?? 'b'
      const due = [first, second].flatMap((tag) => releases.get(tag)?.at ?? []).filter((at) => at > clock.now().getTime())
      return {
        status: key === '/nowhere' ? 404 : key === '/gone' ? 410 : 200,
        headers: { 'content-type': 'text/html' },
        body: `${key} ${first}=${valueOf(first)} ${second}=${valueOf(second)} `.padEnd(key === '/projects' ? 9000 : 3000, 'dateline '),
        tags: new Set([first, second]),
        expiresAt: due.length === 0 ? null : new Date(Math.min(...due)),
        keep: true,
      }
    },
    print: async (key: string): Promise<Printed> => {
      const now = (printing.get(key) ?? 0) + 1
      printing.set(key, now)
      archive.mostAtOnce = Math.max(archive.mostAtOnce, now)
      try {
        await scheduler.schedule(Promise.resolve(), `${key} reads`)
        if (archive.areLightsOut) throw new LightsOut()
        const printed = archive.fresh(key)
        await scheduler.schedule(Promise.resolve(), `${key} prints`)
        return printed
      } finally {
        printing.set(key, (printing.get(key) ?? 1) - 1)
      }
    },
  }
  return archive
}

const textOf = (body: Uint8Array | string): string => (typeof body === 'string' ? body : Buffer.from(body).toString())

/** Waits until every reader has gone as far as it can without the scheduler. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

async function live(acts: Act[], scheduler: fc.Scheduler): Promise<void> {
  const archive = modelArchive(scheduler)
  const isUnavailable = (error: unknown): boolean => error instanceof LightsOut
  const press = new Press({ clock: archive.clock, print: archive.print, normalise: (url) => url, isUnavailable, maxBytes })
  const asks = new Set<{ key: string; seen: Set<string> }>()
  const wrong: unknown[] = []

  const ask = async (key: string): Promise<void> => {
    const asked = { key, seen: new Set([textOf(archive.fresh(key).body)]) }
    asks.add(asked)
    try {
      const { page, age } = await press.fetch(key)
      if (age === undefined) expect(asked.seen).toContain(textOf(page.imprint.ready('identity')?.body ?? ''))
    } catch (error) {
      if (!(error instanceof LightsOut)) wrong.push(error)
    } finally {
      asks.delete(asked)
    }
  }

  const settle = async (steps: number): Promise<void> => {
    for (let step = 0; step < steps; step += 1) {
      await settled()
      if (scheduler.count() > 0) await scheduler.waitNext(1)
      inspect()
    }
  }

  const perform = async (next: Act): Promise<void> => {
    if (next.kind === 'ask') void ask(next.key)
    if (next.kind === 'settle') await settle(next.steps)
    if (next.kind === 'write') archive.write(next.tag)
    if (next.kind === 'schedule') archive.schedule(next.tag, next.inMs)
    if (next.kind === 'write' || next.kind === 'schedule') press.purge([next.tag])
    if (next.kind === 'advance') archive.clock.advance(next.ms)
    if (next.kind === 'purgeAll') press.purgeAll()
    if (next.kind === 'compress') await press.pages.find((page) => page.key === next.key)?.imprint.copy('gzip')
    if (next.kind === 'lights') archive.areLightsOut = next.areOut
  }

  const inspect = (): void => {
    for (const asked of asks) asked.seen.add(textOf(archive.fresh(asked.key).body))
    const now = archive.clock.now().getTime()
    for (const page of press.pages) {
      const kept = textOf(page.imprint.ready('identity')?.body ?? '')
      if (page.expiresAt > now) expect(kept).toBe(textOf(archive.fresh(page.key).body))
    }
    expect(wrong).toEqual([])
    expect(press.bytes).toBeLessThanOrEqual(maxBytes)
    expect(press.bytes).toBe(press.pages.reduce((sum, page) => sum + page.bytes, 0))
    expect(archive.mostAtOnce).toBeLessThanOrEqual(1)
  }

  for (const next of acts) {
    await perform(next)
    inspect()
  }
  while (asks.size > 0) await settle(1)
}

test('whatever is released while pages are printing, a kept page equals a fresh print and nobody gets one older than the asking', async () => {
  const property = fc.asyncProperty(fc.array(act, { maxLength: 60, size: 'max' }), fc.scheduler(), live)
  await fc.assert(property, { numRuns: 300 })
}, 60_000)
