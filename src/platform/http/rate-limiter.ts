/** How often something may be done in how many seconds; `name` is what answers call the policy. */
export type RatePolicy = { name: string; most: number; seconds: number }

/** What is left of a policy for someone, and the seconds until it begins anew. */
export type RateLeft = { isOver: boolean; left: number; seconds: number }

const mostKnown = 50_000 // counts held at once; beyond that the oldest are forgotten

/**
 * Counts in windows that begin with the first request, in the memory of one instance: several instances let through as many times more. That is
 * enough against a program gone wild, and costs a request nothing.
 */
export class RateLimiter {
  readonly #counts = new Map<string, { count: number; endsAt: number }>()

  count({ name, most, seconds }: RatePolicy, who: string, now: Date): RateLeft {
    const id = `${name} ${who}`
    const known = this.#counts.get(id)
    const isRunning = known !== undefined && known.endsAt > now.getTime()
    const window = isRunning ? known : { count: 0, endsAt: now.getTime() + seconds * 1000 }
    window.count += 1
    if (!isRunning) this.#remember(id, window)
    return {
      isOver: window.count > most,
      left: Math.max(0, most - window.count),
      seconds: Math.max(1, Math.ceil((window.endsAt - now.getTime()) / 1000)),
    }
  }

  // Deleted first, so that the map stays in the order in which windows began.
  #remember(id: string, window: { count: number; endsAt: number }): void {
    this.#counts.delete(id)
    this.#counts.set(id, window)
    const [oldest] = this.#counts.keys()
    if (this.#counts.size > mostKnown && oldest !== undefined) this.#counts.delete(oldest)
  }
}

/** `RateLimit-Policy` and `RateLimit` (draft-ietf-httpapi-ratelimit-headers-10), and `Retry-After` where nothing is left. */
export function rateHeaders(policy: RatePolicy, { isOver, left, seconds }: RateLeft): Record<string, string> {
  return {
    'ratelimit-policy': `"${policy.name}";q=${policy.most};w=${policy.seconds}`,
    ratelimit: `"${policy.name}";r=${left};t=${seconds}`,
    ...(isOver && { 'retry-after': String(seconds) }),
  }
}
