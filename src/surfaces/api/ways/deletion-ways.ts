import { z } from 'zod'

import { stretchOf } from '#lib/stretch-of.ts'
import { bringBackDraft } from '#newsroom/deleted-drafts/bring-back-draft.ts'
import { deleteDraft } from '#newsroom/deleted-drafts/delete-draft.ts'
import { listDeletedDrafts } from '#newsroom/deleted-drafts/find-deleted-drafts.ts'
import { api } from '#src/routes.ts'

import { markedMoment } from '../cursor.ts'
import { listWay } from '../list-way.ts'
import { deletedDraftShape } from '../shapes/list-shapes.ts'
import { done, way } from '../way.ts'
import { ofEdition } from './params.ts'

/** How drafts go, and come back. */
export const deletionWays = [
  way({
    operation: 'deleteDraft',
    method: 'DELETE',
    path: api.edition,
    tag: 'editions',
    summary: 'Delete an edition that readers never had, and its story where it is the only one; for thirty days it can be brought back',
    scope: 'write',
    needsMatch: 'revision',
    isDoneWhenDeleted: true,
    params: ofEdition,
    handle: async ({ newsroom, by, params, match }) => {
      await deleteDraft(newsroom, by, { edition: params.edition, revision: match })
      return done
    },
  }),
  listWay({
    operation: 'listDeletedDrafts',
    path: api.deletedDrafts,
    tag: 'editions',
    summary: 'The deleted drafts that one may read and that can still be brought back, the last first',
    scope: 'read',
    asks: 'signedIn',
    name: 'DeletedDraftList',
    item: deletedDraftShape,
    mark: z.object({ deletedAt: markedMoment, edition: z.uuid() }),
    atOnce: { usual: 50, most: 100 },
    handle: async ({ newsroom, by, after, limit }) =>
      stretchOf(await listDeletedDrafts(newsroom.db.writer, by, newsroom.clock.now(), { after, atMost: limit + 1 }), limit),
  }),
  way({
    operation: 'bringBackDraft',
    method: 'POST',
    path: api.deletedDraftReturn,
    tag: 'editions',
    summary: 'Bring a deleted draft back as it was, with its revisions, comments, tasks and links; one that is there stays as it is',
    scope: 'write',
    params: ofEdition,
    handle: async ({ newsroom, by, params }) => {
      await bringBackDraft(newsroom, by, params)
      return done
    },
  }),
]
