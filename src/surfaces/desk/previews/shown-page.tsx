import type { ReactNode } from 'react'

import { verdicts } from '#newsroom/private-links/answer-private-link.ts'
import { link, routes } from '#src/routes.ts'

import { useWords } from '../words/use-words.ts'

/** What somebody answered that could not be kept. */
export type TypedAnswer = { name: string; verdict: string; words: string }
type Props = {
  token: string
  page: string
  by: string
  until: string
  thanks: boolean
  refused?: { failure: string; typed: TypedAnswer }
}

/** What a partner or donor sees who was sent a private link: the text, and a form for their answer. */
export function ShownPage({ token, page, by, until, thanks, refused }: Props): ReactNode {
  const words = useWords().shown
  return (
    <div className="shown">
      <h1>{words.title}</h1>
      {/* What became of an answer is the first thing that is read, wherever the page was left. */}
      {thanks ? (
        <output className="made" tabIndex={-1} autoFocus>
          {words.thanks}
        </output>
      ) : null}
      {refused ? (
        <p className="failure" role="alert" tabIndex={-1} autoFocus>
          {refused.failure} <a href="#answer">{words.answer}</a>
        </p>
      ) : null}
      <p>
        {by} {until}
      </p>
      <p>
        <a href={page}>{words.alone}</a>
      </p>
      <iframe className="shown-text" src={page} title={words.title} data-grow />
      <section className="panel" aria-labelledby="answer-title" id="answer">
        <h2 id="answer-title">{words.answer}</h2>
        {thanks ? (
          <details>
            <summary>{words.again}</summary>
            <AnswerForm token={token} />
          </details>
        ) : (
          <AnswerForm token={token} typed={refused?.typed} />
        )}
      </section>
    </div>
  )
}

function AnswerForm({ token, typed }: { token: string; typed?: TypedAnswer | undefined }): ReactNode {
  const words = useWords().shown
  return (
    <form method="post" action={link(routes.privateLink, { token })} className="fields">
      <label>
        <span>{words.name}</span>
        <input name="name" required maxLength={120} autoComplete="name" defaultValue={typed?.name} />
      </label>
      <fieldset>
        <legend className="unseen">{words.answer}</legend>
        {verdicts.map((verdict) => (
          <label key={verdict} className="tick">
            <input type="radio" name="verdict" value={verdict} required defaultChecked={typed?.verdict === verdict} />{' '}
            <span>{words.verdicts[verdict]}</span>
          </label>
        ))}
      </fieldset>
      <label>
        <span>{words.words}</span>
        <textarea name="words" rows={3} maxLength={2000} defaultValue={typed?.words} />
      </label>
      <button>{words.send}</button>
    </form>
  )
}
