import { findActiveMember } from '#newsroom/members/find-active-member.ts'
import type { Newsroom } from '#newsroom/newsroom.ts'
import type { SignIn } from '#platform/sign-in/sign-in.ts'

import type { Desk } from '../desk.ts'

/** Asks with each request who is there: whoever was suspended a moment ago is nobody. */
export function whoIsThere(newsroom: Newsroom, signIn: SignIn): Desk['memberOf'] {
  return async (headers, keepCookie) => {
    const found = await signIn.session(headers)
    if (!found) return undefined
    for (const cookie of found.cookies) keepCookie?.(cookie)
    return findActiveMember(newsroom.db.writer, found.session.memberId)
  }
}
