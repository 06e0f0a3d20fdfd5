import { z } from 'zod'

import { findActs } from '#newsroom/audit/find-acts.ts'
import { actKinds } from '#newsroom/audit/record-act.ts'
import { authorizeForSettings, settingsPolicy } from '#newsroom/settings/settings-policy.ts'
import { api } from '#src/routes.ts'

import { markedMoment } from '../cursor.ts'
import { actShape } from '../shapes/settings-shapes.ts'
import { sentMoment } from '../shapes/shape.ts'
import { listWay } from '../list-way.ts'
import { given } from './params.ts'

export const auditWays = [
  listWay({
    operation: 'findActs',
    path: api.audit,
    tag: 'house',
    summary: 'Who did what to what, from where, newest first',
    scope: 'settings',
    asks: 'readAudit',
    query: z.object({
      text: z.string().min(1).max(200).optional().describe('Words of who, what or to what.'),
      member: z.uuid().optional(),
      act: z.string().min(1).max(60).optional().describe('An operation, by its name.'),
      kind: z.enum(actKinds).optional(),
      object: z.string().min(1).max(300).optional(),
      from: sentMoment.optional(),
      until: sentMoment.optional(),
    }),
    name: 'ActList',
    item: actShape,
    mark: z.object({ at: markedMoment, id: z.uuid() }),
    atOnce: { usual: 100, most: 1000 },
    handle: async ({ newsroom, by, query, after, limit }) => {
      authorizeForSettings(settingsPolicy.readAudit(by), 'read the audit log')
      const { acts, next } = await findActs(newsroom.db.writer, given({ ...query, before: after }), limit)
      return { items: acts, next }
    },
  }),
]
