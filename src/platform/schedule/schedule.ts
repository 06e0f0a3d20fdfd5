import { setTimeout as wait } from 'node:timers/promises'

import { Failure } from '#lib/failure.ts'
import type { Clock } from '#platform/clock.ts'
import { isUnavailable } from '#platform/database/is-unavailable.ts'
import type { Log } from '#platform/log.ts'

import type { Job } from './job.ts'
import { minute, second } from './job.ts'

/** The patience is how many milliseconds running jobs have when the schedule ends. */
export type ScheduleOptions = { clock: Clock; log: Log; random?: () => number; patience?: number }

type Planned = { job: Job; dueAt: number; isRunning: boolean }

/**
 * Runs each job about once in its interval, never twice at once in this process. The first time comes within a minute of the start, so that what is
 * done once a day is also done where the newsroom starts more often. Disposing of it ends it; jobs that are running have a few seconds to end too.
 */
export class Schedule implements AsyncDisposable {
  readonly #clock: Clock
  readonly #log: Log
  readonly #random: () => number
  readonly #patience: number
  readonly #planned: Planned[]
  readonly #running = new Set<Promise<void>>()
  readonly #stop = new AbortController()
  #timer: NodeJS.Timeout | undefined

  constructor(jobs: readonly Job[], { clock, log, random = Math.random, patience = 5 * second }: ScheduleOptions) {
    this.#clock = clock
    this.#log = log
    this.#random = random
    this.#patience = patience
    const now = clock.now().getTime()
    this.#planned = jobs.map((job) => ({ job, dueAt: now + Math.min(job.every, minute) * random(), isRunning: false }))
  }

  start(): this {
    this.#timer ??= setInterval(() => void this.tick(), second).unref()
    return this
  }

  /** Begins what is due; resolves when that has ended. */
  async tick(): Promise<void> {
    if (this.#stop.signal.aborted) return
    const now = this.#clock.now().getTime()
    const due = this.#planned.filter((one) => !one.isRunning && isDue(one, now))
    await Promise.all(due.map((one) => this.#begin(one, now)))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearInterval(this.#timer)
    this.#stop.abort()
    await Promise.race([Promise.all(this.#running), wait(this.#patience, undefined, { ref: false })])
  }

  async #begin(one: Planned, now: number): Promise<void> {
    one.isRunning = true
    // A tenth more or less keeps instances that started together from working together.
    one.dueAt = now + one.job.every * (0.9 + 0.2 * this.#random())
    const run = this.#run(one.job)
    this.#running.add(run)
    await run
    this.#running.delete(run)
    one.isRunning = false
  }

  async #run({ name, run }: Job): Promise<void> {
    try {
      await run(this.#stop.signal)
    } catch (error) {
      if (this.#stop.signal.aborted) return
      const isExpected = error instanceof Failure || isUnavailable(error)
      this.#log[isExpected ? 'warn' : 'error']({ err: error, job: name }, `${name}: it did not work, and is tried again`)
    }
  }
}

// A clock that was put back leaves nothing waiting for the old time.
const isDue = ({ job, dueAt }: Planned, now: number): boolean => dueAt <= now || dueAt - now > 2 * Math.max(job.every, minute)
