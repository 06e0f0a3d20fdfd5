import { z } from 'zod'

import type { Cursors } from './cursor.ts'
import { BadInput } from './problem.ts'

/** How a list is gone through. */
export type Paging<Mark extends z.ZodObject> = {
  /** A place in its order: the key, and what tells two of one key apart. */
  mark: Mark
  /** How many at once: unless told, and at most. */
  atOnce: { usual: number; most: number }
}

/** How many a list is asked for, and after which place. */
export type Asked<Place> = { limit: number; after: Place | undefined }

/** Where a list begins and goes on, the same for every list. */
export type Pager<Place extends object> = {
  input: z.ZodObject
  read(query: unknown, cursors: Cursors): Asked<Place>
  tell<Item>(found: { items: Item[]; next: Place | undefined }, cursors: Cursors): { items: Item[]; next: string | null }
}

export function pagerOf<Mark extends z.ZodObject>(list: string, { mark, atOnce }: Paging<Mark>): Pager<z.infer<Mark>> {
  const input = z.object({
    limit: z.coerce.number().int().min(1).max(atOnce.most).default(atOnce.usual).describe('How many at once.'),
    cursor: z.string().min(1).max(4000).optional().describe('The `next` of the list before.'),
  })
  const names = Object.keys(mark.shape)
  return {
    input,
    read: (query, cursors) => {
      const parsed = input.safeParse(query)
      if (!parsed.success) throw new BadInput('query', parsed.error)
      const { limit, cursor } = parsed.data
      return { limit, after: cursor === undefined ? undefined : cursors.read(list, cursor, mark) }
    },
    tell: ({ items, next }, cursors) => {
      if (!next) return { items, next: null }
      const said = new Map<string, unknown>(Object.entries(next))
      return { items, next: cursors.write(list, Object.fromEntries(names.map((name) => [name, said.get(name)]))) }
    },
  }
}

/** Where a list goes on, as a header (RFC 8288). */
export function nextLink(target: string, origin: string, next: string | null | undefined): Record<string, string> {
  if (!next) return {}
  const url = new URL(target, origin)
  url.searchParams.set('cursor', next)
  return { link: `<${url.href}>; rel="next"` }
}
