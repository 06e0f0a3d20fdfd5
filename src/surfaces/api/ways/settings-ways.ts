import { z } from 'zod'

import { stretchOf } from '#lib/stretch-of.ts'
import { addOldAddress, removeOldAddress } from '#newsroom/old-addresses/add-old-address.ts'
import { listOldAddresses } from '#newsroom/old-addresses/list-old-addresses.ts'
import { listMissedAddresses } from '#newsroom/old-addresses/missed-addresses.ts'
import { tryAddress } from '#newsroom/old-addresses/try-address.ts'
import { changeLogo, removeLogo } from '#newsroom/settings/change-logo.ts'
import { changeSettings } from '#newsroom/settings/change-settings.ts'
import { readSettings } from '#newsroom/settings/read-settings.ts'
import { settingsInput } from '#newsroom/settings/settings-input.ts'
import { authorizeForSettings, settingsPolicy } from '#newsroom/settings/settings-policy.ts'
import { api } from '#src/routes.ts'

import { markedMoment } from '../cursor.ts'
import { drawingInput, shape } from '../shapes/shape.ts'
import * as shapes from '../shapes/settings-shapes.ts'
import { listWay } from '../list-way.ts'
import { done, way } from '../way.ts'

const address = z.string().min(1).max(1000)

export const settingsWays = [
  way({
    operation: 'readOwnSettings',
    method: 'GET',
    path: api.settings,
    tag: 'house',
    summary: 'What the newsroom is called, speaks and looks like, as it is changed. Its ETag names the version.',
    scope: 'settings',
    asks: 'readSettings',
    answer: shapes.settingsShape,
    handle: async ({ newsroom, by }) => {
      authorizeForSettings(settingsPolicy.readSettings(by), 'see the settings')
      const settings = await readSettings(newsroom.db.writer)
      return { value: settings, version: settings.version }
    },
  }),
  way({
    operation: 'changeSettings',
    method: 'PUT',
    path: api.settings,
    tag: 'house',
    summary: 'Change what the newsroom is called, speaks and looks like',
    scope: 'settings',
    needsMatch: 'version',
    body: shape('SettingsChange', settingsInput),
    handle: async ({ newsroom, by, body, match }) => {
      await changeSettings(newsroom, by, { ...body, madeFrom: match })
      return done
    },
  }),
  way({
    operation: 'changeLogo',
    method: 'PUT',
    path: api.logo,
    tag: 'house',
    summary: 'Put a logo in place of the name at the head of every page',
    scope: 'settings',
    body: drawingInput,
    handle: async ({ newsroom, by, body }) => {
      await changeLogo(newsroom, by, { bytes: Buffer.from(body.bytes, 'base64') })
      return done
    },
  }),
  way({
    operation: 'removeLogo',
    method: 'DELETE',
    path: api.logo,
    tag: 'house',
    summary: 'Show the name again where the logo stood',
    scope: 'settings',
    handle: async ({ newsroom, by }) => {
      await removeLogo(newsroom, by)
      return done
    },
  }),
  listWay({
    operation: 'listOldAddresses',
    path: api.oldAddresses,
    tag: 'house',
    summary: 'Old addresses that were added by hand, the last first',
    scope: 'settings',
    asks: 'readAddresses',
    query: z.object({ text: address.optional().describe('A part of the address.') }),
    name: 'OldAddressList',
    item: shapes.oldAddressShape,
    mark: z.object({ addedAt: markedMoment, path: z.string() }),
    atOnce: { usual: 100, most: 500 },
    handle: async ({ newsroom, by, query: { text }, after, limit }) => {
      authorizeForSettings(settingsPolicy.readAddresses(by), 'see old addresses')
      const asked = { ...(text !== undefined && { text }), ...(after && { before: after }) }
      const { addresses, next } = await listOldAddresses(newsroom.db.writer, asked, limit)
      return { items: addresses, next }
    },
  }),
  way({
    operation: 'addOldAddress',
    method: 'POST',
    path: api.oldAddresses,
    tag: 'house',
    summary: 'Say where an old address leads: to a story, wherever that moves, or to a page of this site',
    scope: 'settings',
    body: shape('OldAddress', z.object({ path: address, to: address })),
    handle: async ({ api: { origin }, newsroom, by, body }) => {
      await addOldAddress(newsroom, by, { ...body, origin })
      return done
    },
  }),
  way({
    operation: 'removeOldAddress',
    method: 'DELETE',
    path: api.oldAddresses,
    tag: 'house',
    summary: 'Take back an address that was added by hand',
    scope: 'settings',
    query: z.object({ path: address }),
    handle: async ({ newsroom, by, query }) => {
      await removeOldAddress(newsroom, by, query)
      return done
    },
  }),
  way({
    operation: 'tryAddress',
    method: 'GET',
    path: api.oldAddressTrial,
    tag: 'house',
    summary: 'What an address of this site answers now',
    scope: 'settings',
    asks: 'readAddresses',
    query: z.object({ path: address }),
    answer: shapes.triedShape,
    handle: async ({ api: { answerAt }, newsroom, by, query }) => {
      authorizeForSettings(settingsPolicy.readAddresses(by), 'see old addresses')
      return { value: await tryAddress(newsroom.db.writer, query.path, answerAt) }
    },
  }),
  listWay({
    operation: 'listMissedAddresses',
    path: api.missedAddresses,
    tag: 'house',
    summary: 'What readers asked for and did not find, the most missed first',
    scope: 'settings',
    asks: 'readAddresses',
    name: 'MissedAddressList',
    item: shapes.missedAddressShape,
    mark: z.object({ hits: z.int(), path: z.string() }),
    atOnce: { usual: 200, most: 1000 },
    handle: async ({ newsroom, by, after, limit }) => {
      authorizeForSettings(settingsPolicy.readAddresses(by), 'see what readers miss')
      return stretchOf(await listMissedAddresses(newsroom.db.writer, { after, atMost: limit + 1 }), limit)
    },
  }),
]
