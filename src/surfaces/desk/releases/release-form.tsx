import type { ReactNode } from 'react'

import type { Unsettled } from '#newsroom/review/count-unsettled.ts'
import type { Writing } from '#newsroom/stories/read-writing.ts'
import { desk, link } from '#src/routes.ts'

import { Choice } from '../frame/choice.tsx'
import { RefusedPart } from '../frame/refused-form.tsx'
import { SaidField } from '../frame/said-field.tsx'
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
  const action = link(desk.release, { edition: edition.id })
  return (
    <form method="post" action={action} className="fields">
      <RefusedPart form={action}>
        <input type="hidden" name="revision" value={edition.revision} />
        <fieldset className="options">
          <legend>{words.when}</legend>
          <Choice name="when" value="now" label={words.now} means={words.nowMeans} isChosen={!typed.isLater} />
          <Choice name="when" value="later" label={words.later} means={words.laterMeans} isChosen={typed.isLater}>
            <SaidField name="at" type="datetime-local" label={words.at(timeZone)} value={typed.at} />
            <label className="tick">
              <input type="checkbox" name="isEmbargoed" value="yes" defaultChecked={typed.isEmbargoed} /> <span>{words.embargo}</span>
            </label>
          </Choice>
        </fieldset>
        {isOut ? <Telling typed={typed} /> : null}
        <SaidField name="until" type="datetime-local" label={words.until} value={typed.until} help={words.untilMeans(timeZone)} />
        {needsReason ? (
          <SaidField name="aloneBecause" label={words.notCleared} value={typed.aloneBecause} required maxLength={2000} dir="auto" />
        ) : null}
      </RefusedPart>
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
        <SaidField name="correction" label={words.note} value={typed.correction} rows={2} maxLength={2000} dir="auto" />
      </Choice>
      <Choice name="note-kind" value="minor" label={words.minor} means={words.minorMeans} isChosen={typed.isMinor} />
    </fieldset>
  )
}
