import { z } from 'zod'

import { stretchOf } from '#lib/stretch-of.ts'
import { changeInput, changeStories } from '#newsroom/desk-lists/change-stories.ts'
import { listViews } from '#newsroom/desk-lists/list-views.ts'
import { listChanges, readChange } from '#newsroom/desk-lists/read-change.ts'
import { removeView, saveView, viewInput } from '#newsroom/desk-lists/save-view.ts'
import { undoChange } from '#newsroom/desk-lists/undo-change.ts'
import { api } from '#src/routes.ts'

import { markedMoment } from '../cursor.ts'
import { madeShape } from '../shapes/desk-shapes.ts'
import { changeLineShape, changeShape, viewShape } from '../shapes/list-shapes.ts'
import { shape } from '../shapes/shape.ts'
import { listWay } from '../list-way.ts'
import { done, way } from '../way.ts'

const ofChange = z.object({ change: z.uuid() })

/** What is done to many stories at once, and the views that are kept of their list. */
export const changeWays = [
  way({
    operation: 'changeStories',
    method: 'POST',
    path: api.changes,
    tag: 'editions',
    summary:
      'Make one change to the facts of many stories, or ask someone about all of them; readers have it at once where one may release it',
    scope: 'release',
    body: shape('StoryChangeInput', changeInput),
    answer: changeShape,
    handle: async ({ newsroom, by, body }) => {
      const id = await changeStories(newsroom, by, body)
      return { value: await readChange(newsroom.db.writer, by, id, newsroom.clock.now()) }
    },
  }),
  listWay({
    operation: 'listChanges',
    path: api.changes,
    tag: 'editions',
    summary: 'One’s own changes of many stories that can still be undone, the last first',
    scope: 'read',
    asks: 'signedIn',
    name: 'StoryChangeList',
    item: changeLineShape,
    mark: z.object({ begunAt: markedMoment, id: z.uuid() }),
    atOnce: { usual: 50, most: 100 },
    handle: async ({ newsroom, by, after, limit }) =>
      stretchOf(await listChanges(newsroom.db.writer, by, newsroom.clock.now(), { after, atMost: limit + 1 }), limit),
  }),
  way({
    operation: 'readChange',
    method: 'GET',
    path: api.change,
    tag: 'editions',
    summary: 'What became of each story of a change',
    scope: 'read',
    params: ofChange,
    answer: changeShape,
    handle: async ({ newsroom, by, params }) => ({
      value: await readChange(newsroom.db.writer, by, params.change, newsroom.clock.now()),
    }),
  }),
  way({
    operation: 'undoChange',
    method: 'DELETE',
    path: api.change,
    tag: 'editions',
    summary: 'Put back what a change changed, in each story that nobody saved since',
    scope: 'release',
    params: ofChange,
    handle: async ({ newsroom, by, params }) => {
      await undoChange(newsroom, by, params)
      return done
    },
  }),
  listWay({
    operation: 'listViews',
    path: api.views,
    tag: 'editions',
    summary: 'The views of the list that one has, by name: one’s own, and what others share with all',
    scope: 'read',
    asks: 'signedIn',
    name: 'ViewList',
    item: viewShape,
    mark: z.object({ name: z.string(), id: z.uuid() }),
    atOnce: { usual: 100, most: 200 },
    handle: async ({ newsroom, by, after, limit }) =>
      stretchOf(await listViews(newsroom.db.writer, by, { after, atMost: limit + 1 }), limit),
  }),
  way({
    operation: 'saveView',
    method: 'POST',
    path: api.views,
    tag: 'editions',
    summary: 'Keep what narrows the list under a name',
    scope: 'write',
    body: shape('View', viewInput),
    answer: madeShape,
    handle: async ({ newsroom, by, body }) => ({ value: { id: await saveView(newsroom, by, body) } }),
  }),
  way({
    operation: 'removeView',
    method: 'DELETE',
    path: api.view,
    tag: 'editions',
    summary: 'Remove a view',
    scope: 'write',
    params: z.object({ view: z.uuid() }),
    handle: async ({ newsroom, by, params }) => {
      await removeView(newsroom, by, params)
      return done
    },
  }),
]
