import { z } from 'zod'

import { findActs } from '#newsroom/audit/find-acts.ts'
import { actKinds } from '#newsroom/audit/record-act.ts'
import { authorizeForSettings, settingsPolicy } from '#newsroom/settings/settings-policy.ts'
import { api } from '#src/routes.ts'

import { markedMoment, readMark, writeMark } from '../cursor.ts'
import { actsShape } from '../shapes/settings-shapes.ts'
import { cursorInput, sentMoment } from '../shapes/shape.ts'
import { way } from '../way.ts'
import { given } from './params.ts'

const mark = z.object({ at: markedMoment.transform((text) => new Date(text)), id: z.uuid() })

export const auditWays = [
  way({
    operation: 'findActs',
    method: 'GET',
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
      limit: z.coerce.number().int().min(1).max(1000).default(100),
      cursor: cursorInput,
    }),
    answer: actsShape,
    handle: async ({ newsroom, by, query: { cursor, limit, ...query } }) => {
      authorizeForSettings(settingsPolicy.readAudit(by), 'read the audit log')
      const { acts, next } = await findActs(newsroom.db.writer, given({ ...query, before: readMark(cursor, mark) }), limit)
      return { value: { items: acts, next: next ? writeMark({ at: next.at.toISOString(), id: next.id }) : null } }
    },
  }),
]
