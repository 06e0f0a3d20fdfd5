import type { ReactNode } from 'react'

import type { HeldEdition } from '#newsroom/stories/edition-store.ts'
import type { RevisionLine } from '#newsroom/stories/read-writing.ts'
import { desk, link } from '#src/routes.ts'

import { momentInWords } from '../frame/moments.ts'
import { Moment } from '../frame/state-mark.tsx'
import { en } from '../words/en.ts'

const words = en.history

/** Every revision of an edition, latest first. */
export function HistoryPage({ edition, revisions, timeZone }: { edition: HeldEdition; revisions: RevisionLine[]; timeZone: string }): ReactNode {
  return (
    <div className="narrow">
      <p>
        <a href={link(desk.edition, { edition: edition.id })}>{en.release.back}</a>
      </p>
      <h1>
        {words.title}:{' '}
        <span lang={edition.language} dir="auto">
          {edition.headline || en.untitled}
        </span>
      </h1>
      <ol className="revisions">
        {revisions.map((revision) => (
          <li key={revision.number}>
            <p>
              <a href={link(desk.revision, { edition: edition.id, number: String(revision.number) })}>{en.writing.revision(revision.number)}</a>{' '}
              {revision.name ? <b>{revision.name}</b> : null}
              {edition.shown === revision.number ? <span className="help"> {words.shown}</span> : null}
            </p>
            <p className="line-about">
              {revision.savedBy}, <Moment at={revision.savedAt} words={momentInWords(revision.savedAt, timeZone)} />
              {revision.isAutosave ? `, ${words.autosave}` : null}
            </p>
          </li>
        ))}
      </ol>
    </div>
  )
}
