import type { settingsPolicy } from '#newsroom/settings/settings-policy.ts'
import { desk } from '#src/routes.ts'

import * as addresses from '../addresses/address-handlers.tsx'
import { downloadAudit, showAudit } from '../audit/audit-handlers.tsx'
import type { Desk, DeskContext } from '../desk.ts'
import { showSettings } from './settings-handlers.tsx'
import * as site from './site-handlers.tsx'

type SettingsWay = {
  method: 'GET' | 'POST'
  path: string
  asks: keyof typeof settingsPolicy
  handle(c: DeskContext, desk: Desk): Promise<Response>
}

const way = (method: SettingsWay['method'], path: string, asks: SettingsWay['asks'], handle: SettingsWay['handle']): SettingsWay => ({
  method,
  path,
  asks,
  handle,
})

/** What administrators see and change of the newsroom as a whole. */
export const settingsWays: readonly SettingsWay[] = [
  way('GET', desk.settings, 'readSettings', showSettings),
  way('GET', desk.siteSettings, 'readSettings', (c, parts) => site.showSite(c, parts)),
  way('POST', desk.siteSettings, 'changeSettings', site.changeSiteFromDesk),
  way('POST', desk.sitePreview, 'changeSettings', site.previewSite),
  way('POST', desk.siteLogo, 'changeLogo', site.changeLogoFromDesk),
  way('POST', desk.siteLogoOff, 'removeLogo', site.removeLogoFromDesk),
  way('GET', desk.addresses, 'readAddresses', (c, parts) => addresses.showAddresses(c, parts)),
  way('POST', desk.addresses, 'addOldAddress', addresses.addFromDesk),
  way('POST', desk.addressOff, 'removeOldAddress', addresses.removeFromDesk),
  way('GET', desk.audit, 'readAudit', showAudit),
  way('GET', desk.auditFile, 'readAudit', downloadAudit),
]
