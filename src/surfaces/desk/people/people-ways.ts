import type { memberPolicy } from '#newsroom/members/member-policy.ts'
import { desk } from '#src/routes.ts'

import type { Desk, DeskContext } from '../desk.ts'
import * as people from './people-handlers.tsx'

type PeopleWay = {
  method: 'GET' | 'POST'
  path: string
  asks: keyof typeof memberPolicy
  handle(c: DeskContext, desk: Desk): Promise<Response>
}

const way = (method: PeopleWay['method'], path: string, asks: PeopleWay['asks'], handle: PeopleWay['handle']): PeopleWay => ({
  method,
  path,
  asks,
  handle,
})

/** What is done with members. */
export const peopleWays: readonly PeopleWay[] = [
  way('GET', desk.people, 'listMembers', people.showPeopleAfter),
  way('POST', desk.people, 'inviteMember', people.inviteFromDesk),
  way('GET', desk.person, 'changeMember', people.showPersonAfter),
  way('POST', desk.person, 'changeMember', people.changeFromDesk),
  way('POST', desk.personInvitation, 'inviteAgain', people.inviteAgainFromDesk),
  way('POST', desk.personSuspension, 'suspendMember', people.suspendFromDesk),
  way('POST', desk.personSuspensionOff, 'reinstateMember', people.reinstateFromDesk),
]
