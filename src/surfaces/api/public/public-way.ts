import type { z } from 'zod'

import { securityHeaders } from '#platform/http/security-headers.ts'
import type { PageAnswer, PageHandler, PageRequest } from '#surfaces/ui/page-request.ts'

import { storableText } from '../guard/read-body.ts'
import { BadInput, isExpected, problemOf } from '../problem.ts'

/** What a public read answers; `next` becomes a Link header. */
export type PublicReply<Value> = { value: Value; next?: string | null } | { movedTo: string }

/** One read of what readers may see, printed and kept like a page, and all that its description says of it. */
export type PublicWay = {
  /** The newsroom's function that it calls, which is its operationId. */
  operation: string
  path: string
  summary: string
  params: z.ZodObject | undefined
  query: z.ZodObject
  answer: z.ZodType
  print: PageHandler
}

type Said<Query extends z.ZodObject, Answer extends z.ZodType> = Pick<PublicWay, 'operation' | 'path' | 'summary'> & {
  params?: z.ZodObject
  query: Query
  answer: Answer
  read(request: PageRequest, query: z.infer<Query>): Promise<PublicReply<z.input<Answer>>>
}

export const publicHeaders = { 'access-control-allow-origin': '*' }

/** Binds a read to the schemas of what it takes and gives. What it refuses is an answer too, as long as nothing it read changes. */
export function publicWay<Query extends z.ZodObject, Answer extends z.ZodType>(said: Said<Query, Answer>): PublicWay {
  const { params, query, answer, read } = said
  return {
    ...said,
    params,
    print: async (request) => {
      // `/fr/api/…` is no address: a program says its language in the query.
      if (!request.asked.startsWith('/api/')) return undefined
      try {
        const parsed = query.safeParse(Object.fromEntries([...request.query].map(([name, value]) => [name, storableText(value)])))
        if (!parsed.success) throw new BadInput('query', parsed.error)
        const reply = await read(request, parsed.data)
        if ('movedTo' in reply) return { status: 301, body: '', headers: { ...publicHeaders, location: reply.movedTo } }
        return jsonAnswer(await answer.parseAsync(reply.value), nextLink(request, reply.next))
      } catch (error) {
        return problemPage(error, request)
      }
    },
  }
}

function problemPage(error: unknown, { origin }: PageRequest): PageAnswer {
  if (!isExpected(error)) throw error
  const { problem, headers } = problemOf(error, origin)
  // That the archive is away is nothing to keep.
  if (problem.status === 503) throw error
  return { status: problem.status, headers: { ...publicHeaders, ...headers }, body: JSON.stringify(problem) }
}

const jsonAnswer = (value: unknown, link: Record<string, string>): PageAnswer => ({
  status: 200,
  headers: { ...securityHeaders, ...publicHeaders, 'content-type': 'application/json', ...link },
  body: JSON.stringify(value),
})

/** Where a list goes on (RFC 8288). */
function nextLink({ asked, origin }: PageRequest, next: string | null | undefined): Record<string, string> {
  if (!next) return {}
  const url = new URL(asked, origin)
  url.searchParams.set('cursor', next)
  return { link: `<${url.href}>; rel="next"` }
}
