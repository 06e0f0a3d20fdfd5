import type { ReactNode } from 'react'

import type { ClearedAlone, Task } from '#newsroom/desk-lists/read-overview.ts'
import type { Notice } from '#newsroom/notices/find-notices.ts'
import { desk, link } from '#src/routes.ts'
import { dayInWords } from '#surfaces/ui/day.ts'

import { Moment } from '../frame/state-mark.tsx'
import { useWords } from '../words/use-words.ts'
import { Part } from './part.tsx'

const newsAtOnce = 6

/** What happened that concerns the member, until it was seen; the older part of much is folded away. */
export function NoticeList({ notices, timeZone }: { notices: Notice[]; timeZone: string }): ReactNode {
  const words = useWords().home
  if (notices.length === 0) return null
  const list = (some: Notice[]) => (
    <ul className="notices">
      {some.map((notice) => (
        <NoticeItem key={notice.id} notice={notice} timeZone={timeZone} />
      ))}
    </ul>
  )
  const rest = notices.slice(newsAtOnce)
  return (
    <Part id="news" title={words.news}>
      {list(notices.slice(0, newsAtOnce))}
      {rest.length > 0 ? (
        <details>
          <summary>{words.earlier(rest.length)}</summary>
          {list(rest)}
        </details>
      ) : null}
      <form method="post" action={desk.notices} className="line-act">
        {notices.map(({ id }) => (
          <input key={id} type="hidden" name="notice" value={id} />
        ))}
        <button className="quiet">{words.seen}</button>
      </form>
    </Part>
  )
}

function NoticeItem({ notice, timeZone }: { notice: Notice; timeZone: string }): ReactNode {
  const words = useWords().home
  return (
    <li>
      <p>
        {words.notices[notice.kind](notice.by)}{' '}
        {notice.edition ? <EditionLink edition={notice.edition} headline={notice.headline} /> : <DeletedLink headline={notice.headline} />}
      </p>
      {notice.words && notice.words !== notice.headline ? (
        <p className="said" dir="auto">
          {notice.words}
        </p>
      ) : null}
      <p className="line-about">
        <Moment at={notice.at} timeZone={timeZone} />
      </p>
    </li>
  )
}

/** What one person cleared alone, until a second one has looked. */
export function ClearedAloneList({ all, timeZone }: { all: ClearedAlone[]; timeZone: string }): ReactNode {
  const say = useWords()
  const words = say.home
  if (all.length === 0) return null
  return (
    <Part id="cleared-alone" title={words.clearedAlone} isLoud>
      <ul className="notices">
        {all.map((one) => (
          <li key={one.step}>
            <p>
              <EditionLink edition={one.edition} headline={one.headline} />
            </p>
            <p className="said" dir="auto">
              {one.reason}
            </p>
            <p className="line-about">
              {one.by}, <Moment at={one.at} timeZone={timeZone} />
            </p>
            {one.mayLook ? (
              <form method="post" action={link(desk.look, { edition: one.edition, step: one.step })}>
                <button className="quiet" aria-label={say.about(words.looked, one.headline || say.untitled)}>
                  {words.looked}
                </button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
    </Part>
  )
}

/** What others ask of the member. */
export function TaskList({ tasks }: { tasks: Task[] }): ReactNode {
  const say = useWords()
  const words = say.home
  if (tasks.length === 0) return null
  return (
    <Part id="tasks" title={words.tasks}>
      <ul className="notices">
        {tasks.map((task) => (
          <li key={task.id}>
            <p dir="auto">{task.task}</p>
            <p>
              <EditionLink edition={task.edition} headline={task.headline} />
            </p>
            <p className="line-about">
              {[task.givenBy, task.dueOn && words.by(dayInWords(task.dueOn, say.language))].filter((part) => part).join(', ')}
            </p>
            <form method="post" action={link(desk.assignment, { edition: task.edition, assignment: task.id })}>
              <button className="quiet" aria-label={say.about(say.assignments.done, task.task)}>
                {say.assignments.done}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </Part>
  )
}

/** What is there no more was deleted, and waits among the others that were. */
function DeletedLink({ headline }: { headline: string }): ReactNode {
  const say = useWords()
  return (
    <a className="line-story" href={desk.deletedDrafts} dir="auto">
      {headline || say.untitled}
    </a>
  )
}

function EditionLink({ edition, headline }: { edition: string; headline: string }): ReactNode {
  const say = useWords()
  return (
    <a className="line-story" href={link(desk.edition, { edition })} dir="auto">
      {headline || say.untitled}
    </a>
  )
}
