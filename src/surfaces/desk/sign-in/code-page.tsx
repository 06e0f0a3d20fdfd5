import type { ReactNode } from 'react'

import { desk } from '#src/routes.ts'

import { useWords } from '../words/use-words.ts'
import { FailureNote } from './failure-note.tsx'
import { withNext } from './next-path.ts'

/** The second step, for those who have set up an app. */
export function CodePage({ next, failure }: { next: string; failure?: string }): ReactNode {
  const words = useWords().signIn
  return (
    <div className="narrow">
      <h1>{words.codeTitle}</h1>
      <FailureNote failure={failure} />
      <form method="post" action={desk.signInCode} className="fields">
        <input type="hidden" name="next" value={next} />
        <label>
          <span>{words.code}</span>
          <input
            name="code"
            required
            maxLength={20}
            autoComplete="one-time-code"
            autoCapitalize="none"
            spellCheck={false}
            aria-describedby="code-help"
          />
          <span className="help" id="code-help">
            {words.codeHelp}
          </span>
        </label>
        <button>{words.withCode}</button>
      </form>
      <p>
        <a href={withNext(desk.signIn, next)}>{words.again}</a>
      </p>
    </div>
  )
}
