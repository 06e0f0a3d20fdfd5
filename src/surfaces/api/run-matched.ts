import { Failure } from '#lib/failure.ts'

import { requiredRevision, requiredVersion, tagsNamed } from './guard/required-match.ts'
import { staleCodes } from './problem.ts'
import type { RawCall, Reply, Way } from './way.ts'

const mostTries = 3

/** Runs a way upon the state that If-Match names. `read` is the way that reads what it changes. */
export async function runMatched(
  { way, read }: { way: Way; read: Way | undefined },
  call: Omit<RawCall, 'match'>,
  header: string | undefined,
): Promise<Reply<unknown>> {
  const { edition = '' } = call.params
  if (!way.needsMatch || !way.params.safeParse(call.params).success) return way.run({ ...call, match: 0 })
  const named = tagsNamed(header)
  const compare = () =>
    way.needsMatch === 'version'
      ? requiredVersion(named, async () => (await read?.run({ ...call, query: {}, body: undefined, match: 0 }))?.version)
      : requiredRevision(call.api.newsroom, call.holder.member, edition, named)
  for (let tries = 1; ; tries += 1) {
    const match = await compare()
    try {
      return await way.run({ ...call, match })
    } catch (error) {
      // Somebody saved between the two, and nothing was done: what there is now may be named as well, or is told.
      const isStale = error instanceof Failure && staleCodes.has(error.code)
      if (!isStale || tries === mostTries) throw error
    }
  }
}
