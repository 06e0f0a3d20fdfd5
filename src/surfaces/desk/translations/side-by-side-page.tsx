import type { ReactNode } from 'react'

import { Patience } from '#lib/compare-texts.ts'
import { countPassages, statusOf } from '#newsroom/stories/passages/followed.ts'
import type { PassagePair, SideBySide } from '#newsroom/translations/read-translation.ts'
import { desk, link } from '#src/routes.ts'
import { directionOf, ownName } from '#surfaces/ui/in-words.ts'

import { StateMark } from '../frame/state-mark.tsx'
import { WayBack } from '../frame/way-back.tsx'
import { useWords } from '../words/use-words.ts'
import { HowFar } from './how-far.tsx'
import { PassageRow } from './passage-row.tsx'

type Props = {
  side: SideBySide
  /** What was typed before and could not be saved. */
  typed: ReadonlyMap<number, string>
  failure: string | undefined
  isOnlyOpen: boolean
  mayWrite: boolean
  /** The member whose work this is: what they typed is kept for nobody else. */
  writer: string
  translator: string | undefined
}

/** A translation beside its source: what is open stands out, and each passage is written where it stands. */
export function SideBySidePage({ side, typed, failure, isOnlyOpen, mayWrite, writer, translator }: Props): ReactNode {
  const say = useWords()
  const words = say.translations
  const { source, target, translation } = side
  const counts = countPassages(translation.passages)
  const pairs = isOnlyOpen ? side.pairs.filter(isOpen) : side.pairs
  const to = { edition: target.id }
  const patience = new Patience()
  return (
    <>
      <WayBack href={link(desk.edition, to)}>{words.wholeText}</WayBack>
      <h1 lang={target.language} dir={directionOf(target.language)}>
        {target.headline || say.untitled}
      </h1>
      <p className="release-facts">
        <StateMark state={target.state} /> <span>{words.madeFrom(ownName(source.language))}</span> <HowFar {...counts} />
      </p>
      {failure ? (
        <p className="failure" role="alert">
          {failure}
        </p>
      ) : null}
      <p className="help lead-in">{words.intro}</p>
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
      {mayWrite ? <WholeActs side={side} counts={counts} translator={translator} /> : null}
      <form method="post" action={link(desk.translation, to)} className="passages" autoComplete="off" data-keep={writer}>
        <SeenFields side={side} />
        {isOnlyOpen ? <input type="hidden" name="open" value="yes" /> : null}
        <div className="passage-heads" aria-hidden="true">
          <span>{words.revisionOf(ownName(source.language), translation.sourceRevision)}</span>
          <span>{words.revisionOf(ownName(target.language), target.revision)}</span>
        </div>
        {pairs.length === 0 ? <p className="nothing">{words.nothingOpen}</p> : null}
        {pairs.map((pair, index) => (
          <PassageRow
            key={pair.followed?.id ?? `own-${index}`}
            pair={pair}
            typed={typed.get(pair.followed?.id ?? 0)}
            languages={{ source: source.language, target: target.language }}
            mayWrite={mayWrite}
            patience={patience}
          />
        ))}
        {mayWrite ? (
          <div className="passage-save">
            <button>{words.save}</button>
            <p className="help">{words.saveHelp}</p>
          </div>
        ) : null}
      </form>
    </>
  )
}

const isOpen = ({ followed }: PassagePair): boolean => followed !== null && statusOf(followed) !== 'done'

/** Which texts the page was made of: work on others is refused. */
function SeenFields({ side: { target, translation } }: { side: SideBySide }): ReactNode {
  return (
    <>
      <input type="hidden" name="revision" value={target.revision} />
      <input type="hidden" name="sourceRevision" value={translation.sourceRevision} />
    </>
  )
}

/** What can be done with all passages at once; only what would change something is offered. */
function WholeActs({
  side,
  counts,
  translator,
}: {
  side: SideBySide
  counts: ReturnType<typeof countPassages>
  translator: string | undefined
}): ReactNode {
  const words = useWords().translations
  const to = { edition: side.target.id }
  const statuses = side.translation.passages.map(statusOf)
  const acts = [
    ...(counts.waiting > 0 && translator
      ? [{ path: link(desk.translationByMachine, to), does: words.byMachine(translator), means: words.byMachineHelp }]
      : []),
    ...(statuses.some((status) => status === 'added' || status === 'removed')
      ? [{ path: link(desk.translationStructure, to), does: words.structure, means: words.structureHelp }]
      : []),
    ...(statuses.some((status) => status === 'stale' || status === 'machine')
      ? [{ path: link(desk.translationDone, to), does: words.allDone, means: null }]
      : []),
  ]
  if (acts.length === 0) return null
  return (
    <div className="whole-acts">
      {acts.map(({ path, does, means }) => (
        <form key={path} method="post" action={path}>
          <SeenFields side={side} />
          <button className="quiet">{does}</button>
          {means ? <p className="help">{means}</p> : null}
        </form>
      ))}
    </div>
  )
}
