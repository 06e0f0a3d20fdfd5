import { uuid7 } from '#lib/uuid7.ts'
import { readList } from '#newsroom/desk-lists/list-editions.ts'
import { listPolicy } from '#newsroom/desk-lists/list-policy.ts'
import { listViews } from '#newsroom/desk-lists/list-views.ts'
import { listChanges } from '#newsroom/desk-lists/read-change.ts'
import { listMembers } from '#newsroom/members/list-members.ts'
import { desk as paths } from '#src/routes.ts'

import type { Desk, DeskContext } from '../desk.ts'
import { deskPage } from '../frame/desk-answer.tsx'
import { registerChoices, registerNames } from '../frame/register-names.ts'
import { addressOf, askedOf, placeInWords, queryOf } from './asked-list.ts'
import { StoryListPage } from './list-page.tsx'

export async function listStories(c: DeskContext, desk: Desk): Promise<Response> {
  const member = c.get('member')
  const { language, stories } = c.get('say')
  const { writer } = desk.newsroom.db
  const said = new URL(c.req.url).searchParams
  const asked = askedOf(said)
  const registers = await desk.registers.read()
  const { timeZone, languages } = registers.settings
  const now = desk.newsroom.clock.now()
  const [list, members, views, changes] = await Promise.all([
    readList(writer, member, queryOf(asked, said, timeZone), now),
    listMembers(writer),
    listViews(writer, member),
    listChanges(writer, member, now),
  ])
  const beside = (name: string, place: typeof list.next) => place && `${paths.stories}?${addressOf(asked, [[name, placeInWords(place)]])}`
  return deskPage(
    c,
    desk,
    { title: stories, at: paths.stories, isWide: true },
    <StoryListPage
      list={list}
      asked={asked}
      nextHref={beside('after', list.next)}
      previousHref={beside('before', list.previous)}
      names={registerNames(registers, language)}
      choices={registerChoices(registers, language)}
      members={members.map(({ id, name }) => ({ value: id, name }))}
      languages={languages}
      mayWrite={listPolicy.changeStories(member)}
      views={views}
      mayShare={listPolicy.saveView(member, { isShared: true })}
      changes={changes}
      change={uuid7(now)}
    />,
  )
}
