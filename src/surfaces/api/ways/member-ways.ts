import { z } from 'zod'

import { stretchOf } from '#lib/stretch-of.ts'
import { changeMember } from '#newsroom/members/change-member.ts'
import { inviteAgain, inviteMember } from '#newsroom/members/invite-member.ts'
import { listMembers } from '#newsroom/members/list-members.ts'
import { givenInput, invitationInput } from '#newsroom/members/member-input.ts'
import { authorizeForMembers, memberPolicy } from '#newsroom/members/member-policy.ts'
import { requireMember } from '#newsroom/members/member-store.ts'
import { reinstateMember, suspendMember } from '#newsroom/members/suspend-member.ts'
import { api, link } from '#src/routes.ts'

import * as shapes from '../shapes/desk-shapes.ts'
import { shape } from '../shapes/shape.ts'
import { listWay } from '../list-way.ts'
import { done, way } from '../way.ts'

const ofMember = z.object({ member: z.uuid() })

export const memberWays = [
  listWay({
    operation: 'listMembers',
    path: api.members,
    tag: 'members',
    summary: 'Who works here, by name',
    scope: 'people',
    name: 'MemberList',
    item: shapes.memberShape,
    mark: z.object({ name: z.string(), id: z.uuid() }),
    atOnce: { usual: 100, most: 500 },
    handle: async ({ newsroom, by, after, limit }) => {
      authorizeForMembers(memberPolicy.listMembers(by), 'see who works here')
      return stretchOf(await listMembers(newsroom.db.writer, { after, atMost: limit + 1 }), limit)
    },
  }),
  way({
    operation: 'inviteMember',
    method: 'POST',
    path: api.members,
    tag: 'members',
    summary: 'Invite someone; the link goes to their address and to nobody else',
    scope: 'people',
    body: shape('Invitation', invitationInput),
    answer: shapes.madeShape,
    handle: async ({ api: { invite }, newsroom, by, body }) => {
      const invitation = await inviteMember(newsroom, by, body)
      await invite(by, invitation)
      return { value: { id: invitation.memberId }, location: link(api.member, { member: invitation.memberId }) }
    },
  }),
  way({
    operation: 'requireMember',
    method: 'GET',
    path: api.member,
    tag: 'members',
    summary: 'A member. Its ETag names the version.',
    scope: 'people',
    asks: 'listMembers',
    params: ofMember,
    answer: shapes.memberShape,
    handle: async ({ newsroom, by, params }) => {
      authorizeForMembers(memberPolicy.listMembers(by), 'see who works here')
      const member = await requireMember(newsroom.db.writer, params.member)
      return { value: member, version: member.version }
    },
  }),
  way({
    operation: 'changeMember',
    method: 'PUT',
    path: api.member,
    tag: 'members',
    summary: 'Change a member’s name, role, and what is given to them',
    scope: 'people',
    needsMatch: 'version',
    params: ofMember,
    body: shape('MemberChange', givenInput),
    handle: async ({ newsroom, by, params, body, match }) => {
      await changeMember(newsroom, by, params.member, { ...body, madeFrom: match })
      return done
    },
  }),
  way({
    operation: 'inviteAgain',
    method: 'POST',
    path: api.invitation,
    tag: 'members',
    summary: 'Send a new link to somebody who has not come in yet',
    scope: 'people',
    params: ofMember,
    handle: async ({ api: { invite }, newsroom, by, params }) => {
      await invite(by, await inviteAgain(newsroom, by, params.member))
      return done
    },
  }),
  way({
    operation: 'suspendMember',
    method: 'POST',
    path: api.suspension,
    tag: 'members',
    summary: 'Keep a member out from this moment on',
    scope: 'people',
    params: ofMember,
    handle: async ({ newsroom, by, params }) => {
      await suspendMember(newsroom, by, params.member)
      return done
    },
  }),
  way({
    operation: 'reinstateMember',
    method: 'DELETE',
    path: api.suspension,
    tag: 'members',
    summary: 'Let a member in again',
    scope: 'people',
    params: ofMember,
    handle: async ({ newsroom, by, params }) => {
      await reinstateMember(newsroom, by, params.member)
      return done
    },
  }),
]
