import type { Newsroom } from '#newsroom/newsroom.ts'
import type { Invitation } from '#newsroom/members/invite-member.ts'
import type { Member } from '#newsroom/members/member.ts'
import type { ConnectionFacts } from '#platform/http/client-address.ts'
import type { Log } from '#platform/log.ts'
import type { Translator } from '#platform/machine-translation/translator.ts'
import type { PrintPage } from '#platform/press/printed.ts'

import type { Cursors } from './cursor.ts'

/** What the API is made of. */
export type Api = {
  newsroom: Newsroom
  /** Where this newsroom is on the web, without a slash at its end. */
  origin: string
  log: Pick<Log, 'error'>
  /** Whether a proxy before us says truly who asks. */
  trustProxy: boolean
  cursors: Cursors
  /** Prints what the public may read and the press does not keep. */
  print: PrintPage
  /** What an address of the site answers now, and where it leads. */
  answerAt(path: string): Promise<{ status: number; location: string | undefined }>
  /** The machine that translates, where this newsroom has one. */
  translator?: Translator | undefined
  /** Mails an invitation; its link is told to nobody else. */
  invite(by: Member, invitation: Invitation): Promise<void>
}

export type ApiEnv = { Bindings: ConnectionFacts }
