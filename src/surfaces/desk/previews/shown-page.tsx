import type { ReactNode } from 'react'

import { verdicts } from '#newsroom/private-links/answer-private-link.ts'
import { link, routes } from '#src/routes.ts'

import { RefusedNote, RefusedPart, useTyped } from '../frame/refused-form.tsx'
import { SaidField, SaidGroup } from '../frame/said-field.tsx'
import { useWords } from '../words/use-words.ts'

type Props = {
  token: string
  page: string
  by: string
  until: string
  thanks: boolean
}

/** What a partner or donor sees who was sent a private link: the text, and a form for their answer. */
export function ShownPage({ token, page, by, until, thanks }: Props): ReactNode {
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
      <RefusedNote />
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
          <AnswerForm token={token} />
        )}
      </section>
    </div>
  )
}

function AnswerForm({ token }: { token: string }): ReactNode {
  const words = useWords().shown
  const action = link(routes.privateLink, { token })
  return (
    <form method="post" action={action} className="fields">
      <RefusedPart form={action}>
        <SaidField name="name" label={words.name} required maxLength={120} autoComplete="name" />
        <Verdicts />
        <SaidField name="words" label={words.words} rows={3} maxLength={2000} />
      </RefusedPart>
      <button>{words.send}</button>
    </form>
  )
}

function Verdicts(): ReactNode {
  const words = useWords().shown
  const chosen = useTyped('verdict', '')
  return (
    <SaidGroup name="verdict" legend={<legend className="unseen">{words.answer}</legend>}>
      {verdicts.map((verdict) => (
        <label key={verdict} className="tick">
          <input type="radio" name="verdict" value={verdict} required defaultChecked={chosen === verdict} />{' '}
          <span>{words.verdicts[verdict]}</span>
        </label>
      ))}
    </SaidGroup>
  )
}
