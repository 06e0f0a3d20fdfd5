import { Failure } from '#lib/failure.ts'

import type { Member } from '../members/member.ts'

type Predicate = (by: Pick<Member, 'role'>) => boolean

const isAdministrator: Predicate = (by) => by.role === 'administrator'

/** Who may see and change what the newsroom is, by the name of the operation. The audit log names people: it is an administrator's. */
export const settingsPolicy = {
  readSettings: isAdministrator,
  changeSettings: isAdministrator,
  changeLogo: isAdministrator,
  removeLogo: isAdministrator,
  readAudit: isAdministrator,
  readAddresses: isAdministrator,
  addOldAddress: isAdministrator,
  removeOldAddress: isAdministrator,
} satisfies Record<string, Predicate>

/** Refuses with one line where a predicate said no. */
export function authorizeForSettings(allowed: boolean, act: string): void {
  if (!allowed) throw new Failure('refused', 'not-allowed', `You may not ${act}. Ask an administrator of this newsroom.`)
}
