import type { EntryPlace } from '#newsroom/registers/list-entries.ts'
import { entriesAPage, listEntries } from '#newsroom/registers/list-entries.ts'
import { registerPolicy } from '#newsroom/registers/register-policy.ts'
import { authorize } from '#newsroom/stories/story-policy.ts'
import { desk as paths, link } from '#src/routes.ts'

import type { Desk, DeskContext } from '../desk.ts'
import { deskPage } from '../frame/desk-answer.tsx'
import { firstPage } from '../frame/first-page.ts'
import { RegisterListPage, RegistersPage } from './register-list-page.tsx'
import { registerParam } from './register-param.ts'

export async function showRegisters(c: DeskContext, desk: Desk): Promise<Response> {
  authorize(registerPolicy.readRegister(), 'see the registers')
  return deskPage(c, desk, { title: c.get('say').registers.title, at: paths.registers }, <RegistersPage />)
}

export async function showRegister(c: DeskContext, desk: Desk): Promise<Response> {
  const register = registerParam(c)
  authorize(registerPolicy.readRegister(), 'see the registers')
  const say = c.get('say')
  const query = new URL(c.req.url).searchParams
  const text = (query.get('text') ?? '').trim().slice(0, 200)
  const withArchived = query.has('archived')
  const after = placeIn(query.get('after') ?? '')
  const { lines, next, total } = await listEntries(desk.newsroom.db.writer, register, say.language, {
    text,
    withArchived,
    after,
  })
  const here = link(paths.register, { register: register.name })
  const asked = { ...(text && { text }), ...(withArchived && { archived: 'yes' }) }
  const pageAfter = (place: string) => new URLSearchParams({ ...asked, after: place })
  const page = {
    register,
    lines,
    total,
    text,
    withArchived,
    nextHref: next && lines.length === entriesAPage ? `${here}?${pageAfter(addressOf(next))}` : undefined,
    firstHref: after && firstPage(here, pageAfter(''), 'after'),
    mayAdd: registerPolicy.addEntry(c.get('member'), register.name),
    ...(query.has('added') && { done: say.registers.table.done(Number(query.get('added')), Number(query.get('changed'))) }),
  }
  return deskPage(c, desk, { title: say.registers.names[register.name], at: paths.registers, isWide: true }, <RegisterListPage {...page} />)
}

const addressOf = ({ position, id, name }: EntryPlace): string => `${position} ${id} ${name}`

/** A place as the address of the next page says it; undefined for what is none: the list begins at its beginning. */
function placeIn(said: string): EntryPlace | undefined {
  const [, position, id = '', name = ''] = /^(-?\d{1,9}) (\S{1,200}) (.{0,1000})$/s.exec(said) ?? []
  return position === undefined ? undefined : { position: Number(position), id, name }
}
