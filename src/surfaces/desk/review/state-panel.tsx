import type { ReactNode } from 'react'

import { wallTime } from '#lib/wall-time.ts'
import type { Refusal } from '#newsroom/private-links/find-refusals.ts'
import type { Unsettled } from '#newsroom/review/count-unsettled.ts'
import type { HeldEdition } from '#newsroom/stories/edition-store.ts'
import type { Writing } from '#newsroom/stories/read-writing.ts'
import { desk, link } from '#src/routes.ts'

import { momentInWords } from '../frame/moments.ts'
import { RefusedPart, useAreRefused } from '../frame/refused-form.tsx'
import { SaidField } from '../frame/said-field.tsx'
import { StateMark } from '../frame/state-mark.tsx'
import { TimeRail } from '../frame/time-rail.tsx'
import { useWords } from '../words/use-words.ts'
import { OpenEnds } from './open-ends.tsx'
import type { Rights } from './rights.ts'
import { stepInWords } from './step-in-words.ts'

export type StateProps = {
  writing: Writing
  rights: Rights
  /** What is still open about the text. */
  unsettled: Unsettled
  /** Who was told when it was sent for review; undefined where it does not wait since. */
  told: string[] | undefined
  timeZone: string
  now: Date
}

/** Where a text stands, and the one step that comes next; the others are there, but quieter. */
export function StatePanel({ writing, rights, unsettled, told, timeZone, now }: StateProps): ReactNode {
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
      {unsettled.refusals.map((refusal) => (
        <RefusalBox key={refusal.id} refusal={refusal} />
      ))}
      {told ? <Told names={told} rights={rights} /> : null}
      {isOverdue ? <p className="failure">{words.overdue}</p> : null}
      <NextStep {...{ writing, rights, unsettled }} />
      <OtherSteps {...{ writing, rights, unsettled, timeZone }} />
      {writing.steps.length > 0 ? (
        <details>
          <summary>{words.steps}</summary>
          <TimeRail items={writing.steps} atOf={(step) => step.at} keyOf={(step) => step.id} timeZone={timeZone}>
            {(step) => (
              <>
                <p>
                  {step.by} {stepInWords(step.act, say)} <span className="line-about">{say.writing.revision(step.revision)}</span>
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

/** Somebody outside does not approve a text that they were shown, and why; it forbids nothing. */
function RefusalBox({ refusal: { thread, forWhom, revision, words } }: { refusal: Refusal }): ReactNode {
  const { refused } = useWords().review
  const said = refused(forWhom, revision)
  return (
    <div className="made last-word">
      <p>{thread === null ? said : <a href={`#thread-${thread}`}>{said}</a>}</p>
      <p className="said" dir="auto">
        {words}
      </p>
    </div>
  )
}

function Shown({ writing: { edition, publicPath }, timeZone, now }: { writing: Writing; timeZone: string; now: Date }): ReactNode {
  const say = useWords()
  const { shown, shownFrom, shownUntil } = edition
  if (shown === null || shownFrom === null) return null
  const from = momentInWords(shownFrom, timeZone, say.language)
  if (shownUntil && shownUntil <= now) return <p>{say.writing.sawUntil(shown, momentInWords(shownUntil, timeZone, say.language))}</p>
  if (shownFrom > now && shown !== edition.revision) return <output className="made">{say.writing.stillGoesOut(shown, from)}</output>
  return (
    <p>
      {shownFrom <= now ? say.writing.readersSee(shown) : say.writing.willSee(shown, from)}{' '}
      {shownUntil ? say.writing.endsAt(momentInWords(shownUntil, timeZone, say.language)) : null}{' '}
      {publicPath !== null && shownFrom <= now ? (
        <a href={publicPath} data-turbo="false">
          {say.review.seeIt}
        </a>
      ) : null}
    </p>
  )
}

/** Who waits for it now, or what to do where nobody could be told. */
function Told({ names, rights }: { names: string[]; rights: Rights }): ReactNode {
  const words = useWords().review
  const [first, ...others] = names
  return (
    <output className="told">
      {first === undefined ? (rights.mayEdit ? words.nobodyToldClear : words.nobodyTold) : words.told(first, others.length)}
    </output>
  )
}

type StepProps = Pick<StateProps, 'writing' | 'rights' | 'unsettled'>

/** What most sensibly comes next, for whoever looks; nothing else on the page is as loud. */
function NextStep({ writing: { edition }, rights, unsettled }: StepProps): ReactNode {
  if (edition.state === 'draft') return rights.maySend ? <SendForm edition={edition.id} /> : null
  if (!rights.mayEdit) return null
  if (edition.state === 'in review') return <ClearForm {...{ edition, rights, unsettled }} />
  return (
    <>
      {edition.state === 'cleared' ? <OpenEnds {...unsettled} /> : null}
      <ReleaseLink edition={edition.id} isQuiet={edition.state !== 'cleared'} />
    </>
  )
}

function OtherSteps({ writing, rights, unsettled, timeZone }: StepProps & { timeZone: string }): ReactNode {
  const { edition, plannedFor } = writing
  const say = useWords()
  const words = say.review
  const path = { edition: edition.id }
  const isRefused = useAreRefused([link(desk.clearance, path), link(desk.sentBack, path), link(desk.plan, path)])
  const isAway = edition.state === 'in review' || edition.state === 'cleared'
  const isUncleared = edition.state === 'draft' || edition.state === 'in review'
  const others = [
    rights.mayEdit && edition.state === 'draft' ? <ClearForm key="clear" {...{ edition, rights, unsettled }} isQuiet /> : null,
    rights.mayEdit && isAway ? <SendBackForm key="back" edition={edition.id} /> : null,
    rights.mayTakeBack && isAway ? (
      <form key="take" method="post" action={link(desk.reviewBack, { edition: edition.id })}>
        <button className="quiet">{words.takeBack}</button>
      </form>
    ) : null,
    rights.mayPlan ? <PlanForm key="plan" edition={edition.id} plannedFor={plannedFor} timeZone={timeZone} /> : null,
    rights.mayEdit && isUncleared ? (
      <div key="release" className="other-step">
        <p className="help">{words.releaseUncleared}</p>
        <ReleaseLink edition={edition.id} isQuiet />
      </div>
    ) : null,
    rights.mayDelete && wasNeverOut(writing) ? (
      <div key="delete" className="other-step">
        <a className="button quiet danger" href={link(desk.deletion, { edition: edition.id })}>
          {say.deleted.delete}
        </a>
      </div>
    ) : null,
  ].filter((one) => one !== null)
  if (others.length === 0) return null
  return (
    <details open={isRefused}>
      <summary>{words.more}</summary>
      {others}
    </details>
  )
}

/** As far as its page knows; what the newsroom knows is asked before anything goes. */
const wasNeverOut = ({ edition, publicPath, steps }: Writing): boolean =>
  (publicPath === null || edition.state === 'scheduled') && !steps.some(({ act }) => act === 'released' || act === 'withdrawn')

function ReleaseLink({ edition, isQuiet }: { edition: string; isQuiet: boolean }): ReactNode {
  return (
    <a className={isQuiet ? 'button quiet' : 'button'} href={link(desk.release, { edition })}>
      {useWords().review.release}
    </a>
  )
}

function SendForm({ edition }: { edition: string }): ReactNode {
  const words = useWords().review
  return (
    <form method="post" action={link(desk.review, { edition })} className="fields" data-after-save>
      <RefusedPart form={link(desk.review, { edition })}>
        <SaidField name="words" label={words.sendWords} maxLength={500} dir="auto" />
      </RefusedPart>
      <button>{words.send}</button>
    </form>
  )
}

type ClearProps = { edition: HeldEdition; rights: Rights; unsettled: Unsettled; isQuiet?: boolean }

function ClearForm({ edition, rights, unsettled, isQuiet = false }: ClearProps): ReactNode {
  const words = useWords().review
  return (
    <form method="post" action={link(desk.clearance, { edition: edition.id })} className="fields" data-after-save>
      <input type="hidden" name="revision" value={edition.revision} data-revision />
      <input type="hidden" name="commentsSeen" value={unsettled.said} />
      {rights.isAlone ? (
        <>
          <p className="help">{words.ownText}</p>
          <RefusedPart form={link(desk.clearance, { edition: edition.id })}>
            <SaidField name="aloneBecause" label={words.aloneReason} required maxLength={2000} dir="auto" />
          </RefusedPart>
        </>
      ) : null}
      <OpenEnds {...unsettled} />
      <button className={isQuiet || rights.isAlone ? 'quiet' : undefined}>{rights.isAlone ? words.clearAlone : words.clear}</button>
    </form>
  )
}

function SendBackForm({ edition }: { edition: string }): ReactNode {
  const words = useWords().review
  return (
    <form method="post" action={link(desk.sentBack, { edition })} className="fields">
      <RefusedPart form={link(desk.sentBack, { edition })}>
        <SaidField name="reason" label={words.sendBackReason} rows={2} required maxLength={2000} dir="auto" />
      </RefusedPart>
      <button className="quiet">{words.sendBack}</button>
    </form>
  )
}

function PlanForm({ edition, plannedFor, timeZone }: { edition: string; plannedFor: Date | null; timeZone: string }): ReactNode {
  const words = useWords().review
  return (
    <form method="post" action={link(desk.plan, { edition })} className="fields">
      <RefusedPart form={link(desk.plan, { edition })}>
        <SaidField
          name="at"
          type="datetime-local"
          label={`${words.plan} (${timeZone})`}
          value={plannedFor ? wallTime(plannedFor, timeZone) : ''}
        />
      </RefusedPart>
      <button className="quiet">{words.planSave}</button>
    </form>
  )
}
