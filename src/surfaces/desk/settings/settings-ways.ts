import type { settingsPolicy } from '#newsroom/settings/settings-policy.ts'
import { desk } from '#src/routes.ts'

import * as addresses from '../addresses/address-handlers.tsx'
import { downloadAudit, showAudit } from '../audit/audit-handlers.tsx'
import type { DeskWay } from '../desk-way.ts'
import { get, post } from '../desk-way.ts'
import { showSettings } from './settings-handlers.tsx'
import * as site from './site-handlers.tsx'

/** What administrators see and change of the newsroom as a whole. */
export const settingsWays: readonly DeskWay<keyof typeof settingsPolicy>[] = [
  get(desk.settings, 'readSettings', showSettings),
  get(desk.siteSettings, 'readSettings', (c, parts) => site.showSite(c, parts)),
  post(desk.siteSettings, 'changeSettings', site.changeSiteFromDesk),
  post(desk.sitePreview, 'changeSettings', site.previewSite),
  post(desk.siteLogo, 'changeLogo', site.changeLogoFromDesk),
  post(desk.siteLogoOff, 'removeLogo', site.removeLogoFromDesk),
  get(desk.addresses, 'readAddresses', (c, parts) => addresses.showAddresses(c, parts)),
  post(desk.addresses, 'addOldAddress', addresses.addFromDesk),
  post(desk.addressOff, 'removeOldAddress', addresses.removeFromDesk),
  get(desk.audit, 'readAudit', showAudit),
  get(desk.auditFile, 'readAudit', downloadAudit),
]
