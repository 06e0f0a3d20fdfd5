import type { ReactNode } from 'react'

import type { DeletedLine } from '#newsroom/deleted-drafts/find-deleted-drafts.ts'
import { desk } from '#src/routes.ts'
import { directionOf, ownName } from '#surfaces/ui/in-words.ts'

import { WayBack } from '../frame/way-back.tsx'
import { useWords } from '../words/use-words.ts'
import { BringBackForm } from './bring-back-form.tsx'
import { toldInWords } from './told-in-words.ts'

type Props = { drafts: DeletedLine[]; timeZone: string; nextHref: string | undefined; firstHref: string | undefined }

/** The drafts that were deleted, as far as one may read them, those of today first. */
export function DeletedDraftsPage({ drafts, timeZone, nextHref, firstHref }: Props): ReactNode {
  const say = useWords()
  const words = say.deleted
  return (
    <>
      <WayBack href={desk.stories}>{say.stories}</WayBack>
      <h1>{words.title}</h1>
      <p className="help lead-in">{words.lead}</p>
      {drafts.length === 0 ? <p className="nothing">{words.none}</p> : null}
      <ul className="notices">
        {drafts.map((draft) => (
          <li key={draft.edition}>
            <p lang={draft.language} dir={directionOf(draft.language)}>
              <b>{draft.headline || say.untitled}</b>
            </p>
            <p className="line-about">
              {ownName(draft.language)} · {toldInWords(draft, timeZone, say)}
            </p>
            {draft.mayBringBack ? <BringBackForm draft={draft} /> : null}
          </li>
        ))}
      </ul>
      {nextHref || firstHref ? (
        <nav className="page-links" aria-label={words.title}>
          {firstHref ? <a href={firstHref}>{say.lists.newest}</a> : null}
          {nextHref ? (
            <a href={nextHref} rel="next">
              {say.lists.older}
            </a>
          ) : null}
        </nav>
      ) : null}
    </>
  )
}
