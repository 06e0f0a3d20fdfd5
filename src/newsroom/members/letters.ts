import type { Mail } from '#platform/mail/mailer.ts'

import type { Role } from './member.ts'

/** What a letter about someone's access is about. The language is the member's, as a BCP 47 tag; where we do not speak it, it is English. */
type Letter = { to: string; newsroom: string; url: string; language: string | null }

/** How the newsroom writes to someone about their access; the composition root gives those in surfaces/mail. */
export type Letters = {
  signInLink(letter: Letter): Mail
  invitation(letter: Letter & { by: string; role: Role }): Mail
}
