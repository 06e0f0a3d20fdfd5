import type { ReactNode } from 'react'

import type { Unsettled } from '#newsroom/review/count-unsettled.ts'

import { useWords } from '../words/use-words.ts'

type Props = Unsettled & {
  /** The address of the text, on other pages than its own. */
  textHref?: string
}

/** What is still open about a text, before a step that it does not forbid; each with the way there. */
export function OpenEnds({ refusals, comments, tasks, textHref = '' }: Props): ReactNode {
  const words = useWords().review
  if (refusals.length + comments + tasks === 0) return null
  return (
    <ul className="made open-ends">
      {refusals.map(({ id, thread, forWhom, revision }) => (
        <li key={id}>
          <a href={`${textHref}#${thread === null ? 'state-title' : `thread-${thread}`}`}>{words.refused(forWhom, revision)}</a>
        </li>
      ))}
      {comments > 0 ? (
        <li>
          <a href={`${textHref}#comments-title`}>{words.openComments(comments)}</a>
        </li>
      ) : null}
      {tasks > 0 ? (
        <li>
          <a href={`${textHref}#assignments-title`}>{words.openTasks(tasks)}</a>
        </li>
      ) : null}
    </ul>
  )
}
