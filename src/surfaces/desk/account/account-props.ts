import type { OwnProfile } from '#newsroom/members/read-own-profile.ts'
import type { NewCodes, Passkey, Session } from '#platform/sign-in/sign-in.ts'

/** What the account page shows. */
export type AccountProps = {
  profile: OwnProfile
  hasPassword: boolean
  passkeys: Passkey[]
  sessions: Session[]
  currentSession: string
  /** Came in by a link, and has no other way in yet. */
  isNew: boolean
  languages: readonly string[]
  timeZone: string
  done?: string
  failure?: string
  newCodes?: NewCodes
  backupCodes?: string[]
}
