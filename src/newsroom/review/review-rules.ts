import { Failure } from '#lib/failure.ts'

import type { Member } from '../members/member.ts'
import type { EditionState } from '../stories/story.ts'

/** Who wrote a text: everyone who saved it before it was last sent for review, and whoever has since put most of it in other words. */
export type Authorship = { authors: string[]; mostlyRewrittenBy: string[] }

/** Nobody clears their own text, by any way in. */
export const isOwnText = (member: Pick<Member, 'id'>, { authors, mostlyRewrittenBy }: Authorship): boolean =>
  authors.includes(member.id) || mostlyRewrittenBy.includes(member.id)

const allowed: Record<'send' | 'take back' | 'send back' | 'clear', EditionState[]> = {
  send: ['draft'],
  'take back': ['in review', 'cleared'],
  'send back': ['in review', 'cleared'],
  clear: ['draft', 'in review'],
}

/** Refuses an act that makes no sense where the edition stands. */
export function requireState(act: keyof typeof allowed, state: EditionState): void {
  if (allowed[act].includes(state)) return
  throw new Failure('conflict', 'wrong-state', `This text is ${state}: you cannot ${act} it now. Open it again to see where it stands.`)
}
