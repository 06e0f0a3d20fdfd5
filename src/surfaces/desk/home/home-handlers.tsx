import { isUuid } from '#lib/is-uuid.ts'
import type { EditionLine } from '#newsroom/desk-lists/edition-line.ts'
import { listPolicy } from '#newsroom/desk-lists/list-policy.ts'
import { readOverview } from '#newsroom/desk-lists/read-overview.ts'
import { findNotices, seeNotices } from '#newsroom/notices/find-notices.ts'
import { storyPolicy } from '#newsroom/stories/story-policy.ts'
import { desk as paths } from '#src/routes.ts'

import type { Desk, DeskContext } from '../desk.ts'
import { deskPage } from '../frame/desk-answer.tsx'
import { postedForm } from '../frame/form.ts'
import { registerNames } from '../frame/register-names.ts'
import { HomePage } from './home-page.tsx'

export async function showHome(c: DeskContext, desk: Desk): Promise<Response> {
  const member = c.get('member')
  const { writer } = desk.newsroom.db
  const [registers, overview, notices] = await Promise.all([
    desk.registers.read(),
    readOverview(writer, member, desk.newsroom.clock.now()),
    findNotices(writer, member),
  ])
  const page = {
    overview,
    notices,
    name: member.name,
    names: registerNames(registers, c.get('say').language),
    mayWrite: listPolicy.changeStories(member),
    mayRelease: (line: EditionLine) => storyPolicy.releaseStory(member, { ...line, filedBy: null }),
  }
  return deskPage(c, desk, { title: c.get('say').overview, at: paths.home }, <HomePage {...page} />)
}

/** Those that the page showed: what was older than it goes back, or came since, was not seen. */
export async function seeShownNotices(c: DeskContext, desk: Desk): Promise<Response> {
  const shown = (await postedForm(c)).getAll('notice').filter((id): id is string => typeof id === 'string' && isUuid(id))
  await seeNotices(desk.newsroom, c.get('member'), { notices: shown })
  return c.redirect(paths.home, 303)
}
