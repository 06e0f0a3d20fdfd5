import type { ReactNode } from 'react'

import type { OpenAssignment } from '#newsroom/assignments/find-assignments.ts'
import type { Finding } from '#newsroom/checks/finding.ts'
import type { Thread } from '#newsroom/comments/find-comments.ts'
import { isUnwritten } from '#newsroom/stories/is-unwritten.ts'
import { desk, link } from '#src/routes.ts'
import { directionOf, ownName } from '#surfaces/ui/in-words.ts'

import { CheckPanel } from '../checks/check-panel.tsx'
import type { Wanted } from '../checks/without-empty.ts'
import { Faults, FaultSummary } from '../frame/faults.tsx'
import { momentInWords } from '../frame/moments.ts'
import { RefusedNote } from '../frame/refused-form.tsx'
import type { Choice, RegisterChoices } from '../frame/register-names.ts'
import { StateMark } from '../frame/state-mark.tsx'
import { AssignmentPanel } from '../review/assignment-panel.tsx'
import { CommentPanel } from '../review/comment-panel.tsx'
import type { StateProps } from '../review/state-panel.tsx'
import { StatePanel } from '../review/state-panel.tsx'
import type { PanelProps } from '../translations/translations-panel.tsx'
import { TranslationsPanel } from '../translations/translations-panel.tsx'
import type { ShownFault } from '../words/faults-in-words.ts'
import { useWords } from '../words/use-words.ts'
import type { Chip } from './chips.ts'
import { ChipList } from './chip-list.tsx'
import { FactFields } from './fact-fields.tsx'
import type { HeldPen } from './held-pen.ts'
import { TextFields } from './text-fields.tsx'
import { addressesOf } from './writing-addresses.ts'

export type WritingProps = StateProps & {
  choices: RegisterChoices
  chips: Chip[]
  threads: Thread[]
  assignments: OpenAssignment[]
  /** Whoever may be asked to do something. */
  members: Choice[]
  /** The names of those who may read the story. */
  readers: string[]
  findings: Finding[]
  /** What is still empty where nobody has written yet. */
  wanted: Wanted[]
  translations: PanelProps
  activityTypes: { [type: string]: string }
  publicAddress: string
  failure?: string
  /** What of it was not kept, and how that was typed. */
  faults?: readonly ShownFault[]
  typed?: FormData
  /** Who reads the page, and the pen as they may know it. */
  member: string
  pen: HeldPen | null
}

/** A story as it is written: the text at the width readers will see, its facts beside it, its state always in words. */
export function WritingPage(props: WritingProps): ReactNode {
  const say = useWords()
  const words = say.writing
  const { writing, rights, failure, timeZone } = props
  const { edition, content } = writing
  const direction = directionOf(edition.language)
  return (
    <div
      className="writing"
      data-writing={edition.id}
      data-language={edition.language}
      data-direction={direction}
      data-member={props.member}
      data-may-write={rights.mayWrite ? '' : undefined}
      data-is-public={edition.shown === null ? undefined : ''}
      data-state={JSON.stringify(edition.state)}
      data-revision-now={edition.revision}
      data-pen={JSON.stringify(props.pen)}
      data-addresses={JSON.stringify(addressesOf(edition.id))}
    >
      <h1 className="unseen" lang={edition.language} dir="auto">
        {content.headline || say.untitled}
      </h1>
      <WritingBar writing={writing} timeZone={timeZone} />
      <div data-notice role="alert" className="writing-notice" hidden={!failure}>
        {failure}
      </div>
      <Faults value={props.faults ?? []}>
        <FaultSummary lead={say.failures.notKept} />
      </Faults>
      <RefusedNote />
      <div data-choices className="writing-choices" />
      <form
        id={formOf(edition.id)}
        method="post"
        action={link(desk.edition, { edition: edition.id })}
        className="writing-form"
        data-form
        data-turbo-permanent
        data-address={props.publicAddress}
        autoComplete="off"
      >
        <input type="hidden" name="madeFrom" defaultValue={edition.revision} data-plain />
        <input type="hidden" name="body" defaultValue={JSON.stringify(content.body)} data-body disabled />
        <TextPart {...props} />
        <aside className="facts-fields" aria-label={words.facts} tabIndex={rights.mayWrite ? undefined : 0}>
          <div data-panel="chips">
            <ChipList chips={rights.mayWrite ? props.chips : []} />
          </div>
          <fieldset disabled={!rights.mayWrite}>
            <legend className="unseen">{words.facts}</legend>
            <Faults value={props.faults ?? []}>
              <FactFields
                content={content}
                choices={props.choices}
                activityTypes={props.activityTypes}
                publicAddress={props.publicAddress}
                typed={props.typed}
              />
            </Faults>
          </fieldset>
          {rights.mayWrite ? (
            <button className="quiet" data-save>
              {words.save}
            </button>
          ) : (
            <p className="help">{words.readOnly}</p>
          )}
        </aside>
      </form>
      <WritingPanels {...props} />
    </div>
  )
}

