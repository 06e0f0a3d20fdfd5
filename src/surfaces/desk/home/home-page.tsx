import type { ReactNode } from 'react'

import type { EditionLine } from '#newsroom/desk-lists/edition-line.ts'
import type { Overview } from '#newsroom/desk-lists/read-overview.ts'
import type { Notice } from '#newsroom/notices/find-notices.ts'
import { desk, link } from '#src/routes.ts'
import { dayInWords } from '#surfaces/ui/day.ts'

import type { registerNames } from '../frame/register-names.ts'
import { Moment } from '../frame/state-mark.tsx'
import { EditionTable } from '../stories/edition-table.tsx'
import { useWords } from '../words/use-words.ts'

type Props = { overview: Overview; notices: Notice[]; name: string; names: ReturnType<typeof registerNames>; mayWrite: boolean }

/** The desk's first page: what waits, what is late, what others should see. */
export function HomePage({ overview, notices, name, names, mayWrite }: Props): ReactNode {
  const say = useWords()
  const words = say.home
  const { overdue, toClear, own, scheduled, latest } = overview
  const isEmpty = [overdue, toClear, own, scheduled, notices, overview.tasks, overview.clearedAlone].every((list) => list.length === 0)
  const list = (title: string, lines: EditionLine[], when?: 'saved' | 'shown' | 'planned', className?: string) =>
    lines.length > 0 ? (
      <Part title={title} {...(className && { className })}>
        <EditionTable lines={lines} names={names} caption={title} {...(when && { when })} />
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
      {isEmpty ? <p className="nothing">{words.nothing}</p> : null}
      {list(words.overdue, overdue, 'planned', 'loud')}
      <ClearedAloneList overview={overview} timeZone={names.timeZone} />
      <NoticeList notices={notices} timeZone={names.timeZone} />
      <TaskList overview={overview} />
      {list(words.toClear, toClear)}
      {list(words.own, own)}
      {list(words.scheduled, scheduled, 'shown')}
      {list(words.latest, latest, 'shown')}
    </>
  )
}

function Part({ title, className, children }: { title: string; className?: string; children: ReactNode }): ReactNode {
  const id = title.toLowerCase().replace(/[^a-z]+/g, '-')
  return (
    <section aria-labelledby={id} className={className}>
      <h2 className="block-name" id={id}>
        {title}
      </h2>
      {children}
    </section>
  )
}

function NoticeList({ notices, timeZone }: { notices: Notice[]; timeZone: string }): ReactNode {
  const say = useWords()
  const words = say.home
  if (notices.length === 0) return null
  return (
    <Part title={words.news}>
      <ul className="notices">
        {notices.map((notice) => (
          <li key={notice.id}>
            <p>
              <b>{words.notices[notice.kind](notice.by)}</b>{' '}
              {notice.edition ? <a href={link(desk.edition, { edition: notice.edition })}>{notice.headline || say.untitled}</a> : null}
            </p>
            {notice.words && notice.words !== notice.headline ? <p className="said">{notice.words}</p> : null}
            <p className="line-about">
              <Moment at={notice.at} timeZone={timeZone} />
            </p>
          </li>
        ))}
      </ul>
      <form method="post" action={desk.notices}>
        <button className="quiet">{words.seenAll}</button>
      </form>
    </Part>
  )
}

function ClearedAloneList({ overview, timeZone }: { overview: Overview; timeZone: string }): ReactNode {
  const say = useWords()
  const words = say.home
  if (overview.clearedAlone.length === 0) return null
  return (
    <Part title={words.clearedAlone} className="loud">
      <ul className="notices">
        {overview.clearedAlone.map((one) => (
          <li key={one.step}>
            <p>
              <a href={link(desk.edition, { edition: one.edition })}>{one.headline || say.untitled}</a>
            </p>
            <p className="said">{one.reason}</p>
            <p className="line-about">
              {one.by}, <Moment at={one.at} timeZone={timeZone} />
            </p>
            {one.isOwn ? null : (
              <form method="post" action={link(desk.look, { edition: one.edition, step: one.step })}>
                <button className="quiet">{words.looked}</button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </Part>
  )
}

function TaskList({ overview }: { overview: Overview }): ReactNode {
  const say = useWords()
  const words = say.home
  if (overview.tasks.length === 0) return null
  return (
    <Part title={words.tasks}>
      <ul className="notices">
        {overview.tasks.map((task) => (
          <li key={task.id}>
            <p>
              <b>{task.task}</b> <a href={link(desk.edition, { edition: task.edition })}>{task.headline || say.untitled}</a>
            </p>
            <p className="line-about">
              {[task.givenBy, task.dueOn && words.by(dayInWords(task.dueOn, say.language))].filter((part) => part).join(', ')}
            </p>
            <form method="post" action={link(desk.assignment, { edition: task.edition, assignment: task.id })}>
              <button className="quiet">{say.assignments.done}</button>
            </form>
          </li>
        ))}
      </ul>
    </Part>
  )
}
