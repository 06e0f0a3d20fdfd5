import type { ReactNode } from 'react'

import { wallTime } from '#lib/wall-time.ts'
import type { Writing } from '#newsroom/stories/read-writing.ts'
import { desk, link } from '#src/routes.ts'

import { momentInWords } from '../frame/moments.ts'
import { StateMark } from '../frame/state-mark.tsx'
import { TimeRail } from '../frame/time-rail.tsx'
import { useWords } from '../words/use-words.ts'
import type { Rights } from './rights.ts'

type Props = { writing: Writing; rights: Rights; timeZone: string; now: Date }

/** Where a text stands, and the one step that comes next; the others are there, but quieter. */
export function StatePanel({ writing, rights, timeZone, now }: Props): ReactNode {
  const say = useWords()
  const words = say.review
  const { edition, plannedFor } = writing
  const isOverdue = plannedFor !== null && plannedFor <= now
  return (
    <section className="panel" aria-labelledby="state-title">
      <h2 className="panel-state" id="state-title" tabIndex={-1}>
        <span>{words.title}</span> <StateMark state={edition.state} />
      </h2>
      <Shown writing={writing} timeZone={timeZone} now={now} />
      <LastWord writing={writing} />
      {isOverdue ? <p className="failure">{words.overdue}</p> : null}
      <NextStep writing={writing} rights={rights} />
      <OtherSteps writing={writing} rights={rights} timeZone={timeZone} />
      {writing.steps.length > 0 ? (
        <details>
          <summary>{words.steps}</summary>
          <TimeRail items={writing.steps} atOf={(step) => step.at} keyOf={(step) => step.id} timeZone={timeZone}>
            {(step) => (
              <>
                <p>
                  {step.by} {step.act in words.acts ? words.acts[step.act as keyof typeof words.acts] : step.act}{' '}
                  <span className="line-about">{say.writing.revision(step.revision)}</span>
                </p>
                {step.reason ? (
                  <p className="said" dir="auto">
                    {step.reason}
                  </p>
                ) : null}
              </>
            )}
          </TimeRail>
        </details>
      ) : null}
    </section>
  )
}

/** Why a text is where it is, as whoever brought it there said: what should change, what the editors should know, why readers lost it. */
function LastWord({ writing: { edition, steps } }: { writing: Writing }): ReactNode {
  const words = useWords().review
  const [last] = steps
  const gone =
    edition.shown === null ? steps.find(({ act }) => act === 'withdrawn' || act === 'released' || act === 'scheduled') : undefined
  const said =
    (edition.state === 'draft' && last?.act === 'sent back') || (edition.state === 'in review' && last?.act === 'sent') ? last : undefined
  return (
    <>
      {said?.reason ? (
        <div className="made last-word">
          <p>{words.said[said.act === 'sent' ? 'sent' : 'sentBack'](said.by)}</p>
          <p className="said" dir="auto">
            {said.reason}
          </p>
        </div>
      ) : null}
      {gone?.act === 'withdrawn' ? (
        <div className="made last-word">
          <p>{words.said.withdrawn(gone.by)}</p>
          <p className="said" dir="auto">
            {gone.reason}
          </p>
        </div>
      ) : null}
    </>
  )
}

function Shown({ writing: { edition, publicPath }, timeZone, now }: { writing: Writing; timeZone: string; now: Date }): ReactNode {
  const say = useWords()
  const { shown, shownFrom, shownUntil } = edition
  if (shown === null || shownFrom === null) return null
  return (
    <p>
      {shownFrom <= now ? say.writing.readersSee(shown) : say.writing.willSee(shown, momentInWords(shownFrom, timeZone, say.language))}{' '}
      {shownUntil ? say.writing.endsAt(momentInWords(shownUntil, timeZone, say.language)) : null}{' '}
      {publicPath !== null && shownFrom <= now && !(shownUntil && shownUntil <= now) ? (
        <a href={publicPath} data-turbo="false">
          {say.review.seeIt}
        </a>
      ) : null}
    </p>
  )
}

