import type { ReactNode } from 'react'

import type { Finding } from '#newsroom/checks/finding.ts'
import type { Unsettled } from '#newsroom/review/count-unsettled.ts'
import type { PassageCounts } from '#newsroom/stories/passages/followed.ts'
import type { Scheduled } from '#newsroom/stories/release-store.ts'
import type { Writing } from '#newsroom/stories/read-writing.ts'
import { desk, link } from '#src/routes.ts'
import { dayInWords } from '#surfaces/ui/day.ts'

import { CheckPanel } from '../checks/check-panel.tsx'
import { momentInWords } from '../frame/moments.ts'
import { RefusedNote, RefusedPart, useIsRefused } from '../frame/refused-form.tsx'
import { SaidField } from '../frame/said-field.tsx'
import { StateMark } from '../frame/state-mark.tsx'
import { WayBack } from '../frame/way-back.tsx'
import { HowFar } from '../translations/how-far.tsx'
import { useWords } from '../words/use-words.ts'
import type { TypedWishes } from './release-form.tsx'
import { ReleaseForm } from './release-form.tsx'

type Props = {
  writing: Writing
  timeZone: string
  now: Date
  needsReason: boolean
  findings: Finding[]
  unreviewed: number
  /** What is still open about the text. */
  unsettled: Unsettled
  /** How far a translation follows its source; null for what is none. */
  follows: PassageCounts | null
  /** Whether readers have it now, whatever is scheduled beside it. */
  isOut: boolean
  /** What is to come before readers already. */
  scheduled: Scheduled | undefined
  typed: TypedWishes
  /** The day (YYYY-MM-DD) of its first publication, which a text from an archive keeps. */
  firstDay: string | undefined
}

/** Everything that puts a text before readers, or takes it from them. */
export function ReleasePage({
  writing,
  timeZone,
  now,
  needsReason,
  findings,
  unreviewed,
  unsettled,
  follows,
  isOut,
  scheduled,
  typed,
  firstDay,
}: Props): ReactNode {
  const say = useWords()
  const words = say.release
  const { edition, content } = writing
  const isLater = edition.shownFrom !== null && edition.shownFrom > now
  return (
    <div className="narrow">
      <WayBack href={link(desk.edition, { edition: edition.id })}>{words.back}</WayBack>
      <h1 lang={edition.language} dir="auto">
        {content.headline || say.untitled}
      </h1>
      <p className="release-facts">
        <StateMark state={edition.state} /> <span>{say.writing.revision(edition.revision)}</span>
      </p>
      <RefusedNote />
      {scheduled ? (
        <form method="post" action={link(desk.releaseOff, { edition: edition.id })} className="made line-act">
          <p>{words[scheduled.isEmbargoed ? 'embargoed' : 'scheduled'](momentInWords(scheduled.at, timeZone, say.language))}</p>
          <button className="quiet">{words.callOff}</button>
        </form>
      ) : null}
      {findings.length > 0 ? (
        <CheckPanel
          findings={findings}
          edition={edition.id}
          language={edition.language}
          textHref={link(desk.edition, { edition: edition.id })}
        />
      ) : null}
      {unreviewed > 0 ? (
        <p className="made" role="note">
          {say.translations.unreviewed(unreviewed)} <a href={link(desk.translation, { edition: edition.id })}>{say.translations.review}</a>
        </p>
      ) : null}
      {follows && follows.stale > 0 ? (
        <p className="made" role="note">
          <HowFar stale={follows.stale} waiting={0} machine={0} />{' '}
          <a href={`${link(desk.translation, { edition: edition.id })}?open=yes`}>{say.translations.sideBySide}</a>
        </p>
      ) : null}
      {firstDay === undefined ? null : (
        <p className="made" role="note">
          {words.keepsDate(dayInWords(firstDay, say.language))}
        </p>
      )}
      <ReleaseForm {...{ writing, timeZone, isOut, needsReason, typed, unsettled }} isScheduled={scheduled !== undefined} />
      {isOut || isLater ? <SlugForm edition={edition.id} slug={content.slug} /> : null}
      {isOut ? <WithdrawForm edition={edition.id} /> : null}
    </div>
  )
}

function WithdrawForm({ edition }: { edition: string }): ReactNode {
  const words = useWords().release
  const action = link(desk.withdrawal, { edition })
  return (
    <details className="release-other" open={useIsRefused(action)}>
      <summary>{words.withdraw}</summary>
      <form method="post" action={action} className="fields">
        <p className="help">{words.withdrawMeans}</p>
        <RefusedPart form={action}>
          <SaidField name="reason" label={words.withdrawReason} rows={2} required maxLength={2000} dir="auto" />
        </RefusedPart>
        <button className="quiet">{words.withdraw}</button>
      </form>
    </details>
  )
}

function SlugForm({ edition, slug }: { edition: string; slug: string }): ReactNode {
  const say = useWords()
  const words = say.release
  const action = link(desk.slug, { edition })
  return (
    <details className="release-other" open={useIsRefused(action)}>
      <summary>{words.slug}</summary>
      <form method="post" action={action} className="fields">
        <RefusedPart form={action}>
          <SaidField name="slug" label={say.writing.address} value={slug} help={words.slugHelp} required maxLength={120} dir="ltr" />
        </RefusedPart>
        <button className="quiet">{words.slugSave}</button>
      </form>
    </details>
  )
}
