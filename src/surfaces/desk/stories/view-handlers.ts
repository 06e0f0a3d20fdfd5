import { removeView, saveView } from '#newsroom/desk-lists/save-view.ts'
import { knownQuery } from '#newsroom/desk-lists/view-query.ts'
import { desk as paths } from '#src/routes.ts'

import type { Desk, DeskContext } from '../desk.ts'
import { field, idParam, postedForm } from '../frame/form.ts'
import { refusedForm } from '../frame/refusal.ts'
import { answerList } from './story-list-handlers.tsx'

export async function saveViewFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  const form = await postedForm(c)
  const query = knownQuery(field(form, 'query'))
  try {
    await saveView(desk.newsroom, c.get('member'), { name: field(form, 'name'), query, isShared: field(form, 'shared') !== '' })
  } catch (error) {
    const refused = refusedForm(c, error, form)
    return answerList(c, desk, new URLSearchParams(query), { refused, status: refused.status })
  }
  return c.redirect(`${paths.stories}?${query}`, 303)
}

export async function removeViewFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  await removeView(desk.newsroom, c.get('member'), { view: idParam(c, 'view') })
  return c.redirect(paths.stories, 303)
}