function NextStep({ writing: { edition }, rights }: { writing: Writing; rights: Rights }): ReactNode {
  const words = useWords().review
  const to = { edition: edition.id }
  if (edition.state === 'draft' && rights.maySend && (!rights.mayEdit || rights.isAlone)) return <SendForm edition={edition.id} />
  if (rights.mayEdit && edition.state === 'in review') return <ClearForm edition={edition.id} revision={edition.revision} rights={rights} />
  if (!rights.mayEdit) return null
  return (
    <a className="button" href={link(desk.release, to)}>
      {words.release}
    </a>
  )
}

function OtherSteps({
  writing: { edition, plannedFor },
  rights,
  timeZone,
}: {
  writing: Writing
  rights: Rights
  timeZone: string
}): ReactNode {
  const words = useWords().review
  const isAway = edition.state === 'in review' || edition.state === 'cleared'
  const others = [
    rights.maySend && edition.state === 'draft' && rights.mayEdit && !rights.isAlone ? (
      <SendForm key="send" edition={edition.id} isQuiet />
    ) : null,
    rights.mayEdit && edition.state === 'draft' ? (
      <ClearForm key="clear" edition={edition.id} revision={edition.revision} rights={rights} isQuiet />
    ) : null,
    rights.mayEdit && isAway ? <SendBackForm key="back" edition={edition.id} /> : null,
    rights.mayTakeBack && isAway ? (
      <form key="take" method="post" action={link(desk.reviewBack, { edition: edition.id })}>
        <button className="quiet">{words.takeBack}</button>
      </form>
    ) : null,
    rights.mayPlan ? <PlanForm key="plan" edition={edition.id} plannedFor={plannedFor} timeZone={timeZone} /> : null,
  ].filter((one) => one !== null)
  if (others.length === 0) return null
  return (
    <details>
      <summary>{words.more}</summary>
      {others}
    </details>
  )
}

function SendForm({ edition, isQuiet = false }: { edition: string; isQuiet?: boolean }): ReactNode {
  const words = useWords().review
  return (
    <form method="post" action={link(desk.review, { edition })} className="fields" data-after-save>
      <label>
        <span>{words.sendWords}</span>
        <input name="words" maxLength={500} dir="auto" />
      </label>
      <button className={isQuiet ? 'quiet' : undefined}>{words.send}</button>
    </form>
  )
}

function ClearForm({
  edition,
  revision,
  rights,
  isQuiet = false,
}: {
  edition: string
  revision: number
  rights: Rights
  isQuiet?: boolean
}): ReactNode {
  const words = useWords().review
  return (
    <form method="post" action={link(desk.clearance, { edition })} className="fields" data-after-save>
      <input type="hidden" name="revision" value={revision} data-revision />
      {rights.isAlone ? (
        <>
          <p className="help">{words.ownText}</p>
          <label>
            <span>{words.aloneReason}</span>
            <input name="aloneBecause" required maxLength={2000} dir="auto" />
          </label>
        </>
      ) : null}
      <button className={isQuiet || rights.isAlone ? 'quiet' : undefined}>{rights.isAlone ? words.clearAlone : words.clear}</button>
    </form>
  )
}

function SendBackForm({ edition }: { edition: string }): ReactNode {
  const words = useWords().review
  return (
    <form method="post" action={link(desk.sentBack, { edition })} className="fields">
      <label>
        <span>{words.sendBackReason}</span>
        <textarea name="reason" required rows={2} maxLength={2000} dir="auto" />
      </label>
      <button className="quiet">{words.sendBack}</button>
    </form>
  )
}

function PlanForm({ edition, plannedFor, timeZone }: { edition: string; plannedFor: Date | null; timeZone: string }): ReactNode {
  const words = useWords().review
  return (
    <form method="post" action={link(desk.plan, { edition })} className="fields">
      <label>
        <span>
          {words.plan} ({timeZone})
        </span>
        <input type="datetime-local" name="at" defaultValue={plannedFor ? wallTime(plannedFor, timeZone) : ''} data-moment={timeZone} />
      </label>
      <button className="quiet">{words.planSave}</button>
    </form>
  )
}
