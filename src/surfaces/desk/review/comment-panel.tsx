import type { ReactNode } from 'react'

import type { Thread } from '#newsroom/comments/find-comments.ts'
import { desk, link } from '#src/routes.ts'

import { RefusedPart, useIsRefused, useTyped } from '../frame/refused-form.tsx'
import { SaidField } from '../frame/said-field.tsx'
import { Moment } from '../frame/state-mark.tsx'
import { useWords } from '../words/use-words.ts'

type Props = {
  edition: string
  threads: Thread[]
  mayComment: boolean
  timeZone: string
  /** The names of those whom a mention tells: they may read the story. */
  names: string[]
}

// Whatever part of the page its address names: the page is brought up to date where it is.
const stays = { 'data-turbo-action': 'replace' }

/** What is said about a text, thread by thread; resolved ones are folded away. */
export function CommentPanel({ edition, threads, mayComment, timeZone, names }: Props): ReactNode {
  const words = useWords().comments
  const open = threads.filter((thread) => !thread.isResolved)
  const resolved = threads.filter((thread) => thread.isResolved)
  const list = (some: Thread[]) => some.map((thread) => <ThreadItem key={thread.id} {...{ edition, thread, mayComment, timeZone }} />)
  return (
    <section className="panel" aria-labelledby="comments-title" data-comments={JSON.stringify(names)}>
      <h2 id="comments-title" tabIndex={-1}>
        {words.title}
      </h2>
      {open.length > 0 ? <ol className="threads">{list(open)}</ol> : <p className="help">{words.none}</p>}
      {resolved.length > 0 ? (
        <details>
          <summary>
            {words.resolved} ({resolved.length})
          </summary>
          <ol className="threads">{list(resolved)}</ol>
        </details>
      ) : null}
      {mayComment ? (
        <form method="post" action={link(desk.comments, { edition })} className="fields" data-comment-form data-after-save {...stays}>
          <RefusedPart form={link(desk.comments, { edition })}>
            <Anchor />
          </RefusedPart>
          <div data-quoted hidden>
            <label className="tick">
              <input type="checkbox" data-quote-selection /> <span>{words.onSelection}</span>
            </label>
            <blockquote data-anchor-shown dir="auto" hidden />
          </div>
          <RefusedPart form={link(desk.comments, { edition })}>
            <SaidField name="words" label={words.words} rows={2} required maxLength={2000} dir="auto" />
          </RefusedPart>
          <button className="quiet">{words.add}</button>
        </form>
      ) : null}
    </section>
  )
}

/** The name of the form by which a thread is answered: each is sent to where a new one begins. */
export const answerForm = (action: string, thread: string): string => (thread === '' ? action : `${action} ${thread}`)

function Anchor(): ReactNode {
  return <input type="hidden" name="anchor" defaultValue={useTyped('anchor', '')} data-anchor />
}

function ThreadItem({
  edition,
  thread,
  mayComment,
  timeZone,
}: {
  edition: string
  thread: Thread
  mayComment: boolean
  timeZone: string
}): ReactNode {
  const say = useWords()
  const words = say.comments
  const begins = thread.comments[0]?.words.slice(0, 60) ?? ''
  const resolve = thread.isResolved ? words.reopen : words.resolve
  const to = { edition, thread: thread.id }
  const answer = answerForm(link(desk.comments, { edition }), thread.id)
  const isRefused = useIsRefused(answer)
  return (
    <li id={`thread-${thread.id}`} data-thread={thread.id} data-quote={thread.anchor ? JSON.stringify(thread.anchor) : undefined}>
      {thread.anchor ? <blockquote dir="auto">{thread.anchor.exact}</blockquote> : null}
      {thread.comments.map((comment) => (
        <div key={comment.id} className="comment">
          <p className="line-about">
            <b>{comment.by}</b>, <Moment at={comment.at} timeZone={timeZone} />
          </p>
          <p className="said" dir="auto">
            {comment.words}
          </p>
        </div>
      ))}
      {mayComment ? (
        <div className="thread-acts">
          <details open={isRefused}>
            <summary aria-label={say.about(words.answer, begins)}>{words.answer}</summary>
            <form method="post" action={link(desk.comments, { edition })} className="fields" {...stays}>
              <input type="hidden" name="thread" value={thread.id} />
              <RefusedPart form={answer}>
                <SaidField name="words" label={words.words} rows={2} required maxLength={2000} dir="auto" />
              </RefusedPart>
              <button className="quiet" aria-label={say.about(words.answer, begins)}>
                {words.answer}
              </button>
            </form>
          </details>
          <form method="post" action={link(desk.thread, to)} {...stays}>
            <button className="quiet" name="resolved" value={thread.isResolved ? '' : 'yes'} aria-label={say.about(resolve, begins)}>
              {resolve}
            </button>
          </form>
        </div>
      ) : null}
    </li>
  )
}
