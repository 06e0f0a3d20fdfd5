import type { ReactNode } from 'react'

import type { KeptMail } from '#platform/mail/mailbox.ts'
import { desk } from '#src/routes.ts'
import { linkParts } from '#surfaces/ui/link-parts.ts'

import { Moment } from '../frame/state-mark.tsx'
import { useWords } from '../words/use-words.ts'

/** One mail as its reader would see it, with links that open. */
export function MailPage({ mail, timeZone }: { mail: KeptMail & { text: string }; timeZone: string }): ReactNode {
  const say = useWords()
  return (
    <article className="narrow">
      <p className="way-back">
        <a href={desk.mailbox}>{say.mails.all}</a>
      </p>
      <h1 dir="auto">{mail.subject || mail.id}</h1>
      <p className="line-about">
        {say.mails.from} {mail.from} · {say.mails.to} {mail.to} · <Moment at={mail.at} timeZone={timeZone} />
      </p>
      <p className="mail-text" dir="auto">
        {linkParts(mail.text).map((part, index) =>
          part.isLink ? (
            // oxlint-disable-next-line react/no-array-index-key -- the parts of a text have no other name
            <a key={index} href={part.text} rel="noreferrer">
              {part.text}
            </a>
          ) : (
            part.text
          ),
        )}
      </p>
    </article>
  )
}
