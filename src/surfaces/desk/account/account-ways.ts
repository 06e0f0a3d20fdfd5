import { desk } from '#src/routes.ts'

import type { DeskWay } from '../desk-way.ts'
import { get, post } from '../desk-way.ts'
import * as account from './account-handlers.tsx'

/** What members do with their own account, and with nobody else's. */
export const accountWays: readonly DeskWay<'signedIn'>[] = [
  get(desk.account, 'signedIn', account.showOwnAccount),
  post(desk.account, 'signedIn', account.profileFromDesk),
  post(desk.accountPassword, 'signedIn', account.passwordFromDesk),
  post(desk.accountPasskey, 'signedIn', account.namePasskeyFromDesk),
  post(desk.accountPasskeyOff, 'signedIn', account.removePasskeyFromDesk),
  post(desk.accountCodes, 'signedIn', account.beginCodesFromDesk),
  post(desk.accountCodesBegun, 'signedIn', account.confirmCodesFromDesk),
  post(desk.accountCodesOff, 'signedIn', account.endCodesFromDesk),
  post(desk.accountBackupCodes, 'signedIn', account.backupCodesFromDesk),
  post(desk.accountSessionsOff, 'signedIn', account.endOtherSessionsFromDesk),
  post(desk.accountSessionOff, 'signedIn', account.endSessionFromDesk),
]
