import { isUuid } from '#lib/is-uuid.ts'
import { listPolicy } from '#newsroom/desk-lists/list-policy.ts'
import { listMembers } from '#newsroom/members/list-members.ts'
import type { MatrixQuery } from '#newsroom/translations/list-translations.ts'
import { listTranslations } from '#newsroom/translations/list-translations.ts'
import { desk as paths } from '#src/routes.ts'

import type { Desk, DeskContext } from '../desk.ts'
import { deskPage } from '../frame/desk-answer.tsx'
import { firstPage } from '../frame/first-page.ts'
import type { Refusal, RefusedForm } from '../frame/refusal.ts'
import { Refused } from '../frame/refused-form.tsx'
import { registerChoices } from '../frame/register-names.ts'
import type { AskedMatrix } from './matrix-page.tsx'
import { MatrixPage } from './matrix-page.tsx'

/** Stories by language, for whoever is signed in; what they may not read is only there. */
export async function showMatrix(c: DeskContext, desk: Desk, refused?: RefusedForm & Refusal): Promise<Response> {
  const query = new URL(c.req.url).searchParams
  const asked = askedOf(query)
  const registers = await desk.registers.read()
  const { newsroom } = desk
  const { writer } = newsroom.db
  const [{ rows, next }, members] = await Promise.all([
    listTranslations(writer, c.get('member'), queryOf(asked, query.get('before')), newsroom.clock.now()),
    listMembers(writer),
  ])
  const firstHref = firstPage(paths.translations, query, 'before')
  if (next) query.set('before', next)
  const choices = registerChoices(registers, c.get('say').language)
  return deskPage(
    c,
    desk,
    { title: c.get('say').translations.title, at: paths.translations, isWide: true, ...(refused && { status: refused.status }) },
    <Refused value={refused}>
      <MatrixPage
        rows={rows}
        asked={asked}
        languages={registers.settings.languages}
        sections={choices.sections}
        projects={choices.projects}
        members={[...new Set(members.map(({ name }) => name))]}
        olderHref={next && `${paths.translations}?${query}`}
        firstHref={firstHref}
        timeZone={registers.settings.timeZone}
        mayWrite={listPolicy.changeStories(c.get('member'))}
      />
    </Refused>,
  )
}

function askedOf(query: URLSearchParams): AskedMatrix {
  const said = (name: string) => (query.get(name) ?? '').trim().slice(0, 200)
  const how = said('how')
  return {
    released: said('released'),
    behind: said('behind'),
    how: how === 'stale' || how === 'missing' ? how : 'either',
    section: said('section'),
    project: said('project'),
    owner: said('owner'),
  }
}

function queryOf(asked: AskedMatrix, before: string | null): MatrixQuery {
  return {
    ...(asked.released && { releasedIn: asked.released }),
    ...(asked.behind && { behindIn: asked.behind, behind: asked.how }),
    ...(isUuid(asked.section) && { section: asked.section }),
    ...(isUuid(asked.project) && { project: asked.project }),
    ...(asked.owner && { owner: asked.owner }),
    ...(before && isUuid(before) && { before }),
  }
}
