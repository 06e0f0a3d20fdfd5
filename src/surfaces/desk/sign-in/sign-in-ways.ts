import { desk } from '#src/routes.ts'

import type { DeskWay } from '../desk-way.ts'
import { get, post } from '../desk-way.ts'
import { answerAuth, mailLinkFromDesk, openLinkFromDesk, showLink, startOidc } from './link-handlers.tsx'
import { codeFromDesk, showCode, showSignIn, signInFromDesk, signOutFromDesk } from './sign-in-handlers.tsx'

/** What is open to those who have yet to sign in. */
export const signInWays: readonly DeskWay<'nobody'>[] = [
  get(desk.signIn, 'nobody', showSignIn),
  post(desk.signIn, 'nobody', signInFromDesk),
  get(desk.signInCode, 'nobody', showCode),
  post(desk.signInCode, 'nobody', codeFromDesk),
  post(desk.signInMail, 'nobody', mailLinkFromDesk),
  get(desk.signInLink, 'nobody', showLink),
  post(desk.signInLink, 'nobody', openLinkFromDesk),
  get(desk.signInOidc, 'nobody', startOidc),
  post(desk.signOut, 'nobody', signOutFromDesk),
  get(`${desk.auth}/*`, 'nobody', answerAuth),
  post(`${desk.auth}/*`, 'nobody', answerAuth),
]
