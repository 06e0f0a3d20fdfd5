import type { Context } from 'hono'

import { Failure } from '#lib/failure.ts'
import { storable } from '#lib/storable.ts'
import type { DraftDeleted } from '#newsroom/deleted-drafts/deleted-draft.ts'
import { whyGone } from '#newsroom/deleted-drafts/find-deleted-drafts.ts'
import type { KeyHolder } from '#newsroom/keys/api-key.ts'
import type { KeptAnswer } from '#newsroom/keys/kept-answers.ts'
import type { Member } from '#newsroom/members/member.ts'
import { clientAddress } from '#platform/http/client-address.ts'

import type { Api, ApiEnv } from './api.ts'
import { keyHolderOf, requireScope } from './guard/key-holder-of.ts'
import { once } from './guard/once.ts'
import type { CountRate } from './guard/rates.ts'
import { readBody } from './guard/read-body.ts'
import { entityTagOf, versionTagOf } from './guard/required-match.ts'
import { nextLink } from './pager.ts'
import { isExpected, problemOf } from './problem.ts'
import { runMatched } from './run-matched.ts'
import type { Reply, Way } from './way.ts'

/** A way, and the one that reads what it changes. */
type Ways = { way: Way; read: Way | undefined }

/** Answers a request with a key: who, how often, how far, once, upon which revision; then the way itself. */
export async function answerWay(c: Context<ApiEnv>, api: Api, { way, read }: Ways, count: CountRate): Promise<Response> {
  const address = clientAddress(c.req.raw.headers, c.env, api.trustProxy)
  let rates: Record<string, string> = {}
  let holder: KeyHolder | undefined
  try {
    const now = api.newsroom.clock.now()
    // Whoever has no key that works is counted by address, so that keys cannot be tried out.
    const held = await keyHolderOf(api, c.req.header('authorization'), address).catch((error: unknown) => {
      rates = count('address', address, now)
      throw error
    })
    holder = held
    rates = count('key', held.key, now)
    requireScope(held, way.scope)
    const { text, json } = await readBody(c.req.raw)
    const params = storableValues(c.req.param())
    const target = c.req.url.slice(new URL(c.req.url).origin.length)
    const answer = await once(
      api.newsroom,
      held,
      {
        method: way.method,
        target,
        match: c.req.header('if-match'),
        text,
        name: c.req.header('idempotency-key'),
        tellsOnce: way.tellsOnce,
      },
      async () => {
        const call = { api, holder: held, params, query: storableValues(c.req.query()), body: json }
        const reply = await runMatched({ way, read }, call, c.req.header('if-match'))
        return keptAnswer(way, reply, nextLink(target, api.origin, reply.next))
      },
    )
    return new Response(answer.body, { status: answer.status, headers: { ...rates, ...answer.headers, 'cache-control': 'no-store' } })
  } catch (error) {
    const deleted = await deletionBehind(api, holder?.member, error)
    if (deleted?.mayBringBack && way.isDoneWhenDeleted)
      return new Response(null, { status: way.status, headers: { ...rates, 'cache-control': 'no-store' } })
    return problemAnswer(api, deleted ?? error, c.req.path, rates)
  }
}

/** Whoever may read a draft is told that it was deleted, and not only that it is not there. */
const deletionBehind = async ({ newsroom }: Api, member: Member | undefined, error: unknown): Promise<DraftDeleted | undefined> =>
  error instanceof Failure ? whyGone(newsroom.db.writer, member, error, newsroom.clock.now()) : undefined

export function problemAnswer(api: Pick<Api, 'origin' | 'log'>, error: unknown, path: string, more: Record<string, string> = {}): Response {
  if (!isExpected(error)) api.log.error({ err: error, url: path }, 'an answer of the API broke')
  const { problem, headers } = problemOf(error, api.origin)
  return new Response(JSON.stringify(problem), { status: problem.status, headers: { ...more, ...headers, 'cache-control': 'no-store' } })
}

function keptAnswer(way: Way, { value, revision, version, location }: Reply<unknown>, more: Record<string, string>): KeptAnswer {
  return {
    status: way.status,
    headers: {
      ...(way.answer && { 'content-type': 'application/json' }),
      ...(revision && { etag: entityTagOf(revision) }),
      ...(version !== undefined && { etag: versionTagOf(version) }),
      ...(location !== undefined && { location }),
      ...more,
    },
    body: way.answer ? JSON.stringify(value) : null,
  }
}

const storableValues = (values: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, storable(value)]))
