import { Failure } from '#lib/failure.ts'

import type { Member } from '../members/member.ts'

export const mayWrite = (member: Member): boolean => member.role !== 'observer'
export const mayRelease = (member: Member): boolean =>
  member.role === 'editor' || member.role === 'chief editor' || member.role === 'administrator'

/** Refuses with one line where a predicate said no. */
export function authorize(allowed: boolean, act: string): void {
  if (!allowed) throw new Failure('refused', 'not-allowed', `You may not ${act}. Ask an editor or an administrator of this newsroom.`)
}
