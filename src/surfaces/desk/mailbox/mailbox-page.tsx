import type { ReactNode } from 'react'

import type { KeptMail } from '#platform/mail/mailbox.ts'
import { desk, link } from '#src/routes.ts'

import { Moment } from '../frame/state-mark.tsx'
import { WayBack } from '../frame/way-back.tsx'
import { useWords } from '../words/use-words.ts'

type Props = { mails: KeptMail[]; mostShown: number; isSent: boolean; timeZone: string }

const example = 'SMTP_URL=smtps://user:password@mail.example.org\nMAIL_FROM="Our newsroom <newsroom@example.org>"'

/** The mails that were kept instead of being sent, newest first, and how to have them sent. */
export function MailboxPage({ mails, mostShown, isSent, timeZone }: Props): ReactNode {
  const say = useWords()
  return (
    <>
      <WayBack href={desk.settings}>{say.settings.title}</WayBack>
      <h1>{say.mailbox}</h1>
      {isSent ? (
        <p>
          {say.mails.sent} {mails.length > 0 ? say.mails.keptBefore : null}
        </p>
      ) : (
        <>
          <p>
            <strong>{say.mails.notSent}</strong>
          </p>
          <p className="lead-in">{say.mails.howToSend}</p>
          <pre className="mail-text" dir="ltr">
            {example}
          </pre>
        </>
      )}
      {mails.length > 0 ? <MailTable mails={mails} timeZone={timeZone} /> : null}
      {mails.length === 0 && !isSent ? <p className="nothing">{say.mails.nothing}</p> : null}
      {mails.length === mostShown ? <p className="line-about">{say.mails.newest(mostShown)}</p> : null}
    </>
  )
}

function MailTable({ mails, timeZone }: { mails: KeptMail[]; timeZone: string }): ReactNode {
  const say = useWords()
  return (
    <div className="lines-box">
      <table className="lines" data-lines>
        <caption className="unseen">{say.mailbox}</caption>
        <thead>
          <tr>
            <th scope="col">{say.mails.subject}</th>
            <th scope="col">{say.mails.to}</th>
            <th scope="col">{say.mails.kept}</th>
          </tr>
        </thead>
        <tbody>
          {mails.map((mail) => (
            <tr key={mail.id}>
              <th scope="row">
                <a href={link(desk.mail, { mail: mail.id })} dir="auto">
                  {mail.subject || mail.id}
                </a>
              </th>
              <td>{mail.to}</td>
              <td className="line-when">
                <Moment at={mail.at} timeZone={timeZone} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
