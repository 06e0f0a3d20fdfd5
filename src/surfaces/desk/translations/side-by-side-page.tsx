import type { ReactNode } from 'react'

import { Patience } from '#lib/compare-texts.ts'
import { countPassages } from '#newsroom/stories/passages/followed.ts'
import { isOpen } from '#newsroom/translations/next-open.ts'
import type { SideBySide } from '#newsroom/translations/read-translation.ts'
import { desk, link } from '#src/routes.ts'
import { directionOf, ownName } from '#surfaces/ui/in-words.ts'

import { StateMark } from '../frame/state-mark.tsx'
import { WayBack } from '../frame/way-back.tsx'
import { useWords } from '../words/use-words.ts'
import type { HeldPen } from '../writing/held-pen.ts'
import { addressesOf } from '../writing/writing-addresses.ts'
import { HowFar } from './how-far.tsx'
import { PassageRow } from './passage-row.tsx'
import { SaveFoot } from './save-foot.tsx'
import { SeenFields, WholeActs } from './whole-acts.tsx'

export type SideBySideProps = {
  side: SideBySide
  /** What was typed before and could not be saved. */
  typed: ReadonlyMap<number, string>
  failure: string | undefined
  isOnlyOpen: boolean
  mayWrite: boolean
  /** The member who reads this: what they typed is kept for nobody else. */
  member: string
  pen: HeldPen | null
  /** Who saved the translation last, and when, in words. */
  saved: string
  translator: string | undefined
}

/** A translation beside its source: what is open stands out, and each passage is written where it stands. */
export function SideBySidePage(props: SideBySideProps): ReactNode {
  const say = useWords()
  const words = say.translations
  const { side, isOnlyOpen, mayWrite } = props
  const { source, target } = side
  const counts = countPassages(side.translation.passages)
  const to = { edition: target.id }
  return (
    <div {...(mayWrite && writingPlace(props))}>
      <WayBack href={link(desk.edition, to)}>{words.wholeText}</WayBack>
      <h1 lang={target.language} dir={directionOf(target.language)} data-panel="headline">
        {target.headline || say.untitled}
      </h1>
      <p className="release-facts">
        <span data-panel="mark">
          <StateMark state={target.state} />
        </span>{' '}
        <span>{words.madeFrom(ownName(source.language))}</span>{' '}
        <span data-panel="far">
          <HowFar {...counts} />
        </span>
      </p>
      <p className="help lead-in">
        {words.intro} {mayWrite ? <span className="with-script">{words.typingHelp}</span> : null}
      </p>
      <nav className="page-links" aria-label={words.sideBySide}>
        <a href={link(desk.translation, to)} aria-current={isOnlyOpen ? undefined : 'page'}>
          {words.all}
        </a>
        <a href={`${link(desk.translation, to)}?open=yes`} aria-current={isOnlyOpen ? 'page' : undefined}>
          {words.onlyOpen}
        </a>
        <a href={link(desk.translationFile, to)} data-turbo="false" download>
          {words.file}
        </a>
      </nav>
      {mayWrite ? <WholeActs side={side} counts={counts} translator={props.translator} /> : null}
      <div data-choices className="writing-choices" />
      <section className="panel kept-texts" data-kept hidden />
      <PassageForm {...props} />
    </div>
  )
}

function PassageForm({ side, typed, failure, isOnlyOpen, mayWrite, saved }: SideBySideProps): ReactNode {
  const words = useWords().translations
  const { source, target, translation } = side
  const patience = new Patience()
  const isHidden = (pair: SideBySide['pairs'][number]) => isOnlyOpen && !isOpen(pair) && !typed.has(pair.followed?.id ?? 0)
  return (
    <form
      method="post"
      action={link(desk.translation, { edition: target.id })}
      className="passages"
      autoComplete="off"
      {...(mayWrite && { 'data-form': '', 'data-passages': JSON.stringify(words.meanwhile) })}
    >
      <SeenFields side={side} />
      {isOnlyOpen ? <input type="hidden" name="open" value="yes" data-plain /> : null}
      <div className="passage-heads" aria-hidden="true">
        <span data-panel="source-revision">{words.revisionOf(ownName(source.language), translation.sourceRevision)}</span>
        <span data-panel="revision">{words.revisionOf(ownName(target.language), target.revision)}</span>
      </div>
      {side.pairs.every(isHidden) ? <p className="nothing">{words.nothingOpen}</p> : null}
      <fieldset className="passage-fields">
        <legend className="unseen">{words.sideBySide}</legend>
        {mayWrite ? <input type="hidden" name="done" defaultValue="" /> : null}
        {side.pairs.map((pair, index) => (
          <PassageRow
            key={pair.followed?.id ?? `own-${index}`}
            pair={pair}
            typed={typed.get(pair.followed?.id ?? 0)}
            languages={{ source: source.language, target: target.language }}
            mayWrite={mayWrite}
            isHidden={isHidden(pair)}
            patience={patience}
          />
        ))}
      </fieldset>
      {mayWrite ? <SaveFoot saved={saved} left={side.pairs.filter(isOpen).length} failure={failure} /> : null}
    </form>
  )
}

/** What scripts know this page by. It is kept in the browser apart from what is written of the whole text. */
function writingPlace({ side: { target }, member, pen }: SideBySideProps) {
  return {
    'data-writing': `${target.id}/passages`,
    'data-language': target.language,
    'data-direction': directionOf(target.language),
    'data-member': member,
    'data-may-write': '',
    'data-state': JSON.stringify(target.state),
    'data-revision-now': target.revision,
    'data-pen': JSON.stringify(pen),
    'data-addresses': JSON.stringify({ ...addressesOf(target.id), text: link(desk.translationText, { edition: target.id }) }),
  }
}
