import type { storyPolicy } from '#newsroom/stories/story-policy.ts'
import { desk } from '#src/routes.ts'

import type { DeskWay } from '../desk-way.ts'
import { get, post } from '../desk-way.ts'
import { bringBackFromDesk, deleteFromDesk, showDeletedDrafts, showDeletion } from './deletion-handlers.tsx'

/** How drafts go, and come back. */
export const deletionWays: readonly DeskWay<keyof typeof storyPolicy | 'signedIn'>[] = [
  get(desk.deletedDrafts, 'signedIn', showDeletedDrafts),
  post(desk.deletedDraftBack, 'bringBackDraft', bringBackFromDesk),
  get(desk.deletion, 'deleteDraft', (c, parts) => showDeletion(c, parts)),
  post(desk.deletion, 'deleteDraft', deleteFromDesk),
]
