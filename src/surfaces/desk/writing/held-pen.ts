import type { Member } from '#newsroom/members/member.ts'
import type { Writing } from '#newsroom/stories/read-writing.ts'

/** Who holds the pen of a text, as a browser needs to know it; `tab` only for a tab of one's own. */
export type HeldPen = { holder: string; since: string; tab: string | null }

/** How a text stands, for a page that has been open for a while. */
export type KnownPen = { revision: number; pen: HeldPen | null; state: string; stateName: string; mayWrite: boolean }

export function penOf({ pen }: Pick<Writing, 'pen'>, member: Member, now: Date): HeldPen | null {
  if (!pen || pen.expiresAt <= now) return null
  return { holder: pen.name, since: pen.takenAt.toISOString(), tab: pen.member === member.id ? pen.tab : null }
}
