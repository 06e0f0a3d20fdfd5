import { requireEntry } from '#newsroom/entries/entry-store.ts'
import { countUses } from '#newsroom/registers/count-uses.ts'
import { lineOfEntry, listEntries } from '#newsroom/registers/list-entries.ts'
import { mergeEntries, undoMerge } from '#newsroom/registers/merge-entries.ts'
import { registerPolicy } from '#newsroom/registers/register-policy.ts'
import { authorize } from '#newsroom/stories/story-policy.ts'
import { desk as paths, link } from '#src/routes.ts'

import type { Desk, DeskContext } from '../desk.ts'
import { deskPage } from '../frame/desk-answer.tsx'
import { field, postedForm } from '../frame/form.ts'
import { refusal } from '../frame/refusal.ts'
import { MergePage } from './merge-page.tsx'
import { entryParam, registerParam } from './register-param.ts'

const mostFound = 20

/** Which other entry stays, then what follows. */
export async function showMerge(c: DeskContext, desk: Desk, refused?: { failure: string; status: 409 | 422 }): Promise<Response> {
  const register = registerParam(c)
  authorize(registerPolicy.mergeEntries(c.get('member'), register.name), 'merge what the registers hold')
  const say = c.get('say')
  const db = desk.newsroom.db.writer
  const id = entryParam(c, register)
  const text = (c.req.query('text') ?? '').trim().slice(0, 200)
  const into = c.req.query('into')
  const held = await requireEntry(db, register, id)
  const [chosen, found, uses] = await Promise.all([
    into === undefined || into === '' ? undefined : requireEntry(db, register, into),
    listEntries(db, register, say.language, { text, withArchived: true, without: id }),
    countUses(db, register, id),
  ])
  const page = {
    register,
    entry: lineOfEntry(register, held, say.language),
    uses,
    into: chosen && lineOfEntry(register, chosen, say.language),
    found: found.lines.slice(0, mostFound),
    text,
    ...(refused && { failure: refused.failure }),
  }
  const title = say.registers.mergeTitle(page.entry.name)
  return deskPage(c, desk, { title, at: paths.registers, ...(refused && { status: refused.status }) }, <MergePage {...page} />)
}

export async function mergeFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  const register = registerParam(c)
  const into = field(await postedForm(c), 'into')
  const entry = entryParam(c, register)
  try {
    await mergeEntries(desk.newsroom, c.get('member'), { register: register.name, entry, into })
  } catch (error) {
    return showMerge(c, desk, refusal(c, error))
  }
  return c.redirect(`${link(paths.entry, { register: register.name, entry: into })}?merged=${encodeURIComponent(entry)}`, 303)
}

export async function undoMergeFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  const register = registerParam(c)
  const entry = entryParam(c, register)
  await undoMerge(desk.newsroom, c.get('member'), { register: register.name, entry })
  return c.redirect(`${link(paths.entry, { register: register.name, entry })}?undone`, 303)
}
