import type { Desk, DeskContext } from './desk.ts'

/** One way into the desk. `asks` names the predicate that decides who may; a test walks all of them with every role. */
export type DeskWay<Asks extends string> = {
  method: 'GET' | 'POST'
  path: string
  asks: Asks
  handle(c: DeskContext, desk: Desk): Promise<Response>
}

/** A way to see something. */
export const get = <Asks extends string>(path: string, asks: Asks, handle: DeskWay<Asks>['handle']): DeskWay<Asks> => ({
  method: 'GET',
  path,
  asks,
  handle,
})

/** A way to do something. */
export const post = <Asks extends string>(path: string, asks: Asks, handle: DeskWay<Asks>['handle']): DeskWay<Asks> => ({
  method: 'POST',
  path,
  asks,
  handle,
})
