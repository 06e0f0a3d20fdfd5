import { Failure } from '#lib/failure.ts'
import { whyGone } from '#newsroom/deleted-drafts/find-deleted-drafts.ts'
import { PenElsewhere } from '#newsroom/pens/pen-store.ts'
import { StaleRevision } from '#newsroom/stories/stale-revision.ts'
import { isUnavailable } from '#platform/database/is-unavailable.ts'
import { desk as paths, pathPattern } from '#src/routes.ts'
import { failureStatus } from '#surfaces/ui/failure-status.ts'

import type { Desk, DeskContext } from '../desk.ts'
import type { DeskWords } from '../words/desk-words.ts'
import { deletedAnswer } from '../deleted/deleted-answer.tsx'
import { deskPage } from './desk-answer.tsx'
import { failureInWords } from '../words/failure-in-words.ts'

/** What we expect and explain, as a page, or as JSON for a script; anything else is a bug and goes on. */
export async function failureAnswer(c: DeskContext, desk: Desk, error: unknown): Promise<Response> {
  const failure = isUnavailable(error) ? awayOf(c) : error
  if (!(failure instanceof Failure)) throw error
  const { newsroom } = desk
  const deleted = await whyGone(newsroom.db.writer, c.get('member'), failure, newsroom.clock.now())
  if (deleted) return deletedAnswer(c, desk, deleted)
  const status = failureStatus[failure.kind]
  if (c.req.header('accept')?.includes('application/json')) return c.json(problemOf(c, failure), status)
  // No page of ours can be printed then.
  if (failure !== error) return c.text(`${failureInWords(failure, c.get('say'))}\n`, 503, { 'retry-after': '30' })
  const title =
    failure.kind === 'missing'
      ? c.get('say').failures.missing
      : failure.kind === 'refused'
        ? c.get('say').failures.refused
        : c.get('say').failures.title
  return deskPage(
    c,
    desk,
    { title, status },
    <div className="narrow">
      <h1>{title}</h1>
      <p className="failure" role="alert">
        {failureInWords(failure, c.get('say'))}
      </p>
      <p>{wayOn(failure, c.get('say').failures)}</p>
      {c.get('member') ? (
        <p>
          <a href={paths.home}>{c.get('say').overview}</a> · <a href={paths.stories}>{c.get('say').list.all}</a>
        </p>
      ) : null}
    </div>,
  )
}

function wayOn({ kind }: Failure, words: DeskWords['failures']): string {
  if (kind === 'missing') return words.missingHelp
  return kind === 'refused' ? words.ask : words.back
}

/** Only pages that people write texts in keep what was typed; they alone are told that it is kept. */
function awayOf(c: DeskContext): Failure {
  return c.req.method === 'POST' && writtenIn.some((pattern) => pattern.test(c.req.path)) ? awayWhileWriting : away
}

const writtenIn = [paths.edition, paths.editionText, paths.translation, paths.translationText].map(pathPattern)

const away = new Failure('unavailable', 'archive-away', 'The archive is away for a moment. Nothing was changed; go back and try again.')
const awayWhileWriting = new Failure(
  'unavailable',
  'archive-away-while-writing',
  'The archive is away for a moment. What you wrote is kept on this computer; try again.',
)

function problemOf(
  c: DeskContext,
  failure: Failure,
): { code: string; message: string; latest?: number; holder?: string; since?: Date; isOwn?: boolean } {
  return {
    code: failure.code,
    message: failureInWords(failure, c.get('say')),
    ...(failure instanceof StaleRevision && { latest: failure.latest }),
    ...(failure instanceof PenElsewhere && {
      holder: failure.pen.name,
      since: failure.pen.takenAt,
      isOwn: failure.pen.member === c.get('member')?.id,
    }),
  }
}
