import { createHash } from 'node:crypto'

import { clientAddress } from '#platform/http/client-address.ts'
import type { Limit } from '#platform/throttle.ts'
import { countTry, forgetTries } from '#platform/throttle.ts'

import type { Desk, DeskContext } from '../desk.ts'

/** What is counted, in a quarter of an hour: so often for one account, and so often from one address. */
const most = {
  password: { account: 10, address: 50 },
  code: { account: 10, address: 50 },
  mail: { account: 4, address: 20 },
  link: { account: 10, address: 50 },
  oidc: { account: 20, address: 50 },
  passkey: { account: 20, address: 100 },
  keys: { account: 10, address: 50 },
} as const
const minutes = 15

export type Tried = keyof typeof most

/** Counts a try to come in; throws TooManyTries. `account` is whose account it is for, as far as that is known. */
export async function countSignInTry(c: DeskContext, desk: Desk, what: Tried, account?: string): Promise<void> {
  const limits: Limit[] = [
    { key: `${what} from ${clientAddress(c.req.raw.headers, c.env, desk.trustProxy)}`, most: most[what].address, minutes },
  ]
  if (account !== undefined) limits.push({ key: keyOf(what, account), most: most[what].account, minutes })
  await countTry(desk.newsroom.db, desk.newsroom.clock.now(), limits)
}

/** It worked: the tries of this account before it count no more. */
export async function forgetSignInTries(desk: Desk, what: Tried, account: string): Promise<void> {
  await forgetTries(desk.newsroom.db, keyOf(what, account))
}

// Whatever is typed, the key is short; and what was typed by mistake, a password perhaps, is not kept.
const keyOf = (what: Tried, account: string): string =>
  `${what} for ${createHash('sha256').update(account.trim().toLowerCase()).digest('base64url')}`
