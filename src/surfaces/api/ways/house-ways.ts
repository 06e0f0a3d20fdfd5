import { z } from 'zod'

import { stretchOf } from '#lib/stretch-of.ts'
import { changeEmblem, removeEmblem } from '#newsroom/house-rules/change-emblem.ts'
import { changeHouseRules, houseRulesInput } from '#newsroom/house-rules/change-house-rules.ts'
import { changeVisibilityRule, fileVisibilityRule, removeVisibilityRule } from '#newsroom/house-rules/file-visibility-rule.ts'
import { houseRulesPolicy } from '#newsroom/house-rules/house-rules-policy.ts'
import { readHeldHouseRules } from '#newsroom/house-rules/read-held-house-rules.ts'
import { authorizeForKeys, keyPolicy } from '#newsroom/keys/key-policy.ts'
import { listKeys } from '#newsroom/keys/list-keys.ts'
import { revokeKey } from '#newsroom/keys/revoke-key.ts'
import { authorize } from '#newsroom/stories/story-policy.ts'
import { readVisibilityRules } from '#newsroom/visibility/read-visibility-rules.ts'
import { requireVisibilityRule } from '#newsroom/visibility/require-visibility-rule.ts'
import { visibilityInput } from '#newsroom/visibility/visibility-rule.ts'
import { api } from '#src/routes.ts'

import { markedMoment } from '../cursor.ts'
import * as shapes from '../shapes/desk-shapes.ts'
import { drawingInput, shape } from '../shapes/shape.ts'
import { listWay } from '../list-way.ts'
import { done, way } from '../way.ts'

const rule = z.object({ rule: z.uuid() })
const emblem = rule.extend({ language: z.string().max(35).describe('A BCP 47 tag; `zxx` for an emblem without words.') })
const visibility = shape('VisibilityRule', visibilityInput)

export const houseWays = [
  way({
    operation: 'readHouseRules',
    method: 'GET',
    path: api.houseRules,
    tag: 'house',
    summary: 'What the house asks of its texts. Its ETag names the version.',
    scope: 'settings',
    answer: shapes.houseRulesShape,
    handle: async ({ newsroom, by }) => {
      authorize(houseRulesPolicy.readHouseRules(by), 'see the house rules')
      const rules = await readHeldHouseRules(newsroom.db.writer)
      return { value: rules, version: rules.version }
    },
  }),
  way({
    operation: 'changeHouseRules',
    method: 'PATCH',
    path: api.houseRules,
    tag: 'house',
    summary: 'Change what the house asks; what is absent stays',
    scope: 'settings',
    needsMatch: 'version',
    body: shape('HouseRulesChange', houseRulesInput),
    handle: async ({ newsroom, by, body, match }) => {
      await changeHouseRules(newsroom, by, { ...body, madeFrom: match })
      return done
    },
  }),
  listWay({
    operation: 'readVisibilityRules',
    path: api.visibilityRules,
    tag: 'house',
    summary: 'What funders want said beside what they pay for, in the order in which it was filed',
    scope: 'settings',
    asks: 'readHouseRules',
    name: 'VisibilityRuleList',
    item: shapes.visibilityRuleShape,
    mark: z.object({ id: z.uuid() }),
    atOnce: { usual: 100, most: 500 },
    handle: async ({ newsroom, by, after, limit }) => {
      authorize(houseRulesPolicy.readHouseRules(by), 'see the house rules')
      return stretchOf(await readVisibilityRules(newsroom.db.writer, { after, atMost: limit + 1 }), limit)
    },
  }),
  way({
    operation: 'fileVisibilityRule',
    method: 'POST',
    path: api.visibilityRules,
    tag: 'house',
    summary: 'File what a funder wants said',
    scope: 'settings',
    body: visibility,
    answer: shapes.madeShape,
    handle: async ({ newsroom, by, body }) => ({ value: { id: await fileVisibilityRule(newsroom, by, body) } }),
  }),
  way({
    operation: 'requireVisibilityRule',
    method: 'GET',
    path: api.visibilityRule,
    tag: 'house',
    summary: 'What a funder wants said. Its ETag names the version, in which emblems do not count.',
    scope: 'settings',
    asks: 'readHouseRules',
    params: rule,
    answer: shapes.visibilityRuleShape,
    handle: async ({ newsroom, by, params }) => {
      authorize(houseRulesPolicy.readHouseRules(by), 'see the house rules')
      const held = await requireVisibilityRule(newsroom.db.writer, params.rule)
      return { value: held, version: held.version }
    },
  }),
  way({
    operation: 'changeVisibilityRule',
    method: 'PUT',
    path: api.visibilityRule,
    tag: 'house',
    summary: 'Change a rule as a whole',
    scope: 'settings',
    needsMatch: 'version',
    params: rule,
    body: visibility,
    handle: async ({ newsroom, by, params, body, match }) => {
      await changeVisibilityRule(newsroom, by, { ...body, ...params, madeFrom: match })
      return done
    },
  }),
  way({
    operation: 'removeVisibilityRule',
    method: 'DELETE',
    path: api.visibilityRule,
    tag: 'house',
    summary: 'Strike a rule out, as if it had never been',
    scope: 'settings',
    params: rule,
    handle: async ({ newsroom, by, params }) => {
      await removeVisibilityRule(newsroom, by, params)
      return done
    },
  }),
  way({
    operation: 'changeEmblem',
    method: 'PUT',
    path: api.emblem,
    tag: 'house',
    summary: 'Put a funder’s emblem beside its statement, for readers of a language',
    scope: 'settings',
    params: emblem,
    body: drawingInput,
    handle: async ({ newsroom, by, params, body }) => {
      await changeEmblem(newsroom, by, { ...params, bytes: Buffer.from(body.bytes, 'base64') })
      return done
    },
  }),
  way({
    operation: 'removeEmblem',
    method: 'DELETE',
    path: api.emblem,
    tag: 'house',
    summary: 'Show the statement without this emblem',
    scope: 'settings',
    params: emblem,
    handle: async ({ newsroom, by, params }) => {
      await removeEmblem(newsroom, by, params)
      return done
    },
  }),
  listWay({
    operation: 'listKeys',
    path: api.keys,
    tag: 'house',
    summary: 'The keys of this newsroom, newest first; new ones are made at the desk',
    scope: 'settings',
    name: 'KeyList',
    item: shapes.keyShape,
    mark: z.object({ madeAt: markedMoment, id: z.uuid() }),
    atOnce: { usual: 100, most: 500 },
    handle: async ({ newsroom, by, after, limit }) => {
      authorizeForKeys(keyPolicy.listKeys(by), 'see the keys')
      return stretchOf(await listKeys(newsroom.db.writer, { after, atMost: limit + 1 }), limit)
    },
  }),
  way({
    operation: 'revokeKey',
    method: 'DELETE',
    path: api.key,
    tag: 'house',
    summary: 'End a key at once, for good',
    scope: 'settings',
    params: z.object({ key: z.uuid() }),
    handle: async ({ newsroom, by, params }) => {
      await revokeKey(newsroom, by, params)
      return done
    },
  }),
]
