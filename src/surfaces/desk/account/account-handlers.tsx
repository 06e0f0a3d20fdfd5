import { changeProfile } from '#newsroom/members/change-member.ts'
import { mailWishes } from '#newsroom/members/member-input.ts'
import { parsePasskeyName } from '#newsroom/members/passkey-name.ts'
import { recordOwnKeys } from '#newsroom/members/record-own-keys.ts'
import { readOwnProfile } from '#newsroom/members/read-own-profile.ts'
import type { NewCodes } from '#platform/sign-in/sign-in.ts'
import { desk as paths } from '#src/routes.ts'

import type { Desk, DeskContext } from '../desk.ts'
import { deskPage } from '../frame/desk-answer.tsx'
import { Refused } from '../frame/refused-form.tsx'
import type { RefusedForm } from '../frame/refusal.ts'
import { field, idParam, postedForm } from '../frame/form.ts'
import { rawField, refusal } from '../sign-in/sign-in-handlers.tsx'
import { countSignInTry } from '../sign-in/tries.ts'
import { deskLanguages } from '../words/words.ts'
import { AccountPage } from './account-page.tsx'

/** What was just done, or could not be; codes are shown this once. */
export type Outcome = {
  done?: string
  /** What a button could not do. */
  failure?: string
  refused?: RefusedForm
  status?: ReturnType<typeof refusal>['status']
  newCodes?: NewCodes
  backupCodes?: string[]
}

export async function showAccount(c: DeskContext, desk: Desk, outcome: Outcome = {}): Promise<Response> {
  const member = c.get('member')
  const { headers } = c.req.raw
  const { account } = desk.signIn
  const [profile, current, hasPassword, passkeys, sessions, { settings }] = await Promise.all([
    readOwnProfile(desk.newsroom.db.writer, member.id),
    desk.signIn.session(headers),
    account.hasPassword(member.id),
    account.passkeys(member.id),
    account.sessions(member.id),
    desk.registers.read(),
  ])
  const { status, refused, ...said } = outcome
  const page = {
    ...said,
    profile,
    hasPassword,
    passkeys,
    sessions,
    currentSession: current?.session.id ?? '',
    isNew: !hasPassword && passkeys.length === 0,
    languages: deskLanguages,
    timeZone: settings.timeZone,
  }
  return deskPage(
    c,
    desk,
    { title: c.get('say').account, at: paths.account, ...(status && { status }) },
    <Refused value={refused}>
      <AccountPage {...page} />
    </Refused>,
  )
}

export async function profileFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  const { id, ...by } = c.get('member')
  return doing(c, desk, async (form) => {
    const mailWish = mailWishes.find((wish) => wish === field(form, 'mailWish')) ?? 'at once'
    const language = deskLanguages.find((one) => one === field(form, 'language')) ?? null
    const profile = { name: field(form, 'name'), language, mailWish }
    await changeProfile(desk.newsroom, { id, ...by }, id, profile)
    return 'saved'
  })
}

export async function passwordFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  return doing(c, desk, async (form) => {
    await countSignInTry(c, desk, 'keys', c.get('member').id)
    const password = { current: rawField(form, 'current'), wanted: rawField(form, 'wanted') }
    keep(c, await desk.signIn.account.setPassword(c.req.raw.headers, password))
    await recordOwnKeys(desk.newsroom, { by: c.get('member'), act: 'setPassword' })
    return 'passwordSet'
  })
}

export async function namePasskeyFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  return doing(c, desk, async (form) => {
    await desk.signIn.account.namePasskey(c.req.raw.headers, idParam(c, 'passkey'), parsePasskeyName({ name: field(form, 'name') }))
    return 'saved'
  })
}

export async function removePasskeyFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  return pressing(c, desk, async () => {
    await desk.signIn.account.removePasskey(c.req.raw.headers, idParam(c, 'passkey'))
    await recordOwnKeys(desk.newsroom, { by: c.get('member'), act: 'removePasskey' })
    return 'saved'
  })
}

const longestAddress = 1000 // far less than a picture of it holds

