import { createHash } from 'node:crypto'

import { Failure } from '#lib/failure.ts'
import type { KeyHolder } from '#newsroom/keys/api-key.ts'
import type { KeptAnswer } from '#newsroom/keys/kept-answers.ts'
import { beginOnce, forgetRequest, keepAnswer } from '#newsroom/keys/kept-answers.ts'
import type { Newsroom } from '#newsroom/newsroom.ts'

import { HttpFailure } from '../problem.ts'

type Request = { method: string; target: string; match: string | undefined; text: string; name: string | undefined; tellsOnce: boolean }

/** Does what was asked, once: the same request with the same Idempotency-Key gets the answer that the first had. */
export async function once(newsroom: Newsroom, holder: KeyHolder, request: Request, act: () => Promise<KeptAnswer>): Promise<KeptAnswer> {
  const { name } = request
  if (name === undefined || request.method !== 'POST') return act()
  if (!/^[\x21-\x7e]{1,255}$/.test(name))
    throw new HttpFailure(400, 'bad-idempotency-key', 'An Idempotency-Key has 1 to 255 visible ASCII characters. A UUID is a good one.')
  const named = { key: holder.key, name, hash: hashOf(request) }
  const before = await beginOnce(newsroom, named)
  if (before) return replayed(before, request.tellsOnce)
  const answer = await act().catch(async (error: unknown) => {
    await forgetRequest(newsroom, named)
    throw error
  })
  await keepAnswer(newsroom, named, request.tellsOnce ? { ...answer, body: null } : answer)
  return answer
}

function replayed(answer: KeptAnswer, tellsOnce: boolean): KeptAnswer {
  if (tellsOnce)
    throw new Failure('conflict', 'told-once', 'This was done, and its answer is told once. Send it with a new Idempotency-Key.')
  return { ...answer, headers: { ...answer.headers, 'idempotency-replayed': 'true' } }
}

const hashOf = ({ method, target, match = '', text }: Request): string =>
  createHash('sha256').update([method, target, match, text].join('\n')).digest('hex')
