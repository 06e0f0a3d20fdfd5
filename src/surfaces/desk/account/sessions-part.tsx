import type { ReactNode } from 'react'

import type { Session } from '#platform/sign-in/sign-in.ts'
import { desk, link } from '#src/routes.ts'

import { momentInWords } from '../frame/moments.ts'
import { useWords } from '../words/use-words.ts'
import { deviceOf } from './device.ts'

type Props = { sessions: Session[]; currentSession: string; timeZone: string }

export function SessionsPart({ sessions, currentSession, timeZone }: Props): ReactNode {
  const say = useWords()
  const words = say.ownAccount
  const at = (moment: Date) => momentInWords(moment, timeZone, say.language)
  return (
    <section aria-labelledby="sessions-title">
      <h2 className="block-name" id="sessions-title">
        {words.sessions}
      </h2>
      <ul className="notices">
        {sessions.map((session) => {
          const isCurrent = session.id === currentSession
          const device = deviceOf(session.userAgent)
          const name = device ? words.device(device.browser, device.system) : words.unknownDevice
          const about = [session.way && words.ways[session.way], words.begun(at(session.begunAt)), words.used(at(session.usedAt))]
          return (
            <li key={session.id}>
              <p>
                <b>{name}</b>
                {isCurrent ? ` (${words.thisOne})` : null}
              </p>
              <p className="line-about">{about.filter((part) => part).join(', ')}</p>
              {isCurrent ? null : (
                <form method="post" action={link(desk.accountSessionOff, { session: session.id })}>
                  <button className="quiet" aria-label={say.about(words.endSession, `${name}, ${words.begun(at(session.begunAt))}`)}>
                    {words.endSession}
                  </button>
                </form>
              )}
            </li>
          )
        })}
      </ul>
      {sessions.length > 1 ? (
        <form method="post" action={desk.accountSessionsOff}>
          <button className="quiet">{words.endOthers}</button>
        </form>
      ) : null}
    </section>
  )
}
