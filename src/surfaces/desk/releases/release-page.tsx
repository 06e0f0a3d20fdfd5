import type { ReactNode } from 'react'

import type { Writing } from '#newsroom/stories/read-writing.ts'
import { desk, link } from '#src/routes.ts'

import { momentInWords, wallIn } from '../frame/moments.ts'
import { useWords } from '../words/use-words.ts'

type Props = { writing: Writing; timeZone: string; now: Date; needsReason: boolean; failure?: string }

/** Everything that puts a text before readers, or takes it from them. */
export function ReleasePage({ writing, timeZone, now, needsReason, failure }: Props): ReactNode {
  const say = useWords()
  const words = say.release
  const { edition, content } = writing
  const isOut = edition.shownFrom !== null && edition.shownFrom <= now && !(edition.shownUntil && edition.shownUntil <= now)
  const isLater = edition.shownFrom !== null && edition.shownFrom > now
  return (
    <div className="narrow">
      <p>
        <a href={link(desk.edition, { edition: edition.id })}>{words.back}</a>
      </p>
      <h1 lang={edition.language} dir="auto">
        {content.headline || say.untitled}
      </h1>
      {failure ? (
        <p className="failure" role="alert">
          {failure}
        </p>
      ) : null}
      {isLater && edition.shownFrom ? (
        <form method="post" action={link(desk.releaseOff, { edition: edition.id })} className="fields">
          <p>{words.scheduled(momentInWords(edition.shownFrom, timeZone, say.language))}</p>
          <button className="quiet">{words.callOff}</button>
        </form>
      ) : null}
      <ReleaseForm {...{ writing, timeZone, isOut, needsReason }} />
      {isOut || isLater ? <WithdrawForm edition={edition.id} /> : null}
      {isOut || isLater ? <SlugForm edition={edition.id} slug={content.slug} /> : null}
    </div>
  )
}

function ReleaseForm({
  writing,
  timeZone,
  isOut,
  needsReason,
}: {
  writing: Writing
  timeZone: string
  isOut: boolean
  needsReason: boolean
}): ReactNode {
  const words = useWords().release
  const { edition, plannedFor } = writing
  return (
    <form method="post" action={link(desk.release, { edition: edition.id })} className="fields">
      <input type="hidden" name="revision" value={edition.revision} />
      <fieldset>
        <legend>{words.title}</legend>
        <Choice name="when" value="now" label={words.now} isChosen={plannedFor === null} />
        <Choice name="when" value="later" label={words.later} isChosen={plannedFor !== null} />
        <label>
          <span>{words.at(timeZone)}</span>
          <input type="datetime-local" name="at" defaultValue={plannedFor ? wallIn(plannedFor, timeZone) : ''} data-moment={timeZone} />
        </label>
        <label className="tick">
          <input type="checkbox" name="isEmbargoed" value="yes" /> <span>{words.embargo}</span>
        </label>
        <label>
          <span>{words.until}</span>
          <input type="datetime-local" name="until" data-moment={timeZone} />
        </label>
      </fieldset>
      {isOut ? (
        <fieldset>
          <legend>{words.alreadyOut}</legend>
          <Choice name="note-kind" value="minor" label={words.minor} isChosen={false} />
          <Choice name="note-kind" value="correction" label={words.correction} isChosen />
          <label>
            <span>{words.note}</span>
            <textarea name="correction" rows={2} maxLength={2000} />
          </label>
        </fieldset>
      ) : null}
      {needsReason ? (
        <label>
          <span>{words.notCleared}</span>
          <input name="aloneBecause" required maxLength={2000} />
        </label>
      ) : null}
      <button>{words.do}</button>
    </form>
  )
}

function Choice({ name, value, label, isChosen }: { name: string; value: string; label: string; isChosen: boolean }): ReactNode {
  return (
    <label className="tick">
      <input type="radio" name={name} value={value} defaultChecked={isChosen} /> <span>{label}</span>
    </label>
  )
}

function WithdrawForm({ edition }: { edition: string }): ReactNode {
  const words = useWords().release
  return (
    <details>
      <summary>{words.withdraw}</summary>
      <form method="post" action={link(desk.withdrawal, { edition })} className="fields">
        <label>
          <span>{words.withdrawReason}</span>
          <textarea name="reason" required rows={2} maxLength={2000} />
        </label>
        <button className="quiet">{words.withdraw}</button>
      </form>
    </details>
  )
}

function SlugForm({ edition, slug }: { edition: string; slug: string }): ReactNode {
  const say = useWords()
  const words = say.release
  return (
    <details>
      <summary>{words.slug}</summary>
      <form method="post" action={link(desk.slug, { edition })} className="fields">
        <label>
          <span>{say.writing.address}</span>
          <input name="slug" defaultValue={slug} required maxLength={120} />
        </label>
        <p className="help">{words.slugHelp}</p>
        <button className="quiet">{words.slugSave}</button>
      </form>
    </details>
  )
}
