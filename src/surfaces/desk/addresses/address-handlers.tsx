import { isoMoment } from '#lib/iso-moment.ts'
import { addOldAddress, removeOldAddress } from '#newsroom/old-addresses/add-old-address.ts'
import { listOldAddresses } from '#newsroom/old-addresses/list-old-addresses.ts'
import { listMissedAddresses } from '#newsroom/old-addresses/missed-addresses.ts'
import { tryAddress } from '#newsroom/old-addresses/try-address.ts'
import { authorizeForSettings, settingsPolicy } from '#newsroom/settings/settings-policy.ts'
import { desk as paths } from '#src/routes.ts'

import type { Desk, DeskContext } from '../desk.ts'
import { deskPage } from '../frame/desk-answer.tsx'
import { firstPage } from '../frame/first-page.ts'
import { Faults } from '../frame/faults.tsx'
import { field, postedForm } from '../frame/form.ts'
import type { Refusal } from '../frame/refusal.ts'
import { refusal } from '../frame/refusal.ts'
import { AddressPage } from './address-page.tsx'

type Refused = Refusal & { path: string; to: string }

/** Old addresses, what one of them answers, and what readers miss; what was refused comes back as it was typed. */
export async function showAddresses(c: DeskContext, desk: Desk, refused?: Refused): Promise<Response> {
  authorizeForSettings(settingsPolicy.readAddresses(c.get('member')), 'see old addresses')
  const query = new URL(c.req.url).searchParams
  const said = (name: string) => (query.get(name) ?? '').trim().slice(0, 1000)
  const db = desk.newsroom.db.writer
  const [addedAt = '', ...rest] = said('before').split(' ')
  const before = isoMoment(addedAt)
  const text = said('text')
  const [{ addresses, next }, missed, tried, { settings }] = await Promise.all([
    listOldAddresses(db, { ...(text && { text }), ...(before && { before: { addedAt: before, path: rest.join(' ') } }) }),
    listMissedAddresses(db),
    said('test') === '' ? undefined : tryAddress(db, said('test'), desk.answerAt),
    desk.registers.read(),
  ])
  const older = next && new URLSearchParams({ ...(text && { text }), before: `${next.addedAt.toISOString()} ${next.path}` })
  const page = {
    addresses,
    missed,
    text,
    test: said('test'),
    ...(tried && { tried }),
    path: refused?.path ?? said('path'),
    to: refused?.to ?? '',
    ...(refused && { failure: refused.failure }),
    ...doneOf(c),
    olderHref: older && `${paths.addresses}?${older}`,
    firstHref: before && firstPage(paths.addresses, new URL(c.req.url).searchParams, 'before'),
    timeZone: settings.timeZone,
  }
  const status = refused?.status ?? 200
  return deskPage(
    c,
    desk,
    { title: c.get('say').addresses.title, at: paths.settings, isWide: true, status },
    <Faults value={refused?.faults ?? []}>
      <AddressPage {...page} />
    </Faults>,
  )
}

export async function addFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  const form = await postedForm(c)
  const [path, to] = [field(form, 'path'), field(form, 'to')]
  try {
    await addOldAddress(desk.newsroom, c.get('member'), { path, to, origin: desk.origin })
  } catch (error) {
    return showAddresses(c, desk, { ...refusal(c, error), path, to })
  }
  return c.redirect(`${paths.addresses}?added`, 303)
}

export async function removeFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  await removeOldAddress(desk.newsroom, c.get('member'), { path: field(await postedForm(c), 'path') })
  return c.redirect(`${paths.addresses}?removed`, 303)
}

function doneOf(c: DeskContext): { done?: string } {
  const words = c.get('say').addresses
  if (c.req.query('added') !== undefined) return { done: words.added }
  return c.req.query('removed') === undefined ? {} : { done: words.removed }
}
