import { desk } from '#src/routes.ts'

import type { Desk, DeskContext } from '../desk.ts'
import * as account from './account-handlers.tsx'

type OwnWay = { method: 'GET' | 'POST'; path: string; asks: 'signedIn'; handle(c: DeskContext, desk: Desk): Promise<Response> }

const own = (method: OwnWay['method'], path: string, handle: OwnWay['handle']): OwnWay => ({ method, path, asks: 'signedIn', handle })

/** What members do with their own account, and with nobody else's. */
export const accountWays: readonly OwnWay[] = [
  own('GET', desk.account, account.showOwnAccount),
  own('POST', desk.account, account.profileFromDesk),
  own('POST', desk.accountPassword, account.passwordFromDesk),
  own('POST', desk.accountPasskey, account.namePasskeyFromDesk),
  own('POST', desk.accountPasskeyOff, account.removePasskeyFromDesk),
  own('POST', desk.accountCodes, account.beginCodesFromDesk),
  own('POST', desk.accountCodesBegun, account.confirmCodesFromDesk),
  own('POST', desk.accountCodesOff, account.endCodesFromDesk),
  own('POST', desk.accountBackupCodes, account.backupCodesFromDesk),
  own('POST', desk.accountSessionsOff, account.endOtherSessionsFromDesk),
  own('POST', desk.accountSessionOff, account.endSessionFromDesk),
]
