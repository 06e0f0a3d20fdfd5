import type { ReactNode } from 'react'

import { desk } from '#src/routes.ts'

import { SaidField } from '../frame/said-field.tsx'
import { useWords } from '../words/use-words.ts'
import { DoneNote, FailureNote } from './failure-note.tsx'
import { withNext } from './next-path.ts'

type Props = { next: string; hasOidc: boolean; email?: string; failure?: string; wasMailed?: boolean }

/** All the ways in. The passkey's button is shown by the script that can use it. */
export function SignInPage({ next, hasOidc, email = '', failure, wasMailed = false }: Props): ReactNode {
  const words = useWords().signIn
  return (
    <div className="narrow">
      <h1>{words.title}</h1>
      <FailureNote failure={failure} lead={useWords().failures.notDone} />
      <DoneNote done={wasMailed ? words.mailSent : undefined} />
      {hasOidc ? (
        <p>
          {/* Another site follows, which a script may not read. */}
          <a className="button" href={withNext(desk.signInOidc, next)} data-turbo="false">
            {words.withOidc}
          </a>
        </p>
      ) : null}
      <form method="post" action={desk.signIn} className="fields">
        <input type="hidden" name="next" value={next} />
        <label>
          <span>{words.email}</span>
          <input name="email" type="email" required maxLength={254} autoComplete="username" data-passkey-field defaultValue={email} />
        </label>
        <SaidField name="password" type="password" label={words.password} required maxLength={128} autoComplete="current-password" />
        <div className="sign-in-acts">
          <button>{words.withPassword}</button>
          <button
            type="button"
            className="quiet"
            hidden
            data-passkey-sign-in={desk.auth}
            data-next={next}
            data-failed={words.passkeyFailed}
          >
            {words.withPasskey}
          </button>
        </div>
      </form>
      <section aria-labelledby="mail-title">
        <h2 className="block-name" id="mail-title">
          {words.orMail}
        </h2>
        <form method="post" action={desk.signInMail} className="fields" data-turbo="false">
          <input type="hidden" name="next" value={next} />
          <label>
            <span>{words.email}</span>
            <input
              name="email"
              type="email"
              required
              maxLength={254}
              autoComplete="email"
              defaultValue={email}
              aria-describedby="mail-help"
            />
            <span className="help" id="mail-help">
              {words.mailHelp}
            </span>
          </label>
          <button className="quiet">{words.sendMail}</button>
        </form>
      </section>
    </div>
  )
}
