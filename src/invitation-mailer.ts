import type { Letters } from '#newsroom/members/letters.ts'
import type { Newsroom } from '#newsroom/newsroom.ts'
import { readSettings } from '#newsroom/settings/read-settings.ts'
import type { Mailer } from '#platform/mail/mailer.ts'
import type { Api } from '#surfaces/api/api.ts'
import { signInLinkAddress } from '#surfaces/desk/sign-in/sign-in-link-address.ts'
import { named } from '#surfaces/ui/in-words.ts'

/** Mails invitations that programs make: the link goes to whoever is invited, and never back to the program. */
export function invitationMailer(of: { newsroom: Newsroom; origin: string; mailer: Mailer; letters: Letters }): Api['invite'] {
  return async (by, { to, role, token }) => {
    const { name, languages } = await readSettings(of.newsroom.db.writer)
    const language = languages[0] ?? 'en'
    const url = signInLinkAddress(of.origin, token)
    await of.mailer.send(of.letters.invitation({ to, by: by.name, role, newsroom: named(name, language), url, language }))
  }
}
