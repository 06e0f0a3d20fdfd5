import type { keyPolicy } from '#newsroom/keys/key-policy.ts'
import { desk } from '#src/routes.ts'

import type { DeskWay } from '../desk-way.ts'
import { get, post } from '../desk-way.ts'
import { makeKeyFromDesk, revokeKeyFromDesk, showKeysAfter } from './key-handlers.tsx'

/** What is done with keys for programs. */
export const keyWays: readonly DeskWay<keyof typeof keyPolicy>[] = [
  get(desk.keys, 'listKeys', showKeysAfter),
  post(desk.keys, 'makeKey', makeKeyFromDesk),
  post(desk.keyOff, 'revokeKey', revokeKeyFromDesk),
]
