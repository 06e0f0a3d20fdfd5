import type { ReactNode } from 'react'

import type { ChangeReport } from '#newsroom/desk-lists/read-change.ts'
import type { ChangeOutcome } from '#newsroom/desk-lists/story-change.ts'
import { desk, link } from '#src/routes.ts'
import { directionOf } from '#surfaces/ui/in-words.ts'

import { Moment } from '../frame/state-mark.tsx'
import { WayBack } from '../frame/way-back.tsx'
import { useWords } from '../words/use-words.ts'

type Props = {
  change: ChangeReport
  /** What was done, in a line. */
  what: string
  timeZone: string
  /** What the list was asked that it was made from. */
  query: string
}

// What somebody has to look at comes first.
const shownFirst: ChangeOutcome[] = ['waiting', 'left', 'draft', 'released', 'saved', 'assigned', 'undone', 'same']

/** What became of each story that was to be changed, and the way back. */
export function ChangePage({ change, what, timeZone, query }: Props): ReactNode {
  const say = useWords()
  const words = say.lists
  const path = { change: change.id }
  const waits = change.items.some(({ outcome }) => outcome === 'waiting')
  return (
    <>
      <WayBack href={query === '' ? desk.stories : `${desk.stories}?${query}`}>{say.stories}</WayBack>
      <h1>{words.changed}</h1>
      <p>
        <b>{what}</b>
      </p>
      <p className="help">
        {change.by}, <Moment at={change.begunAt} timeZone={timeZone} />
      </p>
      {waits ? (
        <form method="post" action={link(desk.change, path)} className="line-act">
          <output>{words.change.stopped}</output>
          <input type="hidden" name="query" value={query} />
          <button data-turbo-submits-with={words.change.runs}>{words.change.goOn}</button>
        </form>
      ) : null}
      {change.mayUndo ? (
        <form method="post" action={link(desk.changeOff, path)} className="line-act">
          <input type="hidden" name="query" value={query} />
          <button className="quiet" data-turbo-submits-with={words.change.undoRuns}>
            {words.change.undo}
          </button>
          <p className="help">{words.change.undoMeans}</p>
        </form>
      ) : null}
      {shownFirst.map((outcome) => (
        <Outcome key={outcome} outcome={outcome} items={change.items.filter((item) => item.outcome === outcome)} />
      ))}
    </>
  )
}

function Outcome({ outcome, items }: { outcome: ChangeOutcome; items: ChangeReport['items'] }): ReactNode {
  const say = useWords()
  const { outcomes, reasons, otherReason } = say.lists
  if (items.length === 0) return null
  const said: Readonly<Record<string, string>> = reasons
  return (
    <section className="part" aria-labelledby={`outcome-${outcome}`}>
      <h2 id={`outcome-${outcome}`}>{outcomes[outcome](items.length)}</h2>
      <ul className="notices">
        {items.map((item) => (
          <li key={item.edition}>
            <p>
              <a
                className="line-story"
                href={link(desk.edition, { edition: item.edition })}
                lang={item.language}
                dir={directionOf(item.language)}
              >
                {item.headline || say.untitled}
              </a>
            </p>
            {item.reason ? <p className="line-about">{said[item.reason] ?? otherReason}</p> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
