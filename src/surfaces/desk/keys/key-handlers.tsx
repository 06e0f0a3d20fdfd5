import { authorizeForKeys, keyPolicy } from '#newsroom/keys/key-policy.ts'
import { listKeys } from '#newsroom/keys/list-keys.ts'
import { makeKey } from '#newsroom/keys/make-key.ts'
import { scopesFrom } from '#newsroom/keys/api-key.ts'
import { revokeKey } from '#newsroom/keys/revoke-key.ts'
import { listMembers } from '#newsroom/members/list-members.ts'
import { desk as paths } from '#src/routes.ts'

import type { Desk, DeskContext } from '../desk.ts'
import { deskPage } from '../frame/desk-answer.tsx'
import { Faults } from '../frame/faults.tsx'
import { field, idParam, postedForm } from '../frame/form.ts'
import type { Refusal } from '../frame/refusal.ts'
import { refusal } from '../frame/refusal.ts'
import type { TypedKey } from './keys-page.tsx'
import { KeysPage } from './keys-page.tsx'

type Outcome = Partial<Refusal> & { done?: string; token?: string; typed?: TypedKey }

export async function showKeys(c: DeskContext, desk: Desk, { status, faults = [], ...said }: Outcome = {}): Promise<Response> {
  authorizeForKeys(keyPolicy.listKeys(c.get('member')), 'see the keys')
  const { writer } = desk.newsroom.db
  const [keys, members, { settings }] = await Promise.all([listKeys(writer), listMembers(writer), desk.registers.read()])
  const page = {
    ...said,
    keys,
    members: members.filter(({ state }) => state !== 'suspended'),
    now: desk.newsroom.clock.now(),
    timeZone: settings.timeZone,
  }
  const title = c.get('say').keys.title
  return deskPage(
    c,
    desk,
    { title, at: paths.settings, isWide: true, ...(status && { status }) },
    <Faults value={faults}>
      <KeysPage {...page} />
    </Faults>,
  )
}

/** The list, after one was revoked perhaps. */
export async function showKeysAfter(c: DeskContext, desk: Desk): Promise<Response> {
  return showKeys(c, desk, c.req.query('revoked') === undefined ? {} : { done: c.get('say').keys.revoked })
}

/** The new key stands on the page that answers the form, and nowhere else. */
export async function makeKeyFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  const form = await postedForm(c)
  const scopes = scopesFrom(form.getAll('scopes').filter((scope) => typeof scope === 'string'))
  const typed = { member: field(form, 'member'), name: field(form, 'name'), days: field(form, 'days'), scopes }
  try {
    const { token } = await makeKey(desk.newsroom, c.get('member'), typed)
    return await showKeys(c, desk, { token })
  } catch (error) {
    return showKeys(c, desk, { ...refusal(c, error), typed })
  }
}

export async function revokeKeyFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  await revokeKey(desk.newsroom, c.get('member'), { key: idParam(c, 'key') })
  return c.redirect(`${paths.keys}?revoked`, 303)
}
