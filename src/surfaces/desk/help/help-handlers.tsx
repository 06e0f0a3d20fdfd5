import { desk as paths } from '#src/routes.ts'

import type { Desk, DeskContext } from '../desk.ts'
import { deskPage } from '../frame/desk-answer.tsx'
import { HelpPage } from './help-page.tsx'

export async function showHelp(c: DeskContext, desk: Desk): Promise<Response> {
  return deskPage(c, desk, { title: c.get('say').help.title, at: paths.help }, <HelpPage />)
}
