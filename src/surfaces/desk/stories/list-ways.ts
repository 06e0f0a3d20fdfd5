import type { listPolicy } from '#newsroom/desk-lists/list-policy.ts'
import { desk } from '#src/routes.ts'

import type { DeskWay } from '../desk-way.ts'
import { get, post } from '../desk-way.ts'
import { changeFromDesk, goOnFromDesk, showChange, showChanges, undoFromDesk } from './change-handlers.tsx'
import { removeViewFromDesk, saveViewFromDesk } from './view-handlers.ts'

/** What is done to many stories from a list, and the views that are kept of it. */
export const listWays: readonly DeskWay<keyof typeof listPolicy>[] = [
  get(desk.changes, 'changeStories', showChanges),
  post(desk.changes, 'changeStories', changeFromDesk),
  get(desk.change, 'readChange', showChange),
  post(desk.change, 'changeStories', goOnFromDesk),
  post(desk.changeOff, 'undoChange', undoFromDesk),
  post(desk.views, 'saveView', saveViewFromDesk),
  post(desk.viewOff, 'removeView', removeViewFromDesk),
]
