import type { Letters } from '#newsroom/members/letters.ts'
import type { Mail } from '#platform/mail/mailer.ts'

import { oneLine } from './one-line.ts'
import { mailWordsIn } from './words/mail-words-in.ts'
import { wrapText } from './wrap-text.ts'

/** The letters about someone's access. */
export const letters: Letters = { signInLink: signInLinkMail, invitation: invitationMail }

export function signInLinkMail({ to, newsroom, url, language }: Parameters<Letters['signInLink']>[0]): Mail {
  const words = mailWordsIn(language).words.signIn
  const name = oneLine(newsroom, 100)
  return { to, subject: words.subject(name), text: paragraphs(words.what(name), url, words.once, words.notYou) }
}

export function invitationMail({ to, newsroom, by, role, url, language }: Parameters<Letters['invitation']>[0]): Mail {
  const words = mailWordsIn(language).words.invitation
  const [name, who] = [oneLine(newsroom, 100), oneLine(by, 100)]
  return {
    to,
    subject: words.subject(who, name),
    text: paragraphs(words.what(who, name), words.roles[role], words.accept, url, words.once(who)),
  }
}

const paragraphs = (...texts: string[]): string => `${texts.map((text) => wrapText(text)).join('\n\n')}\n`
