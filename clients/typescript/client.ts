import createClient from 'openapi-fetch'
import type { Client, ClientPathsWithMethod, FetchResponse, MaybeOptionalInit } from 'openapi-fetch'

import type { paths } from './dateline.ts'

export type { components, paths } from './dateline.ts'

/** A client whose `GET` knows that with `fields` less comes than all. */
export type Dateline = Omit<Client<paths>, 'GET'> & { GET: Get }

type Get = <Path extends ClientPathsWithMethod<Client<paths>, 'get'>, Asked extends MaybeOptionalInit<paths[Path], 'get'>>(
  path: Path,
  ...asked: undefined extends Asked ? [Asked?] : [Asked]
) => Promise<Got<FetchResponse<paths[Path]['get'], Asked, `${string}/${string}`>, Asked>>

type Got<Answer, Asked> = Asked extends { params: { query: infer Query } } ? ('fields' extends keyof Query ? Less<Answer> : Answer) : Answer

type Less<Answer> = Answer extends { data: infer Data; error?: never } ? Omit<Answer, 'data'> & { data: Some<Data> } : Answer

type Some<Data> = Data extends { items: (infer Item)[]; next: string | null }
  ? Omit<Data, 'items'> & { items: Partial<Item>[] }
  : Partial<Data>

/** A client of a newsroom's API. `url` is where the newsroom is; without a key it reads what readers may see. */
export function dateline({ url, key, fetch }: { url: string; key?: string | undefined; fetch?: typeof globalThis.fetch }): Dateline {
  return createClient<paths>({
    baseUrl: `${url}/api/v1`,
    // `fields` are told apart by commas.
    querySerializer: { array: { style: 'form', explode: false } },
    ...(key !== undefined && { headers: { authorization: `Bearer ${key}` } }),
    ...(fetch && { fetch }),
  }) as Dateline // which narrows what answers are, and nothing that is sent
}

/** Everything in a list, asked for stretch by stretch: `each((on) => news.GET('/members', { params: { query: { ...on } } }))`. */
export async function* each<Item>(
  ask: (on: { cursor?: string }) => Promise<{ data?: { items: Item[]; next: string | null }; error?: { detail: string } }>,
): AsyncGenerator<Item> {
  let on: { cursor?: string } | undefined = {}
  while (on) {
    const { data, error } = await ask(on)
    if (!data) throw new Error(error?.detail ?? 'The newsroom did not answer.')
    yield* data.items
    on = data.next === null ? undefined : { cursor: data.next }
  }
}
