import type { ReactNode } from 'react'

import type { HeldEdition } from '#newsroom/stories/edition-store.ts'
import type { RevisionLine } from '#newsroom/stories/read-writing.ts'
import { desk, link } from '#src/routes.ts'

import { Moment } from '../frame/state-mark.tsx'
import { useWords } from '../words/use-words.ts'

/** Every revision of an edition, latest first. */
export function HistoryPage({
  edition,
  revisions,
  timeZone,
}: {
  edition: HeldEdition
  revisions: RevisionLine[]
  timeZone: string
}): ReactNode {
  const say = useWords()
  const words = say.history
  return (
    <div className="narrow">
      <p>
        <a href={link(desk.edition, { edition: edition.id })}>{say.release.back}</a>
      </p>
      <h1>
        {words.title}:{' '}
        <span lang={edition.language} dir="auto">
          {edition.headline || say.untitled}
        </span>
      </h1>
      <ol className="revisions">
        {revisions.map((revision) => (
          <li key={revision.number}>
            <p>
              <a href={link(desk.revision, { edition: edition.id, number: String(revision.number) })}>
                {say.writing.revision(revision.number)}
              </a>{' '}
              {revision.name ? <b>{revision.name}</b> : null}
              {edition.shown === revision.number ? <span className="help"> {words.shown}</span> : null}
            </p>
            <p className="line-about">
              {revision.savedBy}, <Moment at={revision.savedAt} timeZone={timeZone} />
              {revision.isAutosave ? `, ${words.autosave}` : null}
            </p>
          </li>
        ))}
      </ol>
    </div>
  )
}
