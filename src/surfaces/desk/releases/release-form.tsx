import type { ReactNode } from 'react'

import type { Unsettled } from '#newsroom/review/count-unsettled.ts'
import type { Writing } from '#newsroom/stories/read-writing.ts'
import { desk, link } from '#src/routes.ts'

import { Choice } from '../frame/choice.tsx'
import { OpenEnds } from '../review/open-ends.tsx'
import { useWords } from '../words/use-words.ts'

type Props = {
  writing: Writing
  timeZone: string
  isOut: boolean
  /** Nobody else has cleared this text, in a section that wants it. */
  needsReason: boolean
  isScheduled: boolean
  unsettled: Unsettled
  typed: TypedWishes
}

/** What the form holds; moments as a clock in the newsroom's zone shows them. */
export type TypedWishes = {
  isLater: boolean
  at: string
  until: string
  isEmbargoed: boolean
  isMinor: boolean
  correction: string
  aloneBecause: string
}

/** When readers see a text, how a change is told, and the button that does it. */
export function ReleaseForm({ writing, timeZone, isOut, needsReason, isScheduled, unsettled, typed }: Props): ReactNode {
  const words = useWords().release
  const { edition } = writing
  return (
    <form method="post" action={link(desk.release, { edition: edition.id })} className="fields">
      <input type="hidden" name="revision" value={edition.revision} />
      <fieldset className="options">
        <legend>{words.when}</legend>
        <Choice name="when" value="now" label={words.now} means={words.nowMeans} isChosen={!typed.isLater} />
        <Choice name="when" value="later" label={words.later} means={words.laterMeans} isChosen={typed.isLater}>
          <label>
            <span>{words.at(timeZone)}</span>
            <input type="datetime-local" name="at" defaultValue={typed.at} />
          </label>
          <label className="tick">
            <input type="checkbox" name="isEmbargoed" value="yes" defaultChecked={typed.isEmbargoed} /> <span>{words.embargo}</span>
          </label>
        </Choice>
      </fieldset>
      {isOut ? <Telling typed={typed} /> : null}
      <div>
        <label>
          <span>{words.until}</span>
          <input type="datetime-local" name="until" defaultValue={typed.until} aria-describedby="until-means" />
        </label>
        <p className="help" id="until-means">
          {words.untilMeans(timeZone)}
        </p>
      </div>
      {needsReason ? (
        <label>
          <span>{words.notCleared}</span>
          <input name="aloneBecause" required maxLength={2000} dir="auto" defaultValue={typed.aloneBecause} />
        </label>
      ) : null}
      <OpenEnds {...unsettled} textHref={link(desk.edition, { edition: edition.id })} />
      <button className="release-do">
        <span className="of-now">{words.do}</span>
        <span className="of-later">{isScheduled ? words.reschedule : words.schedule}</span>
      </button>
    </form>
  )
}

/** How readers are told of a change to what they have already seen. */
function Telling({ typed }: { typed: TypedWishes }): ReactNode {
  const words = useWords().release
  return (
    <fieldset className="options">
      <legend>{words.alreadyOut}</legend>
      <Choice name="note-kind" value="correction" label={words.correction} means={words.correctionMeans} isChosen={!typed.isMinor}>
        <label>
          <span>{words.note}</span>
          <textarea name="correction" rows={2} maxLength={2000} dir="auto" defaultValue={typed.correction} />
        </label>
      </Choice>
      <Choice name="note-kind" value="minor" label={words.minor} means={words.minorMeans} isChosen={typed.isMinor} />
    </fieldset>
  )
}
