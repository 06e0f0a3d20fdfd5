import type { ReactNode } from 'react'

import type { MatrixCell } from '#newsroom/translations/list-translations.ts'
import { desk, link } from '#src/routes.ts'
import { ownName } from '#surfaces/ui/in-words.ts'

import { StateMark } from '../frame/state-mark.tsx'
import { DraftMark } from '../stories/edition-table.tsx'
import { useWords } from '../words/use-words.ts'

type Props = {
  cell: MatrixCell | undefined
  /** The edition that a missing one would be made from. */
  origin: MatrixCell | undefined
  language: string
  mayWrite: boolean
  timeZone: string
}

/** An edition in the matrix: its state, who has it, and what is stale in it. */
export function MatrixCellView({ cell, origin, language, mayWrite, timeZone }: Props): ReactNode {
  const say = useWords()
  const words = say.translations
  if (!cell) {
    if (!origin || !mayWrite) return <span className="matrix-none">{words.missing}</span>
    return (
      <a
        className="matrix-add"
        href={`${link(desk.edition, { edition: origin.edition })}?${new URLSearchParams({ into: language })}#translations`}
        aria-label={say.about(`${words.into} ${ownName(language)}`, origin.headline || say.untitled)}
      >
        <span aria-hidden="true">+</span> {words.add}
      </a>
    )
  }
  if (!cell.mayRead) return <span className="matrix-none">{words.elsewhere}</span>
  const isMade = cell.source !== null
  return (
    <div className="matrix-cell">
      <a
        href={link(isMade ? desk.translation : desk.edition, { edition: cell.edition })}
        aria-label={say.about(say.states[cell.state], cell.headline || say.untitled)}
      >
        <StateMark state={cell.state} />
      </a>
      <DraftMark line={cell} timeZone={timeZone} />
      <span className="line-about">{cell.owner}</span>
      {cell.stale > 0 ? <strong className="how-far how-stale">{words.behind(cell.stale)}</strong> : null}
      {cell.waiting > 0 ? <span className="how-far">{words.waits(cell.waiting)}</span> : null}
      {cell.machine > 0 ? <span className="how-far">{words.machine(cell.machine)}</span> : null}
      {isMade ? (
        <label className="matrix-pick">
          <input type="checkbox" name="edition" value={cell.edition} />
          <span>
            {words.pick}
            <span className="unseen">{words.choose(cell.headline || say.untitled, ownName(language))}</span>
          </span>
        </label>
      ) : null}
    </div>
  )
}