/** The text itself, in its own language and direction. */
function TextPart({ writing: { edition, content }, rights }: WritingProps): ReactNode {
  const words = useWords().writing
  const direction = directionOf(edition.language)
  return (
    <fieldset className="text-fields" disabled={!rights.mayWrite} lang={edition.language} dir={direction}>
      <legend className="unseen">{words.text}</legend>
      <TextFields
        content={content}
        direction={direction}
        language={edition.language}
        isBegun={edition.revision > 1 || !isUnwritten(content)}
      />
    </fieldset>
  )
}

const formOf = (edition: string): string => `writing-${edition}`

/** The form in which what checks find is mended, for whoever may. */
export const mendedIn = ({ edition }: StateProps['writing'], { mayWrite }: StateProps['rights']): string | undefined =>
  mayWrite ? formOf(edition.id) : undefined

/** What is said, asked and found beside the text. */
function WritingPanels(props: WritingProps): ReactNode {
  const { writing, rights, timeZone } = props
  const { edition } = writing
  return (
    <div className="writing-panels">
      <div data-panel="state">
        <StatePanel {...props} />
      </div>
      <section className="panel kept-texts" data-kept hidden />
      <div data-panel="checks">
        <CheckPanel
          findings={props.findings}
          wanted={props.wanted}
          edition={edition.id}
          language={edition.language}
          form={mendedIn(writing, rights)}
        />
      </div>
      <AssignmentPanel edition={edition.id} assignments={props.assignments} members={props.members} mayAssign={rights.mayAssign} />
      <div data-panel="translations">
        <TranslationsPanel {...props.translations} />
      </div>
      <CommentPanel edition={edition.id} threads={props.threads} mayComment={rights.mayComment} timeZone={timeZone} names={props.readers} />
    </div>
  )
}

/** Where the text stands and whether it is safe, always in sight. */
function WritingBar({ writing, timeZone }: Pick<WritingProps, 'writing' | 'timeZone'>): ReactNode {
  const say = useWords()
  const words = say.writing
  const { edition } = writing
  return (
    <div className="writing-bar">
      <p className="writing-state">
        <span data-panel="mark">
          <StateMark state={edition.state} />
        </span>{' '}
        <span className="writing-detail" data-revision-shown>
          {words.revision(edition.revision)}
        </span>{' '}
        <span className="writing-detail">{ownName(edition.language)}</span>{' '}
        <output data-saved>{words.savedBy(writing.savedBy, momentInWords(writing.savedAt, timeZone, say.language))}</output>{' '}
        <output className="writing-detail" data-told />
      </p>
      <nav aria-label={words.ofThisText}>
        <a href={link(desk.history, { edition: edition.id })}>{words.history}</a>
        <a href={link(desk.preview, { edition: edition.id })}>{words.preview}</a>
        <a className="next-link" href="#state-title">
          {say.review.next}
        </a>
      </nav>
    </div>
  )
}
