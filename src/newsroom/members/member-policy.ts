import { Failure } from '#lib/failure.ts'

import type { Member, Role } from './member.ts'

/** The member whom something is done to. */
export type MemberSubject = { id: string; role: Role; state: 'invited' | 'active' | 'suspended' }

type Predicate = (by: Member, subject?: Pick<MemberSubject, 'id'>) => boolean

const isAdministrator: Predicate = (by) => by.role === 'administrator'
const isSelf: Predicate = (by, subject) => by.id === subject?.id

/** Who may do what with members, by the name of the operation; screens that hide a button ask the same. */
export const memberPolicy = {
  listMembers: isAdministrator,
  inviteMember: isAdministrator,
  inviteAgain: isAdministrator,
  changeMember: isAdministrator,
  suspendMember: isAdministrator,
  reinstateMember: isAdministrator,
  changeProfile: isSelf,
  readMailbox: isAdministrator,
} satisfies Record<string, Predicate>

/** Whether the newsroom would be without an administrator who can sign in, were this one none any more. */
export const isLastAdministrator = (subject: MemberSubject, activeAdministrators: readonly string[]): boolean =>
  subject.role === 'administrator' && subject.state === 'active' && activeAdministrators.every((id) => id === subject.id)

/** Refuses with one line where a predicate said no. */
export function authorizeForMembers(allowed: boolean, act: string): void {
  if (!allowed) throw new Failure('refused', 'not-allowed', `You may not ${act}. Ask an administrator of this newsroom.`)
}

/** No program makes an administrator, who could make it a key for everything. */
export function refuseAdministrator(by: Member, role: Role): void {
  if (by.via?.surface === 'api' && role === 'administrator')
    authorizeForMembers(false, 'make an administrator by a program: do it at the desk')
}

export function keepAnAdministrator(subject: MemberSubject, activeAdministrators: readonly string[]): void {
  if (isLastAdministrator(subject, activeAdministrators))
    throw new Failure('conflict', 'last-administrator', 'This is the last administrator. Make somebody else one first.', {
      values: { field: 'role' },
    })
}
