import type { keyPolicy } from '#newsroom/keys/key-policy.ts'
import { desk } from '#src/routes.ts'

import type { Desk, DeskContext } from '../desk.ts'
import { makeKeyFromDesk, revokeKeyFromDesk, showKeysAfter } from './key-handlers.tsx'

type KeyWay = {
  method: 'GET' | 'POST'
  path: string
  asks: keyof typeof keyPolicy
  handle(c: DeskContext, desk: Desk): Promise<Response>
}

/** What is done with keys for programs. */
export const keyWays: readonly KeyWay[] = [
  { method: 'GET', path: desk.keys, asks: 'listKeys', handle: showKeysAfter },
  { method: 'POST', path: desk.keys, asks: 'makeKey', handle: makeKeyFromDesk },
  { method: 'POST', path: desk.keyOff, asks: 'revokeKey', handle: revokeKeyFromDesk },
]
