import { Failure } from '#lib/failure.ts'

import type { StorySubject } from '../stories/story-policy.ts'

/** For how long a deleted draft can be brought back. */
export const keptDays = 30

/** A draft that was deleted, as lists and policies know it. */
export type DeletedDraft = StorySubject & {
  edition: string
  story: string
  /** It was the story's only edition, and the story went with it. */
  isWholeStory: boolean
  headline: string
  deletedAt: Date
  deletedBy: string
  /** From this moment on it is gone for good. */
  until: Date
}

/** Until when what is deleted at a moment can be brought back. */
export const keptUntil = (deletedAt: Date): Date => new Date(deletedAt.getTime() + keptDays * 86_400_000)

/** Before this moment everything that was deleted is gone for good. */
export const goneBefore = (now: Date): Date => new Date(now.getTime() - keptDays * 86_400_000)

/** What somebody wants to work on was deleted; for those who may read it. */
export class DraftDeleted extends Failure {
  readonly draft: DeletedDraft
  readonly mayBringBack: boolean

  constructor(draft: DeletedDraft, mayBringBack: boolean) {
    const [at, until] = [draft.deletedAt.toISOString(), draft.until.toISOString()]
    super('missing', 'draft-deleted', `${draft.deletedBy} deleted this draft (${at}). It can be brought back until ${until}.`, {
      values: { by: draft.deletedBy, at, until },
    })
    this.draft = draft
    this.mayBringBack = mayBringBack
  }
}
