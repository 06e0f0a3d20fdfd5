import type { z } from 'zod'

import { askedFields, fieldsOf, withOnly } from './fields.ts'
import type { Asked, Paging } from './pager.ts'
import { pagerOf } from './pager.ts'
import { listOf, shape } from './shapes/shape.ts'
import type { Asking, SaidOfWay, Way } from './way.ts'
import { none, parsedAsking } from './way.ts'

type Said<Params extends z.ZodObject, Query extends z.ZodObject, Item extends z.ZodObject, Mark extends z.ZodObject> = SaidOfWay<
  Params,
  Query
> &
  Paging<Mark> & {
    /** What the description calls the list. */
    name: string
    item: Item
    handle(
      call: Asking<z.infer<Params>, z.infer<Query>> & Asked<z.infer<Mark>>,
    ): Promise<{ items: z.input<Item>[]; next: z.infer<Mark> | undefined }>
  }

/** A list for programs with a key, a stretch at a time: it goes on after a place in its order, whatever was added or taken away meanwhile. */
export function listWay<
  Item extends z.ZodObject,
  Mark extends z.ZodObject,
  Params extends z.ZodObject = typeof none,
  Query extends z.ZodObject = typeof none,
>(said: Said<Params, Query, Item, Mark>): Way {
  const { params = none, query = none, name, item, mark, atOnce, handle, ...rest } = said
  const answer = shape(name, listOf(item))
  const fields = fieldsOf(answer)
  const pager = pagerOf(said.operation, { mark, atOnce })
  return {
    asks: said.operation,
    needsMatch: false,
    tellsOnce: false,
    isDoneWhenDeleted: false,
    ...rest,
    method: 'GET',
    params,
    query,
    paging: pager.input,
    fields,
    body: undefined,
    answer,
    status: 200,
    run: async (raw) => {
      const { cursors } = raw.api
      const asked = askedFields(raw.query['fields'], fields)
      const found = await handle({ ...parsedAsking(said, raw), ...pager.read(raw.query, cursors) })
      const list = pager.tell(found, cursors)
      return { value: withOnly(await answer.parseAsync(list), fields, asked), next: list.next }
    },
  }
}
