import type { ReactNode } from 'react'

import type { EditionLine } from '#newsroom/desk-lists/edition-line.ts'
import { dayIn } from '#newsroom/stories/live-edition.ts'
import { dayInWords } from '#surfaces/ui/day.ts'
import { directionOf, ownName } from '#surfaces/ui/in-words.ts'
import { desk, link } from '#src/routes.ts'

import type { Standing } from '../frame/standing-in-words.ts'
import { standingInWords } from '../frame/standing-in-words.ts'
import { Moment, StateMark } from '../frame/state-mark.tsx'
import { useWords } from '../words/use-words.ts'

/** Which moment counts. */
export type When = 'saved' | 'planned' | 'released'

type Names = { sectionOf(id: string): string; projectOf(id: string): string; timeZone: string; hasLanguages: boolean }

/** Editions as a table with a keyboard path; `when` says which moment counts in this list. */
export function EditionTable({
  lines,
  names,
  caption,
  when = 'saved',
  act,
  isPicking = false,
  ticked,
}: {
  lines: EditionLine[]
  names: Names
  caption: string
  when?: When
  /** What to do with a line, beside it. */
  act?: (line: EditionLine) => ReactNode
  /** Each line has a box to tick, for the form that the table stands in. */
  isPicking?: boolean
  /** Whose box is ticked. */
  ticked?: ReadonlySet<string> | undefined
}): ReactNode {
  const say = useWords()
  return (
    <div className="lines-box">
      <table className="lines" data-lines>
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            {isPicking ? (
              <th scope="col" className="col-pick">
                <span className="unseen">{say.lists.pick}</span>
              </th>
            ) : null}
            <th scope="col" className="col-headline">
              <span>{say.list.headline}</span>
            </th>
            <th scope="col" className="col-state">
              <span>{say.list.state}</span>
            </th>
            {names.hasLanguages ? (
              <th scope="col" className="col-language">
                <span>{say.list.language}</span>
              </th>
            ) : null}
            <th scope="col" className="col-when">
              <span>{when === 'released' ? say.lists.released : say.list[when]}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.edition}>
              {isPicking ? <Pick line={line} isTicked={ticked?.has(line.edition) ?? false} /> : null}
              <th scope="row">
                <a href={link(desk.edition, { edition: line.edition })} lang={line.language} dir={directionOf(line.language)}>
                  {line.headline || say.untitled}
                </a>
                <span className="line-about">{aboutOf(line, names)}</span>
              </th>
              <td>
                <StateMark state={line.state} />
                <DraftMark line={line} timeZone={names.timeZone} />
                {when === 'released' ? null : <ReleaseDay line={line} timeZone={names.timeZone} />}
              </td>
              {names.hasLanguages ? <td>{ownName(line.language)}</td> : null}
              <td className="line-when">
                <LineMoment line={line} when={when} timeZone={names.timeZone} />
                {act ? act(line) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Pick({ line, isTicked }: { line: EditionLine; isTicked: boolean }): ReactNode {
  const say = useWords()
  const label = say.lists.select(line.headline || say.untitled)
  return (
    <td className="col-pick">
      <input type="checkbox" name="edition" value={line.edition} defaultChecked={isTicked} aria-label={label} />
    </td>
  )
}

/** Since which day readers have the story, whatever its state is now. */
function ReleaseDay({ line: { state, publishedAt, toCome }, timeZone }: { line: EditionLine; timeZone: string }): ReactNode {
  const say = useWords()
  if (!publishedAt || (toCome && publishedAt >= toCome.at)) return null
  const day = dayInWords(dayIn(publishedAt, timeZone), say.language)
  return <span className="line-about">{state === 'released' ? day : say.lists.releasedOn(day)}</span>
}

/** What readers have of it, or will, where its state alone does not say so. */
export function DraftMark({ line, timeZone }: { line: Standing; timeZone: string }): ReactNode {
  const said = standingInWords(line, timeZone, useWords())
  return said === '' ? null : <span className="line-about">{said}</span>
}

function LineMoment({ line, when, timeZone }: { line: EditionLine; when: When; timeZone: string }): ReactNode {
  const say = useWords()
  const at = { planned: line.plannedFor, released: line.publishedAt, saved: null }[when] ?? line.savedAt
  return (
    <>
      <Moment at={at} timeZone={timeZone} />
      {when === 'saved' && line.savedBy ? <span className="line-about">{say.list.by(line.savedBy)}</span> : null}
    </>
  )
}

function aboutOf(line: EditionLine, names: Names): string {
  const section = line.section ? [names.sectionOf(line.section)] : []
  return [...section, ...line.projects.map(names.projectOf)].filter((name) => name !== '').join(' · ')
}
