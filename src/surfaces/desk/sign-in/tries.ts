import { createHash } from 'node:crypto'

import { clientAddress } from '#platform/http/client-address.ts'
import type { Limit } from '#platform/throttle.ts'
import { notThisCode } from '#platform/sign-in/failures.ts'
import { countTry, forgetTries, TooManyTries } from '#platform/throttle.ts'

import type { Desk, DeskContext } from '../desk.ts'

/**
 * What is counted, in a quarter of an hour: so often from one address, so often for one account from there, and so often for it from everywhere.
 * A stranger with one address shuts nobody out elsewhere; a second step is asked of nobody but those who have taken the first.
 */
const most = {
  password: { address: 50, account: 10, everywhere: 100 },
  code: { address: 50, account: 10, everywhere: 10 },
  mail: { address: 20, account: 4, everywhere: 12 },
  link: { address: 50, account: 10, everywhere: 10 },
  oidc: { address: 50, account: 20, everywhere: 20 },
  passkey: { address: 200, account: 20, everywhere: 20 },
  keys: { address: 50, account: 10, everywhere: 10 },
} as const
const minutes = 15
const codeHolds = 2 // half a minute, and the one before and after it

export type Tried = keyof typeof most

/** Counts a try to come in; throws TooManyTries. `account` is whose account it is for, as far as that is known. */
export async function countSignInTry(c: DeskContext, desk: Desk, what: Tried, account?: string): Promise<void> {
  const address = clientAddress(c.req.raw.headers, c.env, desk.trustProxy)
  const limits: Limit[] = [{ key: `${what} from ${address}`, most: most[what].address, minutes }]
  if (account !== undefined) {
    limits.push({ key: `${keyOf(what, account)} from ${address}`, most: most[what].account, minutes })
    limits.push({ key: keyOf(what, account), most: most[what].everywhere, minutes })
  }
  await countTry(desk.newsroom.db, desk.newsroom.clock.now(), limits)
}

/** It worked: the tries of this account before it count no more. */
export async function forgetSignInTries(c: DeskContext, desk: Desk, what: Tried, account: string): Promise<void> {
  const key = keyOf(what, account)
  await forgetTries(desk.newsroom.db, [key, `${key} from ${clientAddress(c.req.raw.headers, c.env, desk.trustProxy)}`])
}

/** A code is taken once while it holds (RFC 6238, section 5.2): who read it over a shoulder is told that it is not right. */
export async function takeCodeOnce({ newsroom }: Desk, member: string, code: string): Promise<void> {
  const limit = { key: keyOf('code', `${member} ${code.replaceAll(/\s/g, '')}`), most: 1, minutes: codeHolds }
  try {
    await countTry(newsroom.db, newsroom.clock.now(), [limit])
  } catch (error) {
    throw error instanceof TooManyTries ? notThisCode() : error
  }
}

// Whatever is typed, the key is short; and what was typed by mistake, a password perhaps, is not kept.
const keyOf = (what: Tried, account: string): string =>
  `${what} for ${createHash('sha256').update(account.trim().toLowerCase()).digest('base64url')}`
