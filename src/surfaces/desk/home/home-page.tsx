import type { ReactNode } from 'react'

import type { EditionLine } from '#newsroom/desk-lists/edition-line.ts'
import type { Overview } from '#newsroom/desk-lists/read-overview.ts'
import type { Notice } from '#newsroom/notices/find-notices.ts'
import { desk } from '#src/routes.ts'

import type { registerNames } from '../frame/register-names.ts'
import type { When } from '../stories/edition-table.tsx'
import { EditionTable } from '../stories/edition-table.tsx'
import { useWords } from '../words/use-words.ts'
import { EditionRail } from './edition-rail.tsx'
import { Part } from './part.tsx'
import { ClearedAloneList, NoticeList, TaskList } from './waiting-lists.tsx'

type Props = { overview: Overview; notices: Notice[]; name: string; names: ReturnType<typeof registerNames>; mayWrite: boolean }

/** The desk's first page: what waits, what is late, what others should see. */
export function HomePage({ overview, notices, name, names, mayWrite }: Props): ReactNode {
  const say = useWords()
  const words = say.home
  const { overdue, toClear, own, scheduled, latest, tasks, clearedAlone } = overview
  const isIdle = [overdue, toClear, own, scheduled, notices, tasks, clearedAlone].every((list) => list.length === 0)
  const list = (lines: EditionLine[], part: { id: string; title: string; when?: When; isLoud?: boolean }) =>
    lines.length > 0 ? (
      <Part {...part}>
        <EditionTable lines={lines} names={names} caption={part.title} {...(part.when && { when: part.when })} />
      </Part>
    ) : null
  const rail = (lines: EditionLine[], part: { id: string; title: string }) =>
    lines.length > 0 ? (
      <Part {...part} isRail>
        <EditionRail lines={lines} names={names} />
      </Part>
    ) : null
  return (
    <>
      <div className="desk-head">
        <h1>{words.greeting(name)}</h1>
        {mayWrite ? (
          <a className="button" href={desk.newStory}>
            {say.newStory}
          </a>
        ) : null}
      </div>
      {isIdle ? <p className="nothing">{latest.length > 0 ? words.nothing : words.begin}</p> : null}
      {list(overdue, { id: 'overdue', title: words.overdue, when: 'planned', isLoud: true })}
      <ClearedAloneList all={clearedAlone} timeZone={names.timeZone} />
      <TaskList tasks={tasks} />
      {list(toClear, { id: 'to-clear', title: words.toClear })}
      <NoticeList notices={notices} timeZone={names.timeZone} />
      {list(own, { id: 'own', title: words.own })}
      {rail(scheduled, { id: 'scheduled', title: words.scheduled })}
      {rail(latest, { id: 'latest', title: words.latest })}
    </>
  )
}
