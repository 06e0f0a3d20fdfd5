import type { RateLeft, RatePolicy } from '#platform/http/rate-limiter.ts'
import { RateLimiter, rateHeaders } from '#platform/http/rate-limiter.ts'

import { HttpFailure } from '../problem.ts'

/** Per minute and instance. What the press keeps is not counted: it costs nothing. */
const policies = {
  key: { name: 'key', most: 600, seconds: 60 },
  address: { name: 'address', most: 120, seconds: 60 },
} as const satisfies Record<string, RatePolicy>

export type CountRate = (kind: keyof typeof policies, who: string, now: Date) => Record<string, string>

/** Counts a request; gives the headers that say what is left. Refused where nothing is. */
export function rateCounter(factor = 1): CountRate {
  const limiter = new RateLimiter()
  return (kind, who, now) => {
    const policy = { ...policies[kind], most: policies[kind].most * factor }
    const left: RateLeft = limiter.count(policy, who, now)
    const headers = rateHeaders(policy, left)
    if (left.isOver)
      throw new HttpFailure(429, 'too-many-requests', `Too many requests: send the next one in ${left.seconds} seconds.`, headers)
    return headers
  }
}
