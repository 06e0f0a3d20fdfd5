import { z } from 'zod'

import { stretchOf } from '#lib/stretch-of.ts'
import { readOverview } from '#newsroom/desk-lists/read-overview.ts'
import { changeProfile } from '#newsroom/members/change-member.ts'
import { profileInput } from '#newsroom/members/member-input.ts'
import { readOwnProfile } from '#newsroom/members/read-own-profile.ts'
import { findNotices, seeNotices } from '#newsroom/notices/find-notices.ts'
import { api } from '#src/routes.ts'

import { markedMoment } from '../cursor.ts'
import { meShape, noticeShape, overviewShape } from '../shapes/desk-shapes.ts'
import { shape } from '../shapes/shape.ts'
import { listWay } from '../list-way.ts'
import { done, way } from '../way.ts'

export const meWays = [
  way({
    operation: 'readOwnProfile',
    method: 'GET',
    path: api.me,
    tag: 'me',
    summary: 'Whose key this is, and what it may do',
    scope: 'read',
    asks: 'signedIn',
    answer: meShape,
    handle: async ({ newsroom, by, holder }) => {
      const { id, role, projects, sections, languages } = by
      const profile = await readOwnProfile(newsroom.db.writer, id)
      return { value: { ...profile, id, role, projects, sections, languages, scopes: [...holder.scopes] } }
    },
  }),
  way({
    operation: 'changeProfile',
    method: 'PUT',
    path: api.me,
    tag: 'me',
    summary: 'Change one’s own name, language, and when mail comes',
    scope: 'write',
    body: shape('Profile', profileInput),
    handle: async ({ newsroom, by, body }) => {
      await changeProfile(newsroom, by, by.id, body)
      return done
    },
  }),
  way({
    operation: 'readOverview',
    method: 'GET',
    path: api.overview,
    tag: 'me',
    summary: 'What waits, is scheduled, is overdue',
    scope: 'read',
    asks: 'signedIn',
    answer: overviewShape,
    handle: async ({ newsroom, by }) => ({ value: await readOverview(newsroom.db.writer, by, newsroom.clock.now()) }),
  }),
  listWay({
    operation: 'findNotices',
    path: api.notices,
    tag: 'me',
    summary: 'What is new, newest first',
    scope: 'read',
    asks: 'signedIn',
    name: 'NoticeList',
    item: noticeShape,
    mark: z.object({ at: markedMoment, id: z.uuid() }),
    atOnce: { usual: 50, most: 200 },
    handle: async ({ newsroom, by, after, limit }) =>
      stretchOf(await findNotices(newsroom.db.writer, by, { after, atMost: limit + 1 }), limit),
  }),
  way({
    operation: 'seeNotices',
    method: 'POST',
    path: api.noticesSeen,
    tag: 'me',
    summary: 'Say that notices were seen: some by their ids, those of an edition, or all',
    scope: 'write',
    asks: 'signedIn',
    body: shape('NoticesSeen', z.object({ notices: z.array(z.uuid()).max(200).optional(), edition: z.uuid().optional() })),
    handle: async ({ newsroom, by, body: { notices, edition } }) => {
      await seeNotices(newsroom, by, { ...(notices && { notices }), ...(edition !== undefined && { edition }) })
      return done
    },
  }),
]
