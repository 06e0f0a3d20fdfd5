import { uuid7 } from '#lib/uuid7.ts'
import { readList } from '#newsroom/desk-lists/list-editions.ts'
import { listPolicy } from '#newsroom/desk-lists/list-policy.ts'
import { listViews } from '#newsroom/desk-lists/list-views.ts'
import { listChanges } from '#newsroom/desk-lists/read-change.ts'
import { listMembers } from '#newsroom/members/list-members.ts'
import { desk as paths } from '#src/routes.ts'

import type { Desk, DeskContext } from '../desk.ts'
import { justDeleted } from '../deleted/deletion-handlers.tsx'
import { namesTyped, withIds } from '../frame/called-fields.ts'
import { deskPage } from '../frame/desk-answer.tsx'
import type { RefusedForm } from '../frame/refusal.ts'
import { Refused } from '../frame/refused-form.tsx'
import { registerChoices, registerNames } from '../frame/register-names.ts'
import { addressOf, askedOf, pageIn, placeInWords, queryOf } from './asked-list.ts'
import type { KeptChange } from './change-form.tsx'
import { failureInWords } from '../words/failure-in-words.ts'
import { StoryListPage } from './list-page.tsx'

export const listStories = (c: DeskContext, desk: Desk): Promise<Response> => answerList(c, desk, new URL(c.req.url).searchParams)

type Again = { kept?: KeptChange; refused?: RefusedForm; status: 200 | 409 | 422 }

/** The list as a query asks for it; `again` with what was sent from it, where nothing was done. */
export async function answerList(c: DeskContext, desk: Desk, said: URLSearchParams, again?: Again): Promise<Response> {
  const member = c.get('member')
  const say = c.get('say')
  const { language, stories } = say
  const { writer } = desk.newsroom.db
  const registers = await desk.registers.read()
  const { form, known, failure } = withIds(formOf(said), registers, language)
  const asked = askedOf(paramsOf(known))
  // An address says what is meant by its id, which stays when names change.
  if (!again && namesTyped(said) && !failure) return c.redirect(`${paths.stories}?${addressOf(asked)}`, 303)
  const { timeZone, languages } = registers.settings
  const now = desk.newsroom.clock.now()
  const [list, members, views, changes] = await Promise.all([
    readList(writer, member, queryOf(asked, said, timeZone), now),
    listMembers(writer),
    listViews(writer, member),
    listChanges(writer, member, now, { atMost: 1 }),
  ])
  const beside = (name: string, place: typeof list.next) => place && `${paths.stories}?${addressOf(asked, [[name, placeInWords(place)]])}`
  return deskPage(
    c,
    desk,
    { title: stories, at: paths.stories, isWide: true, ...(failure && { status: 422 }), ...(again && { status: again.status }) },
    <Refused value={again?.refused}>
      <StoryListPage
        list={list}
        asked={asked}
        typed={askedOf(paramsOf(form))}
        {...(failure && { failure: failureInWords(failure, say) })}
        nextHref={beside('after', list.next)}
        previousHref={beside('before', list.previous)}
        names={registerNames(registers, language)}
        choices={registerChoices(registers, language)}
        members={members.map(({ id, name }) => ({ value: id, name }))}
        languages={languages}
        mayWrite={listPolicy.changeStories(member)}
        views={views}
        mayShare={listPolicy.saveView(member, { isShared: true })}
        hasChanges={changes.length > 0}
        query={addressOf(asked, pageIn(said))}
        kept={again?.kept}
        deleted={await justDeleted(c, desk)}
        change={uuid7(now)}
      />
    </Refused>,
  )
}

function formOf(query: URLSearchParams): FormData {
  const form = new FormData()
  for (const [name, value] of query) form.append(name, value)
  return form
}

const paramsOf = (form: FormData): URLSearchParams =>
  new URLSearchParams([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))
