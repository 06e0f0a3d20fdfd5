import type { ReactNode } from 'react'

import type { ChangeLine } from '#newsroom/desk-lists/read-change.ts'
import { desk, link } from '#src/routes.ts'

import { Moment } from '../frame/state-mark.tsx'
import { WayBack } from '../frame/way-back.tsx'
import { useWords } from '../words/use-words.ts'
import type { ChangeNames } from './change-in-words.ts'
import { changeInWords } from './change-in-words.ts'

/** One's changes of many stories that can still be undone, the last first. */
export function ChangesPage({ changes, ...names }: ChangeNames & { changes: ChangeLine[] }): ReactNode {
  const say = useWords()
  const words = say.lists.change
  return (
    <>
      <WayBack href={desk.stories}>{say.stories}</WayBack>
      <h1>{words.recent}</h1>
      <p className="help lead-in">{words.recentMeans}</p>
      {changes.length === 0 ? <p className="nothing">{words.recentNone}</p> : null}
      <ul className="notices">
        {changes.map((change) => (
          <li key={change.id}>
            <p>
              <a href={link(desk.change, { change: change.id })}>{changeInWords(change.what, names, say)}</a>
            </p>
            <p className="line-about">
              {words.recentOne(change.stories)}, <Moment at={change.begunAt} timeZone={names.names.timeZone} />
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}
