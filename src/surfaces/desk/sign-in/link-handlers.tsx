import { Failure } from '#lib/failure.ts'
import { askForLink } from '#newsroom/members/ask-for-link.ts'
import { recordOwnKeys } from '#newsroom/members/record-own-keys.ts'
import { findSignInLink, spendSignInLink } from '#newsroom/members/sign-in-link.ts'
import { newPasskeyPath } from '#platform/sign-in/sign-in.ts'
import { desk as paths } from '#src/routes.ts'
import { named } from '#surfaces/ui/in-words.ts'

import type { Desk, DeskContext } from '../desk.ts'
import { deskPage } from '../frame/desk-answer.tsx'
import { viaOf } from '../frame/guard.ts'
import { field, postedForm } from '../frame/form.ts'
import { LinkPage } from './link-page.tsx'
import { nextPath, withNext } from './next-path.ts'
import { goOn, refusal, signInPage } from './sign-in-handlers.tsx'
import { signInLinkAddress } from './sign-in-link-address.ts'
import { countSignInTry } from './tries.ts'

/** Says the same to everyone, in the same time: who is a member here is nobody else's business. */
export async function mailLinkFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  const form = await postedForm(c)
  const email = field(form, 'email')
  const next = nextPath(field(form, 'next'))
  try {
    await countSignInTry(c, desk, 'mail', email)
  } catch (error) {
    return signInPage(c, desk, { next, email, ...refusal(c, error) })
  }
  void mailLink(c, desk, { email, next }).catch((error: unknown) => desk.log.error({ err: error }, 'a sign-in link could not be mailed'))
  return signInPage(c, desk, { next, email, wasMailed: true })
}

async function mailLink(c: DeskContext, desk: Desk, { email, next }: { email: string; next: string }): Promise<void> {
  const say = c.get('say')
  const link = await askForLink(desk.newsroom, email)
  if (!link) return
  const { settings } = await desk.registers.read()
  const newsroom = named(settings.name, say.language)
  const url = signInLinkAddress(desk.origin, link.token, next)
  await desk.mailer.send(desk.letters.signInLink({ to: link.to, newsroom, url, language: say.language }))
}

/** One button: programs that look into mails follow links, and do not press it. */
export async function showLink(c: DeskContext, desk: Desk): Promise<Response> {
  const token = c.req.query('token') ?? ''
  const next = nextPath(c.req.query('next'))
  const words = c.get('say').signIn
  const link = await findSignInLink(desk.newsroom.db.writer, token, desk.newsroom.clock.now())
  if (!link) return signInPage(c, desk, { next, failure: words.linkGone, status: 404 })
  return deskPage(c, desk, { title: words.title }, <LinkPage token={token} next={next} email={link.email} />)
}

export async function openLinkFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  const form = await postedForm(c)
  const next = nextPath(field(form, 'next'))
  try {
    await countSignInTry(c, desk, 'link')
    const { memberId, purpose } = await spendSignInLink(desk.newsroom, field(form, 'token'))
    const step = await desk.signIn.withLink(c.req.raw.headers, memberId)
    return goOn(c, step, purpose === 'mail' ? next : paths.account)
  } catch (error) {
    const gone = error instanceof Failure && error.code === 'no-such-link' ? { failure: c.get('say').signIn.linkGone } : {}
    return signInPage(c, desk, { next, ...refusal(c, error), ...gone })
  }
}

export async function startOidc(c: DeskContext, desk: Desk): Promise<Response> {
  const next = nextPath(c.req.query('next'))
  if (!desk.signIn.oidc) return c.redirect(withNext(paths.signIn, next), 303)
  try {
    await countSignInTry(c, desk, 'oidc')
    const { url, cookies } = await desk.signIn.oidc.start(c.req.raw.headers, { next, failed: paths.signIn })
    for (const cookie of cookies) c.header('set-cookie', cookie, { append: true })
    return c.redirect(url, 303)
  } catch (error) {
    return signInPage(c, desk, { next, ...refusal(c, error) })
  }
}

/** What the passkey script and the OIDC provider ask for. */
export async function answerAuth(c: DeskContext, desk: Desk): Promise<Response> {
  try {
    await countSignInTry(c, desk, 'passkey')
  } catch (error) {
    const { failure, status } = refusal(c, error)
    return c.json({ code: 'too-many-tries', message: failure }, status)
  }
  const answer = await desk.signIn.handle(c.req.raw)
  if (answer.ok && c.req.path === paths.auth + newPasskeyPath) {
    const member = await desk.memberOf(c.req.raw.headers)
    if (member) await recordOwnKeys(desk.newsroom, { by: { ...member, via: viaOf(c) }, act: 'addPasskey' })
  }
  return answer
}