/** Shows what the app needs, which is known only now: the page is the answer itself. */
export async function beginCodesFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  return showing(c, desk, async (form) => {
    await countSignInTry(c, desk, 'keys', c.get('member').id)
    return { newCodes: await desk.signIn.account.beginCodes(c.req.raw.headers, rawField(form, 'password')) }
  })
}

export async function confirmCodesFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  const form = await postedForm(c)
  try {
    await countSignInTry(c, desk, 'keys', c.get('member').id)
    keep(c, await desk.signIn.account.confirmCodes(c.req.raw.headers, field(form, 'code')))
    await recordOwnKeys(desk.newsroom, { by: c.get('member'), act: 'confirmCodes' })
  } catch (error) {
    // What was shown to them is shown again, that they need not begin anew.
    const newCodes = { address: field(form, 'address'), backupCodes: field(form, 'backupCodes').split(' ') }
    const isOurs = newCodes.address.startsWith('otpauth:') && newCodes.address.length <= longestAddress
    return showAccount(c, desk, { ...refusedForm(c, error, form), ...(isOurs && { newCodes }) })
  }
  return c.redirect(`${paths.account}?done=codesDone`, 303)
}

export async function endCodesFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  return doing(c, desk, async (form) => {
    await countSignInTry(c, desk, 'keys', c.get('member').id)
    keep(c, await desk.signIn.account.endCodes(c.req.raw.headers, rawField(form, 'password')))
    await recordOwnKeys(desk.newsroom, { by: c.get('member'), act: 'endCodes' })
    return 'codesOff'
  })
}

export async function backupCodesFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  return showing(c, desk, async (form) => {
    await countSignInTry(c, desk, 'keys', c.get('member').id)
    const backupCodes = await desk.signIn.account.newBackupCodes(c.req.raw.headers, rawField(form, 'password'))
    await recordOwnKeys(desk.newsroom, { by: c.get('member'), act: 'newBackupCodes' })
    return { backupCodes }
  })
}

export async function endSessionFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  return pressing(c, desk, async () => {
    await desk.signIn.account.endSession(c.req.raw.headers, idParam(c, 'session'))
    return 'ended'
  })
}

export async function endOtherSessionsFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  return pressing(c, desk, async () => {
    await desk.signIn.account.endOtherSessions(c.req.raw.headers)
    return 'ended'
  })
}

const outcomes = ['saved', 'passwordSet', 'codesDone', 'codesOff', 'ended'] as const
type Done = (typeof outcomes)[number]

/** The account as it is after something was done; the address says what. */
export async function showOwnAccount(c: DeskContext, desk: Desk): Promise<Response> {
  const done = outcomes.find((one) => one === c.req.query('done'))
  return showAccount(c, desk, done ? { done: c.get('say').ownAccount[done] } : {})
}

async function doing(c: DeskContext, desk: Desk, act: (form: FormData) => Promise<Done>): Promise<Response> {
  const form = await postedForm(c)
  try {
    return c.redirect(`${paths.account}?done=${await act(form)}`, 303)
  } catch (error) {
    return showAccount(c, desk, refusedForm(c, error, form))
  }
}

/** The same of a button that stands alone. */
async function pressing(c: DeskContext, desk: Desk, act: () => Promise<Done>): Promise<Response> {
  try {
    return c.redirect(`${paths.account}?done=${await act()}`, 303)
  } catch (error) {
    const { failure, status } = refusal(c, error)
    return showAccount(c, desk, { failure, status })
  }
}

async function showing(c: DeskContext, desk: Desk, act: (form: FormData) => Promise<Outcome>): Promise<Response> {
  const form = await postedForm(c)
  try {
    return await showAccount(c, desk, await act(form))
  } catch (error) {
    return showAccount(c, desk, refusedForm(c, error, form))
  }
}

function refusedForm(c: DeskContext, error: unknown, typed: FormData): Pick<Outcome, 'refused' | 'status'> {
  const { status, ...said } = refusal(c, error)
  return { refused: { form: c.req.path, typed, ...said }, status }
}

function keep(c: DeskContext, cookies: string[]): void {
  for (const cookie of cookies) c.header('set-cookie', cookie, { append: true })
}
