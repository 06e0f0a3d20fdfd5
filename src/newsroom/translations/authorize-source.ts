import type { Member } from '../members/member.ts'
import type { StorySubject } from '../stories/story-policy.ts'
import { authorize, storyPolicy } from '../stories/story-policy.ts'

/** Refuses whoever may not read what a translation was made from: working beside it would tell them its words. */
export function authorizeSource(by: Member, source: StorySubject): void {
  authorize(storyPolicy.readStory(by, source), 'read what this translation was made from')
}
