import createClient from 'openapi-fetch'
import type { Client } from 'openapi-fetch'

import type { paths } from './dateline.ts'

export type { components, paths } from './dateline.ts'

/** A client of a newsroom's API. `url` is where the newsroom is; without a key it reads what readers may see. */
export function dateline({ url, key, fetch }: { url: string; key?: string; fetch?: typeof globalThis.fetch }): Client<paths> {
  return createClient<paths>({
    baseUrl: `${url}/api/v1`,
    ...(key !== undefined && { headers: { authorization: `Bearer ${key}` } }),
    ...(fetch && { fetch }),
  })
}
