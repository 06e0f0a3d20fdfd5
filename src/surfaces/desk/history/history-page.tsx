import type { ReactNode } from 'react'

import type { ChangeOfRevision } from '#newsroom/desk-lists/find-changes-of.ts'
import type { ChangeAmount } from '#newsroom/stories/change-amount.ts'
import type { HeldEdition } from '#newsroom/stories/edition-store.ts'
import { dayIn } from '#newsroom/stories/live-edition.ts'
import type { StepOfRevision } from '#newsroom/stories/list-steps.ts'
import type { Scheduled } from '#newsroom/stories/release-store.ts'
import type { RevisionLine } from '#newsroom/stories/read-writing.ts'
import { desk, link } from '#src/routes.ts'

import { momentInWords, timeInWords } from '../frame/moments.ts'
import { toComeInWords } from '../frame/standing-in-words.ts'
import { TimeRail } from '../frame/time-rail.tsx'
import { WayBack } from '../frame/way-back.tsx'
import { stepInWords } from '../review/step-in-words.ts'
import type { DeskWords } from '../words/desk-words.ts'
import { useWords } from '../words/use-words.ts'

type Props = {
  edition: HeldEdition
  /** The revision that readers see now, and what they will see. */
  shownNow: number | null
  scheduled: Scheduled | undefined
  revisions: RevisionLine[]
  /** What was done with them, by their numbers. */
  steps: ReadonlyMap<number, StepOfRevision[]>
  /** Which of them were made by changes of many stories. */
  changes: ReadonlyMap<number, ChangeOfRevision>
  /** The number before which there are more, if there are. */
  olderThan: number | null
  timeZone: string
  seesAudit: boolean
}

/** The revisions of an edition, latest first, by day: whose each is, how much it changed, and what was done with it. */
export function HistoryPage({ edition, shownNow, scheduled, revisions, steps, changes, olderThan, timeZone, seesAudit }: Props): ReactNode {
  const say = useWords()
  const words = say.history
  return (
    <div className="railed">
      <WayBack href={link(desk.edition, { edition: edition.id })}>{say.release.back}</WayBack>
      <h1>
        {say.about(words.title, '')}
        <span lang={edition.language} dir="auto">
          {edition.headline || say.untitled}
        </span>
      </h1>
      <p className="help lead-in">{words.help}</p>
      {seesAudit ? (
        <p>
          <a href={`${desk.audit}?${new URLSearchParams({ kind: 'edition', object: edition.id })}`}>{say.audit.ofStory}</a>
        </p>
      ) : null}
      <TimeRail items={revisions} atOf={(revision) => revision.savedAt} keyOf={(revision) => revision.number} timeZone={timeZone}>
        {(revision) => (
          <Entry
            {...{ edition, shownNow, scheduled, revision, timeZone }}
            steps={steps.get(revision.number) ?? []}
            change={changes.get(revision.number)}
          />
        )}
      </TimeRail>
      {olderThan === null ? null : (
        <p>
          <a href={`${link(desk.history, { edition: edition.id })}?before=${olderThan}`}>{words.older}</a>
        </p>
      )}
    </div>
  )
}

type EntryProps = Pick<Props, 'edition' | 'shownNow' | 'scheduled' | 'timeZone'> & {
  revision: RevisionLine
  steps: StepOfRevision[]
  change: ChangeOfRevision | undefined
}

function Entry({ edition, shownNow, scheduled, revision, steps, change, timeZone }: EntryProps): ReactNode {
  const say = useWords()
  const words = say.history
  const { number, name, savedBy, isAutosave, amount } = revision
  const isNamed = name !== null || steps.length > 0
  return (
    <div className={isNamed ? undefined : 'revision-unnamed'}>
      <p className="revision-line">
        <a href={link(desk.revision, { edition: edition.id, number: String(number) })}>{say.writing.revision(number)}</a>{' '}
        {name ? (
          <b className="revision-name" dir="auto">
            {name}
          </b>
        ) : null}{' '}
        {shownNow === number ? <span className="revision-shown">{words.shown}</span> : null}{' '}
        {scheduled?.revision === number ? <span className="revision-shown">{toComeInWords(scheduled, timeZone, say)}</span> : null}
      </p>
      {steps.length > 0 ? (
        <ul className="revision-steps">
          {steps.map((step) => (
            <li key={`${step.act} ${step.at.getTime()}`}>
              <b>
                {step.by} {stepInWords(step.act, say)}
              </b>
              , {momentInWords(step.at, timeZone, say.language)}
            </li>
          ))}
        </ul>
      ) : null}
      {amount ? <p>{amountInWords(amount, say)}</p> : null}
      {change ? (
        <p>{change.mayRead ? <a href={link(desk.change, { change: change.change })}>{say.lists.changed}</a> : say.lists.changed}</p>
      ) : null}
      <p className="line-about">
        {[savedBy, spanInWords(revision, timeZone, say), isAutosave ? words.autosave : words.saved]
          .filter((said) => said !== '')
          .join(', ')}
      </p>
    </div>
  )
}

function amountInWords({ added, removed, facts }: ChangeAmount, { history: words }: DeskWords): string {
  const said = [
    added > 0 ? words.wordsAdded(added) : '',
    removed > 0 ? words.wordsRemoved(removed) : '',
    facts > 0 ? words.factsChanged(facts) : '',
  ].filter((part) => part !== '')
  return said.length > 0 ? said.join(', ') : words.onlyLook
}

/** From when to when a run of autosaves went; '' for what was saved at once. */
function spanInWords({ beganAt, savedAt }: RevisionLine, timeZone: string, say: DeskWords): string {
  const inWords = dayIn(beganAt, timeZone) === dayIn(savedAt, timeZone) ? timeInWords : momentInWords
  const [from, to] = [inWords(beganAt, timeZone, say.language), inWords(savedAt, timeZone, say.language)]
  return from === to ? '' : say.history.fromTo(from, to)
}
