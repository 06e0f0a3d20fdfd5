import { z } from 'zod'

import { anchorSchema } from '#newsroom/comments/add-comment.ts'
import { keyScopes } from '#newsroom/keys/api-key.ts'
import { mailWishes } from '#newsroom/members/member-input.ts'
import { roles } from '#newsroom/members/member.ts'
import { checkedFields, checkLevels, checkNames } from '#newsroom/checks/finding.ts'
import { noticeKinds } from '#newsroom/notices/notify.ts'
import { revisionContent } from '#newsroom/stories/story-input.ts'
import { editionStates } from '#newsroom/stories/story.ts'
import { emblemSchema } from '#newsroom/visibility/emblem.ts'
import { statementPlaces } from '#newsroom/visibility/visibility-rule.ts'

import { always } from '../fields.ts'
import { bodyOut, day, moment, shape, texts } from './shape.ts'

const orNull = <Schema extends z.ZodType>(schema: Schema) => schema.nullable()
const ids = z.array(z.uuid()).nullable().describe('Ids; null: all.')

export const madeShape = shape('Made', z.object({ id: z.uuid() }))
export const savedShape = shape('Saved', z.object({ revision: z.int() }))
export const filedShape = shape('Filed', z.object({ story: z.uuid(), edition: z.uuid() }))

export const contentShape = shape('Content', revisionContent.extend({ body: bodyOut }))

const given = { role: z.enum(roles), projects: ids, sections: ids, languages: z.array(z.string()).nullable() }

export const meShape = shape(
  'Me',
  z.object({
    id: always(z.uuid()),
    name: z.string(),
    email: z.string(),
    language: z.string().nullable(),
    mailWish: z.enum(mailWishes),
    ...given,
    scopes: z.array(z.enum(keyScopes)),
  }),
)

const lineFields = {
  edition: always(z.uuid()),
  story: always(z.uuid()),
  language: z.string(),
  headline: z.string(),
  state: z.enum(editionStates),
  savedAt: moment,
  savedBy: z.string(),
  section: orNull(z.uuid()),
  projects: z.array(z.uuid()),
  shownFrom: orNull(moment),
  shownUntil: orNull(moment),
  hasDraftWaiting: z.boolean().describe('What is released, or scheduled, is an earlier revision than the latest.'),
  toCome: orNull(z.object({ at: moment, isEmbargoed: z.boolean() })).describe('What is scheduled, which readers do not have yet.'),
  plannedFor: orNull(moment),
  publishedAt: orNull(moment).describe('Since when readers have the story, whatever was released of it since.'),
  revision: z.int(),
}
const line = shape('EditionLine', z.object(lineFields))
/** What a list says of an edition. */
export const lineItemShape = shape('EditionItem', z.object(lineFields))

const task = z.object({
  id: z.uuid(),
  edition: z.uuid(),
  headline: z.string(),
  task: z.string(),
  dueOn: orNull(day),
  givenBy: z.string(),
})
export const overviewShape = shape(
  'Overview',
  z.object({
    toClear: z.array(line),
    own: z.array(line),
    behind: z.array(line),
    scheduled: z.array(line),
    overdue: z.array(line),
    clearedAlone: z.array(
      z.object({
        step: z.uuid(),
        edition: z.uuid(),
        headline: z.string(),
        by: z.string(),
        isOwn: z.boolean(),
        mayLook: z.boolean(),
        at: moment,
        reason: z.string(),
      }),
    ),
    tasks: z.array(task),
    latest: z.array(line),
  }),
)

export const noticeShape = shape(
  'Notice',
  z.object({
    id: always(z.uuid()),
    edition: orNull(z.uuid()),
    headline: z.string(),
    kind: z.enum(noticeKinds),
    by: z.string(),
    words: z.string(),
    at: moment,
  }),
)

export const editionShape = shape(
  'Edition',
  z.object({
    edition: always(z.uuid()),
    story: always(z.uuid()),
    language: z.string(),
    state: z.enum(editionStates),
    revision: z.int(),
    content: contentShape,
    savedBy: z.string(),
    savedAt: moment,
    plannedFor: orNull(moment),
    shown: orNull(z.object({ revision: z.int(), from: moment, until: orNull(moment) })).describe('What readers see, or will from then on.'),
    pen: orNull(z.object({ name: z.string(), expiresAt: moment })).describe('Who is writing at the desk.'),
    steps: z.array(
      z.object({
        id: z.uuid(),
        revision: z.int(),
        act: z.string(),
        by: z.string(),
        at: moment,
        reason: orNull(z.string()),
        lookedAt: orNull(moment),
      }),
    ),
  }),
)

