import type { Context } from 'hono'

import type { LiveReader } from '#newsroom/live/live-reader.ts'
import type { DeskAssets } from './desk-assets.ts'
import type { DeskWords } from './words/desk-words.ts'
import type { Letters } from '#newsroom/members/letters.ts'
import type { Member } from '#newsroom/members/member.ts'
import type { Newsroom } from '#newsroom/newsroom.ts'
import type { RegistersKeeper } from '#newsroom/live/registers-keeper.ts'
import type { FactsKeeper } from '#newsroom/suggestions/facts-keeper.ts'
import type { RevisionContent } from '#newsroom/stories/story.ts'
import type { ConnectionFacts } from '#platform/http/client-address.ts'
import type { Log } from '#platform/log.ts'
import type { Mailer } from '#platform/mail/mailer.ts'
import type { Translator } from '#platform/machine-translation/translator.ts'
import type { SignIn } from '#platform/sign-in/sign-in.ts'

/** What the desk is made of. It speaks to the site only through `printDraft` and `printFront`, which the composition root gives it. */
export type Desk = {
  newsroom: Newsroom
  registers: RegistersKeeper
  facts: FactsKeeper
  /** Where this newsroom is on the web, without a slash at its end. */
  origin: string
  assets: Omit<DeskAssets, 'files'>
  /** Who is signed in; undefined: nobody. Gives the `Set-Cookie` values that the answer should carry. */
  memberOf(headers: Headers, keepCookie?: (cookie: string) => void): Promise<SignedIn | undefined>
  signIn: SignIn
  mailer: Mailer
  letters: Letters
  /** Where it says what nobody waits for went wrong. */
  log: Pick<Log, 'error'>
  /** Where mails are kept, and whether they are sent instead. */
  mailbox: { folder: string; isSent: boolean }
  /** Whether a proxy before us says truly who asks. */
  trustProxy: boolean
  /** The machine that translates what waits; undefined: this newsroom has none. */
  translator?: Translator | undefined
  /** What the site answers at a path and query now. */
  answerAt(path: string): Promise<{ status: number; location: string | undefined }>
  /** The front page in a language as settings would have it that may not be the newsroom's yet, from `<!doctype html>` on. */
  printFront(live: LiveReader, language: string): Promise<string>
  /** A revision as the site would print it now, from `<!doctype html>` on. */
  printDraft(live: LiveReader, draft: Draft): Promise<string>
}

export type Draft = { story: string; edition: string; language: string; content: RevisionContent; publishedAt: Date }

/** Whoever works at the desk now; `language` is the one they chose for its words. */
export type SignedIn = Member & { language: string | null }

export type DeskEnv = { Bindings: ConnectionFacts; Variables: { member: Member; waiting: number; say: DeskWords } }
export type DeskContext = Context<DeskEnv>
