import { changeStories } from '#newsroom/desk-lists/change-stories.ts'
import { findMatching } from '#newsroom/desk-lists/list-editions.ts'
import { readChange } from '#newsroom/desk-lists/read-change.ts'
import { storiesAtMost } from '#newsroom/desk-lists/story-change.ts'
import { undoChange } from '#newsroom/desk-lists/undo-change.ts'
import { findMember } from '#newsroom/members/list-members.ts'
import { desk as paths, link } from '#src/routes.ts'

import type { Desk, DeskContext } from '../desk.ts'
import { withIds } from '../frame/called-fields.ts'
import { deskPage } from '../frame/desk-answer.tsx'
import { field, idParam, postedForm } from '../frame/form.ts'
import { registerChoices, registerNames } from '../frame/register-names.ts'
import { addressOf, askedOf, filterOf } from './asked-list.ts'
import { ChangePage } from './change-page.tsx'
import { changeOf } from './form-change.ts'

export async function changeFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  const member = c.get('member')
  const registers = await desk.registers.read()
  const { form, failure } = withIds(await postedForm(c), registers, c.get('say').language)
  if (failure) throw failure
  const { settings } = registers
  const filter = filterOf(askedOf(new URLSearchParams(field(form, 'query'))), settings.timeZone)
  const { writer } = desk.newsroom.db
  const editions =
    field(form, 'which') === 'all'
      ? await findMatching(writer, member, filter, desk.newsroom.clock.now(), storiesAtMost)
      : form.getAll('edition').map(String)
  const change = await changeStories(desk.newsroom, member, { id: field(form, 'id'), editions, change: changeOf(form) })
  return toChange(c, change, form)
}

/** What stopped before its end goes on. */
export async function goOnFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  const change = idParam(c, 'change')
  const form = await postedForm(c)
  const { what, items } = await readChange(desk.newsroom.db.writer, c.get('member'), change, desk.newsroom.clock.now())
  await changeStories(desk.newsroom, c.get('member'), { id: change, editions: items.map(({ edition }) => edition), change: what })
  return toChange(c, change, form)
}

export async function undoFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  const change = idParam(c, 'change')
  const form = await postedForm(c)
  await undoChange(desk.newsroom, c.get('member'), { change })
  return toChange(c, change, form)
}

/** What became of a change; from there one goes back to the list as it was. */
function toChange(c: DeskContext, change: string, form: FormData): Response {
  const query = knownAsk(field(form, 'query'))
  return c.redirect(`${link(paths.change, { change })}${query && `?${new URLSearchParams({ list: query }).toString()}`}`, 303)
}

const knownAsk = (query: string): string => addressOf(askedOf(new URLSearchParams(query)))

export async function showChange(c: DeskContext, desk: Desk): Promise<Response> {
  const { writer } = desk.newsroom.db
  const change = await readChange(writer, c.get('member'), idParam(c, 'change'), desk.newsroom.clock.now())
  const registers = await desk.registers.read()
  const { language, lists } = c.get('say')
  const asked = change.what.kind === 'assign' ? await findMember(writer, change.what.member) : undefined
  const page = {
    change,
    names: registerNames(registers, language),
    choices: registerChoices(registers, language),
    asked: asked?.name ?? '',
    query: knownAsk(c.req.query('list') ?? ''),
  }
  return deskPage(c, desk, { title: lists.changed, at: paths.stories }, <ChangePage {...page} />)
}
