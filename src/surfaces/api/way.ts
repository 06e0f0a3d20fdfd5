import { z } from 'zod'

import type { KeyHolder, KeyScope } from '#newsroom/keys/api-key.ts'
import type { Member } from '#newsroom/members/member.ts'
import type { Newsroom } from '#newsroom/newsroom.ts'

import type { Api } from './api.ts'
import type { Fields } from './fields.ts'
import { askedFields, fieldsOf, withOnly } from './fields.ts'
import { BadInput } from './problem.ts'

export const tags = {
  public: 'What readers may see. No key is needed, and answers are kept like pages.',
  me: 'Whose key this is, and what waits for them.',
  editions: 'A story in one language, and its revisions.',
  review: 'From draft to clearance: sending, clearing, comments, tasks, links for people outside.',
  releases: 'Before readers: releasing, scheduling, correcting, moving, withdrawing.',
  translations: 'An edition that is made from another, passage by passage.',
  registers: 'What stories are about: sections, projects, organisations, places, topics, people.',
  members: 'Who works here.',
  house: 'What the house asks of its texts, and who did what.',
} as const
export type Tag = keyof typeof tags

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** A revision that an `ETag` names: its number and the hash of what it says. */
export type RevisionMark = { number: number; hash: string }

export type Reply<Value> = { value: Value; revision?: RevisionMark; version?: number; location?: string; next?: string | null }

/** Who asks, and for what, parsed. */
export type Asking<Params, Query> = { api: Api; newsroom: Newsroom; holder: KeyHolder; by: Member; params: Params; query: Query }

/** What a way is called with, parsed. `match` is the number of the revision or version that If-Match named, where a way asks for one. */
export type Call<Params, Query, Body> = Asking<Params, Query> & { body: Body; match: number }

/** What came of a request, not parsed yet. */
export type RawCall = {
  api: Api
  holder: KeyHolder
  params: Record<string, string>
  query: Record<string, string>
  body: unknown
  match: number
}

/** One way into the newsroom for programs with a key, and all that its description says of it. */
export type Way = {
  /** The newsroom's function that it calls, which is its operationId. */
  operation: string
  method: Method
  path: string
  tag: Tag
  summary: string
  scope: KeyScope
  /** The predicate that decides who may. */
  asks: string
  /** What If-Match has to name: the latest revision of the edition, or the version of what is no story. */
  needsMatch: false | 'revision' | 'version'
  /** Its answer holds what is told once, and is not kept. */
  tellsOnce: boolean
  /** What it does is done where the edition was deleted before. */
  isDoneWhenDeleted: boolean
  params: z.ZodObject
  query: z.ZodObject
  /** How far and from where a list goes; only lists have it. */
  paging: z.ZodObject | undefined
  /** What can be asked for alone; only reads have it. */
  fields: Fields | undefined
  body: z.ZodType | undefined
  status: 200 | 201 | 204
  answer: z.ZodType | undefined
  run(call: RawCall): Promise<Reply<unknown>>
}

export const none = z.object({})

/** What every way says of itself. */
export type SaidOfWay<Params extends z.ZodObject, Query extends z.ZodObject> = Pick<
  Way,
  'operation' | 'path' | 'tag' | 'summary' | 'scope'
> & {
  /** Absent: as the operation is called. */
  asks?: string
  params?: Params
  query?: Query
}

type Said<Params extends z.ZodObject, Query extends z.ZodObject, Body extends z.ZodType, Answer extends z.ZodType> = SaidOfWay<
  Params,
  Query
> &
  Pick<Way, 'method'> &
  Partial<Pick<Way, 'needsMatch' | 'tellsOnce' | 'isDoneWhenDeleted'>> & {
    /** What is posted is a question, and nothing is made of it. */
    makesNothing?: true
    body?: Body
    /** Absent: nothing is answered (204). */
    answer?: Answer
    handle(call: Call<z.infer<Params>, z.infer<Query>, z.infer<Body>>): Promise<Reply<z.input<Answer>>>
  }

/** Binds a handler to the schemas of what it takes and gives: it is called with what they have parsed, and nothing leaves that they do not know. */
export function way<
  Params extends z.ZodObject = typeof none,
  Query extends z.ZodObject = typeof none,
  Body extends z.ZodType = z.ZodUndefined,
  Answer extends z.ZodType = z.ZodUndefined,
>(said: Said<Params, Query, Body, Answer>): Way {
  const { params = none, query = none, body, answer, makesNothing, handle, ...rest } = said
  const fields = said.method === 'GET' && answer ? fieldsOf(answer) : undefined
  return {
    asks: said.operation,
    needsMatch: false,
    tellsOnce: false,
    isDoneWhenDeleted: false,
    ...rest,
    params,
    query,
    paging: undefined,
    fields,
    body,
    answer,
    status: answer === undefined ? 204 : said.method === 'POST' && !makesNothing ? 201 : 200,
    run: async ({ match, ...raw }) => {
      const asked = fields && askedFields(raw.query['fields'], fields)
      const call = { ...parsedAsking(said, raw), body: parse(said.body, 'body', raw.body), match }
      const reply = await handle(call)
      if (answer === undefined) return reply
      const value = await answer.parseAsync(reply.value)
      return { ...reply, value: fields ? withOnly(value, fields, asked) : value }
    },
  }
}

export function parsedAsking<Params extends z.ZodObject, Query extends z.ZodObject>(
  said: { params?: Params; query?: Query },
  { api, holder, params, query }: Omit<RawCall, 'body' | 'match'>,
): Asking<z.infer<Params>, z.infer<Query>> {
  const asking = { api, newsroom: api.newsroom, holder, by: holder.member }
  return { ...asking, params: parse(said.params, 'path', params), query: parse(said.query, 'query', query) }
}

export const done: Reply<undefined> = { value: undefined }

// Where nothing is asked for, nothing is read.
function parse<Schema extends z.ZodType>(schema: Schema | undefined, where: 'body' | 'query' | 'path', raw: unknown): z.infer<Schema> {
  const parsed = (schema ?? nothing).safeParse(schema && raw)
  if (!parsed.success) throw new BadInput(where, parsed.error)
  return parsed.data as z.infer<Schema>
}

const nothing = z.undefined()
