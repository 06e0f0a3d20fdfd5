import type { memberPolicy } from '#newsroom/members/member-policy.ts'
import { desk } from '#src/routes.ts'

import type { DeskWay } from '../desk-way.ts'
import { get, post } from '../desk-way.ts'
import * as people from './people-handlers.tsx'

/** What is done with members. */
export const peopleWays: readonly DeskWay<keyof typeof memberPolicy>[] = [
  get(desk.people, 'listMembers', people.showPeopleAfter),
  post(desk.people, 'inviteMember', people.inviteFromDesk),
  get(desk.person, 'changeMember', people.showPersonAfter),
  post(desk.person, 'changeMember', people.changeFromDesk),
  post(desk.personInvitation, 'inviteAgain', people.inviteAgainFromDesk),
  post(desk.personSuspension, 'suspendMember', people.suspendFromDesk),
  post(desk.personSuspensionOff, 'reinstateMember', people.reinstateFromDesk),
]
