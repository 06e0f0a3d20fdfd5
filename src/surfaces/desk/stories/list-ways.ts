import type { listPolicy } from '#newsroom/desk-lists/list-policy.ts'
import { desk } from '#src/routes.ts'

import type { Desk, DeskContext } from '../desk.ts'
import { changeFromDesk, goOnFromDesk, showChange, undoFromDesk } from './change-handlers.tsx'
import { removeViewFromDesk, saveViewFromDesk } from './view-handlers.ts'

type ListWay = {
  method: 'GET' | 'POST'
  path: string
  asks: keyof typeof listPolicy
  handle(c: DeskContext, desk: Desk): Promise<Response>
}

/** What is done to many stories from a list, and the views that are kept of it. */
export const listWays: readonly ListWay[] = [
  { method: 'POST', path: desk.changes, asks: 'changeStories', handle: changeFromDesk },
  { method: 'GET', path: desk.change, asks: 'readChange', handle: showChange },
  { method: 'POST', path: desk.change, asks: 'changeStories', handle: goOnFromDesk },
  { method: 'POST', path: desk.changeOff, asks: 'undoChange', handle: undoFromDesk },
  { method: 'POST', path: desk.views, asks: 'saveView', handle: saveViewFromDesk },
  { method: 'POST', path: desk.viewOff, asks: 'removeView', handle: removeViewFromDesk },
]
