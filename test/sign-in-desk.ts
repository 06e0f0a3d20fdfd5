import { Hono } from 'hono'

import { LiveReader } from '#newsroom/live/live-reader.ts'
import { RegistersKeeper } from '#newsroom/live/registers-keeper.ts'
import { admitMember } from '#newsroom/members/admit-member.ts'
import { inviteMember } from '#newsroom/members/invite-member.ts'
import type { Role } from '#newsroom/members/member.ts'
import { operator } from '#newsroom/members/member.ts'
import { welcomeByGroups } from '#newsroom/members/welcome-by-groups.ts'
import { FactsKeeper } from '#newsroom/suggestions/facts-keeper.ts'
import type { Mail } from '#platform/mail/mailer.ts'
import type { OidcOptions } from '#platform/sign-in/oidc-provider.ts'
import { openSignIn } from '#platform/sign-in/open-sign-in.ts'
import { desk as paths } from '#src/routes.ts'
import { accountWays } from '#surfaces/desk/account/account-ways.ts'
import type { Desk, DeskEnv } from '#surfaces/desk/desk.ts'
import { failureAnswer } from '#surfaces/desk/frame/failure-answer.tsx'
import { deskHeaders, sameOrigin, signedIn, spoken } from '#surfaces/desk/frame/guard.ts'
import { peopleWays } from '#surfaces/desk/people/people-ways.ts'
import { signInWays } from '#surfaces/desk/sign-in/sign-in-ways.ts'
import { whoIsThere } from '#surfaces/desk/sign-in/who-is-there.ts'
import { letters } from '#surfaces/mail/letters.ts'
import type { Engine } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { newsroomOn } from '#test/newsroom.ts'
import { silent } from '#test/silent-log.ts'

import { Visitor } from './visitor.ts'

export type SignInDesk = AsyncDisposable & {
  newsroom: TestNewsroom
  desk: Desk
  app: Hono<DeskEnv>
  /** What was mailed, in order. */
  mails: Mail[]
  /** A browser of its own, at an address of its own. */
  visitor(remoteAddress?: string): Visitor
  /** A member with this role, and the link that lets them in. */
  invited(email: string, role?: Role): Promise<{ id: string; token: string }>
}

type Options = {
  origin?: string
  trustProxy?: boolean
  oidc?: Omit<OidcOptions, 'failedPath' | 'welcome'> & { roles: ReadonlyMap<string, Role> }
}

/** The part of the desk by which one comes in, over a newsroom of its own. */
export async function openSignInDesk(engine: Engine, options: Options = {}): Promise<SignInDesk> {
  const newsroom = await newsroomOn(engine)
  const origin = options.origin ?? 'http://localhost'
  const mails: Mail[] = []
  let visitors = 0
  const { oidc } = options
  const signIn = openSignIn({
    db: newsroom.db,
    origin,
    basePath: paths.auth,
    cookiePath: paths.home,
    secret: 'a secret of at least thirty-two characters',
    newsroomName: 'The Ferry Office',
    log: silent,
    admit: (id, entrance) => admitMember(newsroom, id, entrance),
    oidc: oidc && { ...oidc, failedPath: paths.signIn, welcome: (profile) => welcomeByGroups(newsroom, profile, oidc.roles) },
  })
  const registers = new RegistersKeeper(newsroom.db)
  const desk: Desk = {
    newsroom,
    registers,
    facts: new FactsKeeper(newsroom.db),
    origin,
    assets: { cssHref: () => '/desk.css', scriptHref: '/desk.js', fontPreloads: () => [], iconHref: '/icon.svg' },
    memberOf: whoIsThere(newsroom, signIn),
    signIn,
    mailer: { send: async (mail) => void mails.push(mail) },
    letters,
    mailbox: { folder: '/nowhere', isSent: true },
    log: silent,
    trustProxy: options.trustProxy ?? false,
    answerAt: async () => ({ status: 404, location: undefined }),
    printFront: async () => '',
    printDraft: async (live) => (live instanceof LiveReader ? '' : ''),
  }
  const app = deskApp(desk)
  return {
    newsroom,
    desk,
    app,
    mails,
    visitor: (remoteAddress = `198.51.100.${(visitors += 1)}`) => new Visitor(app, { origin, remoteAddress }),
    async invited(email, role = 'editor') {
      const given = { projects: null, sections: null, languages: null }
      const { memberId, token } = await inviteMember(newsroom, operator, { email, name: email.split('@')[0] ?? '', role, ...given })
      return { id: memberId, token }
    },
    async [Symbol.asyncDispose]() {
      registers[Symbol.dispose]()
      await newsroom[Symbol.asyncDispose]()
    },
  }
}

function deskApp(desk: Desk): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  app.use('*', async (c, next) => {
    await next()
    for (const [name, value] of Object.entries(deskHeaders)) if (!c.res.headers.has(name)) c.res.headers.set(name, value)
  })
  app.use('*', spoken, sameOrigin(desk))
  for (const { method, path, handle } of signInWays) app.on(method, path, (c) => handle(c, desk))
  app.use('*', signedIn(desk))
  app.get(paths.home, (c) => c.text(`${c.get('member').name}, ${c.get('member').role}`))
  for (const { method, path, handle } of [...accountWays, ...peopleWays]) app.on(method, path, (c) => handle(c, desk))
  app.onError((error, c) => failureAnswer(c, desk, error))
  return app
}
