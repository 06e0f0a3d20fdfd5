import type { ReactNode } from 'react'

import { verdicts } from '#newsroom/private-links/answer-private-link.ts'
import { link, routes } from '#src/routes.ts'

import { useWords } from '../words/use-words.ts'

type Props = { token: string; page: string; by: string; until: string; thanks: boolean; failure?: string }

/** What a partner or donor sees who was sent a private link: the text, and a form for their answer. */
export function ShownPage({ token, page, by, until, thanks, failure }: Props): ReactNode {
  const words = useWords().shown
  return (
    <div className="shown">
      <h1>{words.title}</h1>
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
          <div className="made">
            <output>{words.thanks}</output>
            <p>
              <a href={link(routes.privateLink, { token })}>{words.again}</a>
            </p>
          </div>
        ) : null}
        {failure ? (
          <p className="failure" role="alert">
            {failure}
          </p>
        ) : null}
        {thanks ? null : <AnswerForm token={token} />}
      </section>
    </div>
  )
}

function AnswerForm({ token }: { token: string }): ReactNode {
  const words = useWords().shown
  return (
    <form method="post" action={link(routes.privateLink, { token })} className="fields">
      <label>
        <span>{words.name}</span>
        <input name="name" required maxLength={120} autoComplete="name" />
      </label>
      <fieldset>
        <legend className="unseen">{words.answer}</legend>
        {verdicts.map((verdict) => (
          <label key={verdict} className="tick">
            <input type="radio" name="verdict" value={verdict} required /> <span>{words.verdicts[verdict]}</span>
          </label>
        ))}
      </fieldset>
      <label>
        <span>{words.words}</span>
        <textarea name="words" rows={3} maxLength={2000} />
      </label>
      <button>{words.send}</button>
    </form>
  )
}
