import type { Member } from '#newsroom/members/member.ts'
import type { Authorship } from '#newsroom/review/review-rules.ts'
import { isOwnText } from '#newsroom/review/review-rules.ts'
import type { HeldEdition } from '#newsroom/stories/edition-store.ts'
import { storyPolicy } from '#newsroom/stories/story-policy.ts'

/** What a member may do with an edition now: the screens ask the same predicates as the operations. */
export type Rights = {
  mayWrite: boolean
  maySend: boolean
  mayTakeBack: boolean
  mayEdit: boolean
  mayComment: boolean
  mayAssign: boolean
  mayPlan: boolean
  mayShow: boolean
  mayDelete: boolean
  /** It is their own text, in a section that wants a second person. */
  isAlone: boolean
}

export function rightsOf(member: Member, edition: HeldEdition, more: { authorship: Authorship; needsSecondPair: boolean }): Rights {
  return {
    mayWrite: storyPolicy.saveRevision(member, edition),
    maySend: storyPolicy.sendForReview(member, edition),
    mayTakeBack: storyPolicy.takeBack(member, edition),
    mayEdit: storyPolicy.clearStory(member, edition),
    mayComment: storyPolicy.addComment(member, edition),
    mayAssign: storyPolicy.assignStory(member, edition),
    mayPlan: storyPolicy.planRelease(member, edition),
    mayShow: storyPolicy.makePrivateLink(member, edition),
    mayDelete: storyPolicy.deleteDraft(member, edition),
    isAlone: more.needsSecondPair && isOwnText(member, more.authorship),
  }
}
