import type { z } from 'zod'

import { storable } from '#lib/storable.ts'
import { placeCode, placeInQuery } from '#newsroom/addresses/place-path.ts'
import { securityHeaders } from '#platform/http/security-headers.ts'
import { isOfApi } from '#src/routes.ts'
import type { PageAnswer, PageRequest } from '#surfaces/ui/page-request.ts'

import type { Cursors } from '../cursor.ts'
import type { Fields } from '../fields.ts'
import { askedFields, fieldsOf, withOnly } from '../fields.ts'
import type { Asked, Paging } from '../pager.ts'
import { nextLink, pagerOf } from '../pager.ts'
import { BadInput, isExpected, problemOf } from '../problem.ts'
import { listOf, shape } from '../shapes/shape.ts'

/** One read of what readers may see, printed and kept like a page, and all that its description says of it. */
export type PublicWay = {
  /** The newsroom's function that it calls, which is its operationId. */
  operation: string
  path: string
  summary: string
  params: z.ZodObject | undefined
  query: z.ZodObject
  /** How far and from where a list goes; only lists have it. */
  paging: z.ZodObject | undefined
  fields: Fields
  answer: z.ZodType
  /** The parameters that make an answer: whatever else a query says is not read, and makes no answer of its own. */
  parameters: readonly string[]
  print(request: PageRequest, cursors: Cursors): Promise<PageAnswer | undefined>
}

type SaidOfRead<Query extends z.ZodObject> = Pick<PublicWay, 'operation' | 'path' | 'summary'> & { params?: z.ZodObject; query: Query }

type SaidOfThing<Query extends z.ZodObject, Answer extends z.ZodType> = SaidOfRead<Query> & {
  answer: Answer
  read(request: PageRequest, query: z.infer<Query>): Promise<{ value: z.input<Answer> } | { movedTo: string }>
}

type SaidOfList<Query extends z.ZodObject, Item extends z.ZodObject, Mark extends z.ZodObject> = SaidOfRead<Query> &
  Paging<Mark> & {
    /** What the description calls the list. */
    name: string
    item: Item
    read(
      request: PageRequest,
      query: z.infer<Query> & Asked<z.infer<Mark>>,
    ): Promise<{ items: z.input<Item>[]; next: z.infer<Mark> | undefined }>
  }

type Raw = Record<string, string>
type Reply = { value: unknown; next?: string | null } | { movedTo: string }

/** Scripts of any site may read it, and what the headers say of it (Fetch, CORS protocol). */
export const publicHeaders = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'ETag, Link, Retry-After, RateLimit, RateLimit-Policy',
}

/** Binds a read to the schemas of what it takes and gives. What it refuses is an answer too, as long as nothing it read changes. */
export function publicWay<Query extends z.ZodObject, Answer extends z.ZodType>(said: SaidOfThing<Query, Answer>): PublicWay {
  const { params, read, ...rest } = said
  const fields = fieldsOf(said.answer)
  return {
    ...rest,
    params,
    paging: undefined,
    fields,
    parameters: [...Object.keys(said.query.shape), 'fields'],
    print: (request) =>
      printed(request, async (raw) => {
        const asked = askedFields(raw['fields'], fields)
        const reply = await read(request, parsed(said.query, raw))
        return 'movedTo' in reply ? reply : { value: withOnly(await said.answer.parseAsync(reply.value), fields, asked) }
      }),
  }
}

/** The same for a list, which goes on after a place in its order. */
export function publicList<Query extends z.ZodObject, Item extends z.ZodObject, Mark extends z.ZodObject>(
  said: SaidOfList<Query, Item, Mark>,
): PublicWay {
  const { params, name, item, mark, atOnce, read, ...rest } = said
  const answer = shape(name, listOf(item))
  const fields = fieldsOf(answer)
  const pager = pagerOf(said.operation, { mark, atOnce })
  return {
    ...rest,
    params,
    paging: pager.input,
    fields,
    answer,
    parameters: [...Object.keys(said.query.shape), ...Object.keys(pager.input.shape), 'fields'],
    print: (request, cursors) =>
      printed(request, async (raw) => {
        const asked = askedFields(raw['fields'], fields)
        const found = await read(request, { ...parsed(said.query, raw), ...pager.read(raw, cursors) })
        const list = pager.tell(found, cursors)
        return { value: withOnly(await answer.parseAsync(list), fields, asked), next: list.next }
      }),
  }
}

async function printed(request: PageRequest, answer: (raw: Raw) => Promise<Reply>): Promise<PageAnswer | undefined> {
  if (!isOfApi(request.asked)) return undefined
  const raw = Object.fromEntries([...request.query].map(([name, value]) => [name, storable(value)]))
  const isAside = isOneOfMany(raw)
  try {
    const reply = await answer(raw)
    if ('movedTo' in reply) return { status: 301, body: '', headers: { ...publicHeaders, location: reply.movedTo } }
    return { ...jsonAnswer(reply.value, nextLink(request.asked, request.origin, reply.next)), isAside }
  } catch (error) {
    return { ...problemPage(error, request), isAside }
  }
}

/**
 * Fields, limits and facets are put together, and places spelled, in more ways than an archive has pages: what is asked for so is kept apart from
 * those.
 */
const isOneOfMany = (raw: Raw): boolean => {
  const narrowing = Object.keys(raw).filter((name) => name !== 'lang')
  const { place } = raw
  const isOddPlace = place !== undefined && placeInQuery(placeCode(place)) !== place
  return isOddPlace || narrowing.length > 1 || narrowing.some((name) => ['cursor', 'limit', 'fields'].includes(name))
}

function parsed<Query extends z.ZodObject>(query: Query, raw: Raw): z.infer<Query> {
  const read = query.safeParse(raw)
  if (!read.success) throw new BadInput('query', read.error)
  return read.data
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
