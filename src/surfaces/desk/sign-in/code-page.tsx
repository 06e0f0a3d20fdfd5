import type { ReactNode } from 'react'

import { desk } from '#src/routes.ts'

import { SaidField } from '../frame/said-field.tsx'
import { useWords } from '../words/use-words.ts'
import { FailureNote } from './failure-note.tsx'
import { withNext } from './next-path.ts'

/** The second step, for those who have set up an app. */
export function CodePage({ next, failure, code }: { next: string; failure?: string; code?: string }): ReactNode {
  const words = useWords().signIn
  return (
    <div className="narrow">
      <h1>{words.codeTitle}</h1>
      <FailureNote failure={failure} lead={useWords().failures.notDone} />
      <form method="post" action={desk.signInCode} className="fields">
        <input type="hidden" name="next" value={next} />
        <SaidField
          name="code"
          label={words.code}
          value={code}
          help={words.codeHelp}
          required
          maxLength={20}
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
        />
        <button>{words.withCode}</button>
      </form>
      <p>
        <a href={withNext(desk.signIn, next)}>{words.again}</a>
      </p>
    </div>
  )
}
