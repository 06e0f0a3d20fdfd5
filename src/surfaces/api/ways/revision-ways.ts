import { z } from 'zod'

import { stretchOf } from '#lib/stretch-of.ts'
import { compareContents } from '#newsroom/comparing/compare-contents.ts'
import { readRevision } from '#newsroom/stories/edition-store.ts'
import { listRevisions } from '#newsroom/stories/read-writing.ts'
import { nameRevision, restoreRevision } from '#newsroom/stories/restore-revision.ts'
import { api } from '#src/routes.ts'

import * as shapes from '../shapes/desk-shapes.ts'
import { shape } from '../shapes/shape.ts'
import { listWay } from '../list-way.ts'
import { done, way } from '../way.ts'
import { ofEdition, readable } from './params.ts'

const number = z.coerce
  .number()
  .int()
  .min(1)
  .max(2 ** 31 - 1)

export const revisionWays = [
  listWay({
    operation: 'listRevisions',
    path: api.revisions,
    tag: 'editions',
    summary: 'The revisions of an edition, latest first',
    scope: 'read',
    asks: 'readStory',
    params: ofEdition,
    name: 'RevisionList',
    item: shapes.revisionLineShape,
    mark: z.object({ number: z.int() }),
    atOnce: { usual: 100, most: 500 },
    handle: async ({ newsroom, by, params, after, limit }) => {
      await readable(newsroom, by, params.edition)
      return stretchOf(await listRevisions(newsroom.db.writer, params.edition, { after, atMost: limit + 1 }), limit)
    },
  }),
  way({
    operation: 'readRevision',
    method: 'GET',
    path: api.revision,
    tag: 'editions',
    summary: 'What a revision says',
    scope: 'read',
    asks: 'readStory',
    params: ofEdition.extend({ number }),
    answer: shapes.revisionShape,
    handle: async ({ newsroom, by, params }) => {
      await readable(newsroom, by, params.edition)
      return { value: { number: params.number, content: await readRevision(newsroom.db.writer, params.edition, params.number) } }
    },
  }),
  way({
    operation: 'compareContents',
    method: 'GET',
    path: api.comparison,
    tag: 'editions',
    summary: 'What changed up to a revision, field by field',
    scope: 'read',
    asks: 'readStory',
    params: ofEdition.extend({ number }),
    query: z.object({ from: number.describe('The earlier revision.') }),
    answer: shapes.comparisonShape,
    handle: async ({ newsroom, by, params: { edition, number: to }, query: { from } }) => {
      await readable(newsroom, by, edition)
      const { writer } = newsroom.db
      const [before, after] = await Promise.all([readRevision(writer, edition, from), readRevision(writer, edition, to)])
      return { value: { from, to, changes: compareContents(before, after) } }
    },
  }),
  way({
    operation: 'nameRevision',
    method: 'PUT',
    path: api.revisionName,
    tag: 'editions',
    summary: 'Give a revision a name, so that it is found again; an empty one takes it away',
    scope: 'write',
    params: ofEdition.extend({ number }),
    body: shape('RevisionName', z.object({ name: z.string().max(120) })),
    handle: async ({ newsroom, by, params, body }) => {
      await nameRevision(newsroom, by, { edition: params.edition, revision: params.number, name: body.name })
      return done
    },
  }),
  way({
    operation: 'restoreRevision',
    method: 'POST',
    path: api.restorations,
    tag: 'editions',
    summary: 'Make an earlier revision the latest again, as a new one',
    scope: 'write',
    needsMatch: 'revision',
    params: ofEdition,
    body: shape('Restoration', z.object({ revision: number })),
    answer: shapes.savedShape,
    handle: async ({ newsroom, by, params, body, match }) => ({
      value: { revision: await restoreRevision(newsroom, by, { ...params, ...body, latest: match }) },
    }),
  }),
]
