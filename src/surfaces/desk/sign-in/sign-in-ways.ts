import { desk } from '#src/routes.ts'

import type { Desk, DeskContext } from '../desk.ts'
import { answerAuth, mailLinkFromDesk, openLinkFromDesk, showLink, startOidc } from './link-handlers.tsx'
import { codeFromDesk, showCode, showSignIn, signInFromDesk, signOutFromDesk } from './sign-in-handlers.tsx'

type OpenWay = { method: 'GET' | 'POST'; path: string; asks: 'nobody'; handle(c: DeskContext, desk: Desk): Promise<Response> }

const open = (method: OpenWay['method'], path: string, handle: OpenWay['handle']): OpenWay => ({ method, path, asks: 'nobody', handle })

/** What is open to those who have yet to sign in. */
export const signInWays: readonly OpenWay[] = [
  open('GET', desk.signIn, showSignIn),
  open('POST', desk.signIn, signInFromDesk),
  open('GET', desk.signInCode, showCode),
  open('POST', desk.signInCode, codeFromDesk),
  open('POST', desk.signInMail, mailLinkFromDesk),
  open('GET', desk.signInLink, showLink),
  open('POST', desk.signInLink, openLinkFromDesk),
  open('GET', desk.signInOidc, startOidc),
  open('POST', desk.signOut, signOutFromDesk),
  open('GET', `${desk.auth}/*`, answerAuth),
  open('POST', `${desk.auth}/*`, answerAuth),
]
