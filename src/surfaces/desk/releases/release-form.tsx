import type { ReactNode } from 'react'

import type { Writing } from '#newsroom/stories/read-writing.ts'
import { desk, link } from '#src/routes.ts'

import { Choice } from '../frame/choice.tsx'
import { wallIn } from '../frame/moments.ts'
import { useWords } from '../words/use-words.ts'

type Props = {
  writing: Writing
  timeZone: string
  isOut: boolean
  /** Nobody else has cleared this text, in a section that wants it. */
  needsReason: boolean
}

/** When readers see a text, how a change is told, and the button that does it. */
export function ReleaseForm({ writing, timeZone, isOut, needsReason }: Props): ReactNode {
  const words = useWords().release
  const { edition, plannedFor } = writing
  return (
    <form method="post" action={link(desk.release, { edition: edition.id })} className="fields">
      <input type="hidden" name="revision" value={edition.revision} />
      <fieldset className="options">
        <legend>{words.when}</legend>
        <Choice name="when" value="now" label={words.now} means={words.nowMeans} isChosen={plannedFor === null} />
        <Choice name="when" value="later" label={words.later} means={words.laterMeans} isChosen={plannedFor !== null}>
          <label>
            <span>{words.at(timeZone)}</span>
            <input type="datetime-local" name="at" defaultValue={plannedFor ? wallIn(plannedFor, timeZone) : ''} data-moment={timeZone} />
          </label>
          <label className="tick">
            <input type="checkbox" name="isEmbargoed" value="yes" /> <span>{words.embargo}</span>
          </label>
        </Choice>
      </fieldset>
      {isOut ? <Telling /> : null}
      <div>
        <label>
          <span>{words.until}</span>
          <input type="datetime-local" name="until" data-moment={timeZone} aria-describedby="until-means" />
        </label>
        <p className="help" id="until-means">
          {words.untilMeans}
        </p>
      </div>
      {needsReason ? (
        <label>
          <span>{words.notCleared}</span>
          <input name="aloneBecause" required maxLength={2000} dir="auto" />
        </label>
      ) : null}
      <button className="release-do">{words.do}</button>
    </form>
  )
}

/** How readers are told of a change to what they have already seen. */
function Telling(): ReactNode {
  const words = useWords().release
  return (
    <fieldset className="options">
      <legend>{words.alreadyOut}</legend>
      <Choice name="note-kind" value="correction" label={words.correction} means={words.correctionMeans} isChosen>
        <label>
          <span>{words.note}</span>
          <textarea name="correction" rows={2} maxLength={2000} dir="auto" />
        </label>
      </Choice>
      <Choice name="note-kind" value="minor" label={words.minor} means={words.minorMeans} isChosen={false} />
    </fieldset>
  )
}
