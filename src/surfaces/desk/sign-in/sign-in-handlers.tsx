import { Failure } from '#lib/failure.ts'
import { TooManyTries } from '#platform/throttle.ts'
import { desk as paths } from '#src/routes.ts'
import { failureStatus } from '#surfaces/ui/failure-status.ts'

import type { Desk, DeskContext } from '../desk.ts'
import { deskPage } from '../frame/desk-answer.tsx'
import { Faults } from '../frame/faults.tsx'
import { field, postedForm } from '../frame/form.ts'
import { CodePage } from './code-page.tsx'
import { nextPath, withNext } from './next-path.ts'
import { SignInPage } from './sign-in-page.tsx'
import { countSignInTry, forgetSignInTries, takeCodeOnce } from './tries.ts'
import { failureInWords, faultsOf } from '../words/failure-in-words.ts'
import type { ShownFault } from '../words/faults-in-words.ts'

type Shown = {
  next: string
  email?: string
  failure?: string
  faults?: readonly ShownFault[]
  wasMailed?: boolean
  status?: 404 | 409 | 422 | 429 | 503
}

export async function showSignIn(c: DeskContext, desk: Desk): Promise<Response> {
  const next = nextPath(c.req.query('next'))
  if (await desk.memberOf(c.req.raw.headers)) return c.redirect(next, 303)
  const words = c.get('say').signIn
  const error = c.req.query('error')
  const failure = error === undefined ? undefined : error === 'not_admitted' ? words.refused : words.failed
  return signInPage(c, desk, { next, ...(failure !== undefined && { failure }) })
}

export async function signInPage(c: DeskContext, desk: Desk, shown: Shown): Promise<Response> {
  const { status, faults = [], ...page } = shown
  const title = c.get('say').signIn.title
  return deskPage(
    c,
    desk,
    { title, ...(status && { status }) },
    <Faults value={faults}>
      <SignInPage {...page} hasOidc={desk.signIn.oidc !== undefined} />
    </Faults>,
  )
}

export async function signInFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  const form = await postedForm(c)
  const email = field(form, 'email')
  const next = nextPath(field(form, 'next'))
  try {
    await countSignInTry(c, desk, 'password', email)
    const step = await desk.signIn.withPassword(c.req.raw.headers, { email, password: rawField(form, 'password') })
    await forgetSignInTries(c, desk, 'password', email)
    return goOn(c, step, next)
  } catch (error) {
    return signInPage(c, desk, { next, email, ...refusal(c, error) })
  }
}

export async function showCode(c: DeskContext, desk: Desk): Promise<Response> {
  const next = nextPath(c.req.query('next'))
  if ((await desk.signIn.pendingMember(c.req.raw.headers)) === undefined) return c.redirect(withNext(paths.signIn, next), 303)
  return deskPage(c, desk, { title: c.get('say').signIn.codeTitle }, <CodePage next={next} />)
}

export async function codeFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  const form = await postedForm(c)
  const next = nextPath(field(form, 'next'))
  try {
    const member = await desk.signIn.pendingMember(c.req.raw.headers)
    if (member === undefined) return c.redirect(withNext(paths.signIn, next), 303)
    await countSignInTry(c, desk, 'code', member)
    await takeCodeOnce(desk, member, field(form, 'code'))
    const step = await desk.signIn.withCode(c.req.raw.headers, field(form, 'code'))
    await forgetSignInTries(c, desk, 'code', member)
    return goOn(c, step, next)
  } catch (error) {
    const { failure, faults, status } = refusal(c, error)
    return deskPage(
      c,
      desk,
      { title: c.get('say').signIn.codeTitle, status },
      <Faults value={faults}>
        <CodePage next={next} failure={failure} code={field(form, 'code')} />
      </Faults>,
    )
  }
}

export async function signOutFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  for (const cookie of await desk.signIn.signOut(c.req.raw.headers)) c.header('set-cookie', cookie, { append: true })
  return c.redirect(paths.signIn, 303)
}

/** The answer to a step that was taken: on to where one wanted to go, or to the second step. */
export function goOn(c: DeskContext, step: { isIn: boolean; cookies: string[] }, next: string): Response {
  for (const cookie of step.cookies) c.header('set-cookie', cookie, { append: true })
  return c.redirect(step.isIn ? next : withNext(paths.signInCode, next), 303)
}

const statuses = { ...failureStatus, refused: 422 } as const

/** What a person is told of a step that did not work; anything that is no Failure is a bug and goes on. */
export function refusal(c: DeskContext, error: unknown): { failure: string; faults: ShownFault[]; status: 404 | 409 | 422 | 429 | 503 } {
  if (!(error instanceof Failure)) throw error
  const failure = failureInWords(error, c.get('say'))
  const faults = faultsOf(error, c.get('say'))
  if (!(error instanceof TooManyTries)) return { failure, faults, status: statuses[error.kind] }
  c.header('retry-after', String(error.seconds))
  return { failure, faults, status: 429 }
}

/** A field as it was typed: a password may begin or end with a space. */
export function rawField(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
