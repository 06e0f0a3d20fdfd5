import { authorizeForSettings, settingsPolicy } from '#newsroom/settings/settings-policy.ts'
import { desk as paths } from '#src/routes.ts'

import type { Desk, DeskContext } from '../desk.ts'
import { deskPage } from '../frame/desk-answer.tsx'
import { SettingsPage } from './settings-page.tsx'

export async function showSettings(c: DeskContext, desk: Desk): Promise<Response> {
  authorizeForSettings(settingsPolicy.readSettings(c.get('member')), 'see the settings')
  return deskPage(c, desk, { title: c.get('say').settings.title, at: paths.settings }, <SettingsPage isMailSent={desk.mailbox.isSent} />)
}
