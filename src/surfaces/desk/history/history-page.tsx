import type { ReactNode } from 'react'

import type { HeldEdition } from '#newsroom/stories/edition-store.ts'
import type { RevisionLine } from '#newsroom/stories/read-writing.ts'
import { desk, link } from '#src/routes.ts'

import { TimeRail } from '../frame/time-rail.tsx'
import { WayBack } from '../frame/way-back.tsx'
import { useWords } from '../words/use-words.ts'

/** Every revision of an edition, latest first, by day. */
export function HistoryPage({
  edition,
  revisions,
  timeZone,
  seesAudit,
}: {
  edition: HeldEdition
  revisions: RevisionLine[]
  timeZone: string
  seesAudit: boolean
}): ReactNode {
  const say = useWords()
  const words = say.history
  return (
    <div className="railed">
      <WayBack href={link(desk.edition, { edition: edition.id })}>{say.release.back}</WayBack>
      <h1>
        {say.about(words.title, '')}
        <span lang={edition.language} dir="auto">
          {edition.headline || say.untitled}
        </span>
      </h1>
      <p className="help lead-in">{words.help}</p>
      {seesAudit ? (
        <p>
          <a href={`${desk.audit}?${new URLSearchParams({ kind: 'edition', object: edition.id })}`}>{say.audit.ofStory}</a>
        </p>
      ) : null}
      <TimeRail items={revisions} atOf={(revision) => revision.savedAt} keyOf={(revision) => revision.number} timeZone={timeZone}>
        {(revision) => (
          <>
            <p className="revision-line">
              <a href={link(desk.revision, { edition: edition.id, number: String(revision.number) })}>
                {say.writing.revision(revision.number)}
              </a>{' '}
              {revision.name ? (
                <b className="revision-name" dir="auto">
                  {revision.name}
                </b>
              ) : null}{' '}
              {edition.shown === revision.number ? <span className="revision-shown">{words.shown}</span> : null}
            </p>
            <p className="line-about">
              {revision.savedBy}
              {revision.isAutosave ? `, ${words.autosave}` : null}
            </p>
          </>
        )}
      </TimeRail>
    </div>
  )
}
