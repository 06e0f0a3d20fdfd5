import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'

import { Failure } from '#lib/failure.ts'
import { clockAt } from '#platform/clock.ts'
import { openLog } from '#platform/log.ts'

import type { Job } from './job.ts'
import { day, minute, second } from './job.ts'
import { Schedule } from './schedule.ts'

test('a job runs once in its interval, a tenth more or less', async () => {
  const { clock, schedule, runs } = plan({ every: 20 * second })
  const moments: number[] = []
  for (let passed = 0; passed < 600; passed += 1) {
    const before = runs.length
    await schedule.tick()
    if (runs.length > before) moments.push(passed)
    clock.advance(second)
  }
  const gaps = moments.slice(1).map((moment, index) => moment - (moments[index] ?? 0))
  expect(moments[0]).toBeLessThanOrEqual(20)
  expect(gaps.length).toBeGreaterThanOrEqual(26)
  for (const gap of gaps) expect(gap >= 18 && gap <= 23).toBe(true)
})

test('what is done once a day is done soon after each start, and then a day later', async () => {
  const { clock, schedule, runs } = plan({ every: day })
  clock.advance(minute)
  await schedule.tick()
  expect(runs).toHaveLength(1)
  clock.advance(0.8 * day)
  await schedule.tick()
  expect(runs).toHaveLength(1)
  clock.advance(0.3 * day)
  await schedule.tick()
  expect(runs).toHaveLength(2)
})

test('a job that is still running is not begun again, and the others go on', async () => {
  const clock = clockAt('2026-05-05T09:00:00Z')
  const slow = Promise.withResolvers<undefined>()
  const runs: string[] = []
  const jobs: Job[] = [
    { name: 'slow', every: second, run: async () => (runs.push('slow'), slow.promise) },
    { name: 'quick', every: second, run: async () => runs.push('quick') },
  ]
  await using schedule = new Schedule(jobs, { clock, log: logTo([]) })
  clock.advance(2 * second)
  const first = schedule.tick()
  await setImmediate()
  clock.advance(2 * second)
  await schedule.tick()
  expect(runs).toEqual(['slow', 'quick', 'quick'])
  slow.resolve(undefined)
  await first
  clock.advance(2 * second)
  await schedule.tick()
  expect(runs).toEqual(['slow', 'quick', 'quick', 'slow', 'quick'])
})

test('a job that fails says so and runs again; what nobody expected is an error', async () => {
  const lines: string[] = []
  const failures = [
    new Failure('unavailable', 'mail-not-sent', 'The mail server did not take it.'),
    new TypeError('undefined is not a story'),
  ]
  const clock = clockAt('2026-05-05T09:00:00Z')
  await using schedule = new Schedule(
    [{ name: 'mail', every: second, run: () => Promise.reject(failures.shift() ?? new Error('no failure is left')) }],
    { clock, log: logTo(lines) },
  )
  for (const _ of [1, 2]) {
    clock.advance(2 * second)
    await schedule.tick()
  }
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { level: 40, job: 'mail', err: { code: 'mail-not-sent' } },
    { level: 50, job: 'mail', err: { message: 'undefined is not a story' } },
  ])
})

test('a clock that is put back does not stop the jobs', async () => {
  const { clock, schedule, runs } = plan({ every: 20 * second })
  clock.advance(minute)
  await schedule.tick()
  clock.set(new Date('2026-05-04T09:00:00Z'))
  await schedule.tick()
  expect(runs).toHaveLength(2)
})

test('a newsroom that stops tells its jobs, and waits for them', async () => {
  const clock = clockAt('2026-05-05T09:00:00Z')
  const ended: string[] = []
  const run = async (signal: AbortSignal) => {
    await new Promise((resolve) => signal.addEventListener('abort', resolve))
    await Promise.resolve()
    ended.push('told')
  }
  const schedule = new Schedule([{ name: 'long', every: second, run }], { clock, log: logTo([]) }).start()
  clock.advance(2 * second)
  void schedule.tick()
  await schedule[Symbol.asyncDispose]()
  expect(ended).toEqual(['told'])
  clock.advance(2 * second)
  await schedule.tick()
  expect(ended).toEqual(['told'])
})

test('a job that does not end keeps no newsroom from stopping', async () => {
  const clock = clockAt('2026-05-05T09:00:00Z')
  const run = () => new Promise(() => undefined)
  const schedule = new Schedule([{ name: 'endless', every: second, run }], { clock, log: logTo([]), patience: 10 })
  clock.advance(2 * second)
  void schedule.tick()
  await expect(schedule[Symbol.asyncDispose]()).resolves.toBeUndefined()
})

function plan({ every }: { every: number }) {
  const clock = clockAt('2026-05-05T09:00:00Z')
  const runs: number[] = []
  const schedule = new Schedule([{ name: 'job', every, run: async () => runs.push(clock.now().getTime()) }], { clock, log: logTo([]) })
  return { clock, schedule, runs }
}

const logTo = (lines: string[]) => openLog((line) => lines.push(line), 'warn')
