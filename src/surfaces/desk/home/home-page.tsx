import type { ReactNode } from 'react'

import type { EditionLine } from '#newsroom/desk-lists/edition-line.ts'
import type { Overview } from '#newsroom/desk-lists/read-overview.ts'
import type { Notice } from '#newsroom/notices/find-notices.ts'
import { desk, link } from '#src/routes.ts'

import type { registerNames } from '../frame/register-names.ts'
import type { When } from '../stories/edition-table.tsx'
import { EditionTable } from '../stories/edition-table.tsx'
import { useWords } from '../words/use-words.ts'
import { EditionRail } from './edition-rail.tsx'
import { Part } from './part.tsx'
import { ClearedAloneList, NoticeList, TaskList } from './waiting-lists.tsx'

type Props = {
  overview: Overview
  notices: Notice[]
  name: string
  names: ReturnType<typeof registerNames>
  mayWrite: boolean
  mayRelease: (line: EditionLine) => boolean
}

type Act = (line: EditionLine) => ReactNode

/** The desk's first page: what waits, what is late, what others should see. */
export function HomePage({ overview, notices, name, names, mayWrite, mayRelease }: Props): ReactNode {
  const say = useWords()
  const words = say.home
  const { overdue, toClear, own, behind, scheduled, latest, tasks, clearedAlone } = overview
  const isIdle = [overdue, toClear, own, behind, scheduled, notices, tasks, clearedAlone].every((list) => list.length === 0)
  const list = (lines: EditionLine[], part: { id: string; title: string; when?: When; isLoud?: boolean; act?: Act }) =>
    lines.length > 0 ? (
      <Part {...part}>
        <EditionTable
          lines={lines}
          names={names}
          caption={part.title}
          {...(part.when && { when: part.when })}
          {...(part.act && { act: part.act })}
        />
      </Part>
    ) : null
  const rail = (lines: EditionLine[], part: { id: string; title: string; atOf: (line: EditionLine) => Date | null; act?: Act }) =>
    lines.length > 0 ? (
      <Part {...part} isRail>
        <EditionRail lines={lines} names={names} atOf={part.atOf} {...(part.act && { act: part.act })} />
      </Part>
    ) : null
  const toRelease = (says: string, isMeant: (line: EditionLine) => boolean) => (line: EditionLine) =>
    isMeant(line) && mayRelease(line) ? <LineAct href={link(desk.release, { edition: line.edition })} of={line} says={says} /> : null
  const toPassages = (line: EditionLine) => (
    <LineAct href={`${link(desk.translation, { edition: line.edition })}?open=yes`} of={line} says={say.translations.sideBySide} />
  )
  const release = toRelease(say.lists.release, ({ state }) => state !== 'in review')
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
      {list(overdue, { id: 'overdue', title: words.overdue, when: 'planned', isLoud: true, act: release })}
      <ClearedAloneList all={clearedAlone} timeZone={names.timeZone} />
      <TaskList tasks={tasks} />
      {list(toClear, { id: 'to-clear', title: words.toClear, act: release })}
      <NoticeList notices={notices} timeZone={names.timeZone} />
      {list(behind, { id: 'behind', title: words.behind, act: toPassages })}
      {list(own, { id: 'own', title: words.own })}
      {rail(scheduled, {
        id: 'scheduled',
        title: words.scheduled,
        atOf: ({ shownFrom }) => shownFrom,
        act: toRelease(say.lists.callOff, () => true),
      })}
      {rail(latest, { id: 'latest', title: words.latest, atOf: ({ publishedAt }) => publishedAt })}
    </>
  )
}

/** What to do with a line, without opening its text first. */
function LineAct({ href, of, says }: { href: string; of: EditionLine; says: string }): ReactNode {
  const say = useWords()
  return (
    <a className="line-do" href={href} aria-label={say.about(says, of.headline || say.untitled)}>
      {says}
    </a>
  )
}
