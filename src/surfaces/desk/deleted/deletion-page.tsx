import type { ReactNode } from 'react'

import type { DeletionWeight } from '#newsroom/deleted-drafts/weigh-deletion.ts'
import { desk, link } from '#src/routes.ts'
import { directionOf, ownName } from '#surfaces/ui/in-words.ts'

import { momentInWords } from '../frame/moments.ts'
import { StateMark } from '../frame/state-mark.tsx'
import { WayBack } from '../frame/way-back.tsx'
import { FailureNote } from '../sign-in/failure-note.tsx'
import { failureInWords } from '../words/failure-in-words.ts'
import { useWords } from '../words/use-words.ts'

type Props = { weight: DeletionWeight; timeZone: string; failure?: string }

/** Before a draft goes: what would go with it, until when it can be brought back, and once more whether. */
export function DeletionPage({ weight, timeZone, failure }: Props): ReactNode {
  const say = useWords()
  const words = say.deleted
  const { edition, obstacle } = weight
  const back = link(desk.edition, { edition: edition.id })
  return (
    <div className="narrow">
      <WayBack href={back}>{words.back}</WayBack>
      <h1>{words.ask}</h1>
      <FailureNote failure={obstacle ? failureInWords(obstacle, say) : failure} />
      <p>
        <b lang={edition.language} dir={directionOf(edition.language)}>
          {edition.headline || say.untitled}
        </b>
      </p>
      <p className="release-facts">
        <StateMark state={edition.state} /> <span>{ownName(edition.language)}</span>
      </p>
      {obstacle ? (
        <Obstacle {...weight} />
      ) : (
        <>
          <WhatGoes {...weight} />
          <p>{words.until(momentInWords(weight.until, timeZone, say.language))}</p>
          <form method="post" action={link(desk.deletion, { edition: edition.id })} className="fields" data-after-save>
            <input type="hidden" name="revision" value={edition.revision} />
            <button>{words.yes}</button>
          </form>
        </>
      )}
    </div>
  )
}

/** What to do where it cannot go. */
function Obstacle({ edition, obstacle }: DeletionWeight): ReactNode {
  const say = useWords()
  if (obstacle?.code === 'draft-is-source') return null
  return (
    <p>
      <a href={link(desk.release, { edition: edition.id })}>{say.deleted.toRelease}</a>
    </p>
  )
}

function WhatGoes({ edition, others, revisions, comments, tasks, links, writer }: DeletionWeight): ReactNode {
  const words = useWords().deleted
  const counted = [
    words.revisions(revisions),
    ...(comments > 0 ? [words.comments(comments)] : []),
    ...(tasks > 0 ? [words.tasks(tasks)] : []),
    ...(links > 0 ? [words.links(links)] : []),
  ]
  const stays = others.map(({ language }) => ownName(language)).join(', ')
  return (
    <>
      <p>{others.length === 0 ? words.whole : words.alone(ownName(edition.language), stays)}</p>
      <p>{words.goes(counted.join(', '))}</p>
      {writer === null ? null : (
        <p className="made" role="note">
          {words.writer(writer)}
        </p>
      )}
    </>
  )
}
