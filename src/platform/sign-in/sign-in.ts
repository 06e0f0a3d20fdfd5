/** How someone came in. */
export type WayIn = 'password' | 'link' | 'passkey' | 'oidc'

/** How someone comes in, from which network address, and whether they have just given a code as their second step. */
export type Entrance = { way: WayIn | null; address: string | null; isAfterCode: boolean }

export type Session = {
  id: string
  memberId: string
  /** Null where a change of password began it anew. */
  way: WayIn | null
  begunAt: Date
  /** To ten minutes. */
  usedAt: Date
  userAgent: string
}

/** What a step of signing in came to; the cookies are `Set-Cookie` values for the answer. */
export type Step = { isIn: boolean; cookies: string[] }

export type Passkey = { id: string; name: string; addedAt: Date | null }

/** What an app needs to make codes, shown once: an `otpauth:` address, and codes for a day without the app. */
export type NewCodes = { address: string; backupCodes: string[] }

/** What an OIDC provider says of whoever signs in there; of an address it may say neither that it is theirs nor that it is not. */
export type Profile = { subject: string; email: string; isEmailProven: boolean; isEmailRefused: boolean; name: string; groups: string[] }

/**
 * Sessions, passwords, passkeys, codes and the organisation's own sign-in. Knows members only by their id.
 * Everything takes the headers of the request; what a person got wrong is a Failure.
 */
export type SignIn = {
  session(headers: Headers): Promise<{ session: Session; cookies: string[] } | undefined>
  withPassword(headers: Headers, given: { email: string; password: string }): Promise<Step>
  /** For whoever has shown a link that was made for this member. */
  withLink(headers: Headers, memberId: string): Promise<Step>
  /** The second step: a code of the app, or one of the backup codes. */
  withCode(headers: Headers, code: string): Promise<Step>
  /** Whose second step it is; undefined: nobody's. */
  pendingMember(headers: Headers): Promise<string | undefined>
  signOut(headers: Headers): Promise<string[]>
  /** Absent where no provider is configured. */
  oidc: { start(headers: Headers, where: { next: string; failed: string }): Promise<{ url: string; cookies: string[] }> } | undefined
  /** Answers the endpoints that browsers themselves call: passkeys, and the way back from the OIDC provider. 404 for all others. */
  handle(request: Request): Promise<Response>
  account: AccountKeys
}

/** Where a browser hands a new passkey over, under the path of `handle`. */
export const newPasskeyPath = '/passkey/verify-registration'

/** What members change of their own ways in. */
export type AccountKeys = {
  hasPassword(memberId: string): Promise<boolean>
  /** Ends all other sessions. Without the current password for those who have none, or came in by a link just now. */
  setPassword(headers: Headers, password: { current: string; wanted: string }): Promise<string[]>
  passkeys(memberId: string): Promise<Passkey[]>
  namePasskey(headers: Headers, id: string, name: string): Promise<void>
  removePasskey(headers: Headers, id: string): Promise<void>
  beginCodes(headers: Headers, password: string): Promise<NewCodes>
  confirmCodes(headers: Headers, code: string): Promise<string[]>
  endCodes(headers: Headers, password: string): Promise<string[]>
  newBackupCodes(headers: Headers, password: string): Promise<string[]>
  sessions(memberId: string): Promise<Session[]>
  endSession(headers: Headers, id: string): Promise<void>
  endOtherSessions(headers: Headers): Promise<void>
}
