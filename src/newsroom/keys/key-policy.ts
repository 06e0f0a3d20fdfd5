import { Failure } from '#lib/failure.ts'

import type { Member } from '../members/member.ts'

type Predicate = (by: Member) => boolean

const isAdministrator: Predicate = (by) => by.role === 'administrator'

/** Who may do what with keys, by the name of the operation. A key makes no keys: it could give itself more than it has. */
export const keyPolicy = {
  listKeys: isAdministrator,
  makeKey: (by) => isAdministrator(by) && by.via?.surface !== 'api',
  revokeKey: isAdministrator,
} satisfies Record<string, Predicate>

export function authorizeForKeys(allowed: boolean, act: string): void {
  if (!allowed) throw new Failure('refused', 'not-allowed', `You may not ${act}. Ask an administrator, who does it at the desk.`)
}