export const revisionLineShape = shape(
  'RevisionLine',
  z.object({
    number: always(z.int()),
    savedBy: z.string(),
    savedAt: moment,
    isAutosave: z.boolean(),
    name: orNull(z.string()),
    hash: z.string(),
  }),
)
export const revisionShape = shape('Revision', z.object({ number: always(z.int()), content: contentShape }))

const parts = z.array(z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() }))
const field = z.enum(revisionContent.keyof().options)
export const comparisonShape = shape(
  'Comparison',
  z.object({
    from: always(z.int()),
    to: always(z.int()),
    changes: z.array(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('text'), field, parts }),
        z.object({
          kind: z.literal('body'),
          blocks: z.array(z.object({ type: z.string(), kind: z.enum(['same', 'changed', 'added', 'removed', 'formatted']), parts })),
        }),
        z.object({ kind: z.literal('facts'), field, before: z.array(z.string()), after: z.array(z.string()) }),
      ]),
    ),
  }),
)

export const findingsShape = shape(
  'FindingList',
  z.object({
    items: z.array(
      z.object({
        id: always(z.string()),
        check: z.enum(['headline', 'activity days', 'activity', ...checkNames]),
        level: z.enum(['block', 'warn']),
        field: z.enum(checkedFields),
        place: anchorSchema.extend({ exact: z.string() }).optional(),
        says: z.looseObject({ code: z.string() }),
        mend: z.object({ replaceBy: z.string() }).optional(),
      }),
    ),
  }),
)

export const threadShape = shape(
  'Thread',
  z.object({
    id: always(z.uuid()),
    anchor: orNull(anchorSchema),
    isResolved: z.boolean(),
    comments: z.array(z.object({ id: z.uuid(), by: z.string(), words: z.string(), at: moment, revision: z.int() })),
  }),
)
export const assignmentShape = shape(
  'OpenAssignment',
  z.object({ id: always(z.uuid()), member: z.string(), task: z.string(), dueOn: orNull(day) }),
)
export const privateLinkShape = shape(
  'HeldPrivateLink',
  z.object({
    id: always(z.uuid()),
    forWhom: z.string(),
    revision: z.int(),
    madeBy: z.string(),
    madeAt: moment,
    expiresAt: moment,
    revokedAt: orNull(moment),
    answers: z.array(z.object({ name: z.string(), verdict: z.string(), words: z.string(), hash: z.string(), at: moment })),
  }),
)
export const madeLinkShape = shape('MadePrivateLink', z.object({ url: z.url().describe('Told once.') }))

export const memberShape = shape(
  'Member',
  z.object({
    id: always(z.uuid()),
    version: z.int(),
    name: z.string(),
    email: z.string(),
    state: z.enum(['invited', 'active', 'suspended']),
    ...given,
  }),
)

const style = z.object({ wrong: z.string(), right: z.string(), language: z.string() })
export const houseRulesShape = shape(
  'HouseRules',
  z.object({
    version: z.int(),
    levels: z.object(Object.fromEntries(checkNames.map((name) => [name, z.enum(checkLevels)]))),
    style: z.array(style),
    secondPair: z.object({ sections: z.array(z.uuid()), withoutSection: z.boolean() }),
  }),
)
export const visibilityRuleShape = shape(
  'HeldVisibilityRule',
  z.object({
    id: always(z.uuid()),
    version: z.int(),
    funder: z.uuid(),
    project: orNull(z.uuid()),
    statement: texts,
    disclaimer: orNull(texts),
    emblems: z.array(emblemSchema.describe('Served at `/emblems/{hash}.svg` or `.png`. `zxx`: without words, for every language.')),
    places: z.array(z.enum(statementPlaces)),
    from: orNull(day),
    until: orNull(day),
  }),
)

export const keyShape = shape(
  'Key',
  z.object({
    id: always(z.uuid()),
    member: z.uuid(),
    memberName: z.string(),
    name: z.string(),
    prefix: z.string(),
    scopes: z.array(z.enum(keyScopes)),
    madeAt: moment,
    madeBy: z.string(),
    expiresAt: moment,
    lastUsedAt: orNull(moment),
    revokedAt: orNull(moment),
  }),
)
