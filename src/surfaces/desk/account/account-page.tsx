import type { ReactNode } from 'react'

import { mailWishes } from '#newsroom/members/member-input.ts'
import { desk, link } from '#src/routes.ts'
import { ownName } from '#surfaces/ui/in-words.ts'

import { momentInWords } from '../frame/moments.ts'
import { DoneNote, FailureNote } from '../sign-in/failure-note.tsx'
import { useWords } from '../words/use-words.ts'
import type { AccountProps } from './account-props.ts'
import { CodesPart } from './codes-part.tsx'
import { SessionsPart } from './sessions-part.tsx'

/** What members set for themselves: how they are called, how they sign in, where they are signed in. */
export function AccountPage(props: AccountProps): ReactNode {
  const words = useWords().ownAccount
  return (
    <div className="narrow">
      <h1>{words.title}</h1>
      <FailureNote failure={props.failure} />
      <DoneNote done={props.done ?? (props.isNew ? words.welcome : undefined)} />
      {props.isNew ? null : <ProfilePart {...props} />}
      <PasskeysPart {...props} />
      <PasswordPart hasPassword={props.hasPassword} email={props.profile.email} />
      <CodesPart {...props} />
      {props.isNew ? <ProfilePart {...props} /> : null}
      <SessionsPart {...props} />
    </div>
  )
}

function ProfilePart({ profile, languages }: AccountProps): ReactNode {
  const words = useWords().ownAccount
  return (
    <section aria-labelledby="profile-title">
      <h2 className="block-name" id="profile-title">
        {words.profile}
      </h2>
      <form method="post" action={desk.account} className="fields">
        <label>
          <span>{words.name}</span>
          <input name="name" required maxLength={120} autoComplete="name" defaultValue={profile.name} />
        </label>
        <label>
          <span>{words.language}</span>
          <select name="language" defaultValue={profile.language ?? ''}>
            <option value="">{words.asBrowser}</option>
            {languages.map((language) => (
              <option key={language} value={language}>
                {ownName(language)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{words.mail}</span>
          <select name="mailWish" defaultValue={profile.mailWish}>
            {mailWishes.map((wish) => (
              <option key={wish} value={wish}>
                {words.mailWishes[wish]}
              </option>
            ))}
          </select>
        </label>
        <button>{words.save}</button>
      </form>
    </section>
  )
}

function PasskeysPart({ passkeys, timeZone }: AccountProps): ReactNode {
  const say = useWords()
  const words = say.ownAccount
  return (
    <section aria-labelledby="passkeys-title">
      <h2 className="block-name" id="passkeys-title">
        {words.passkeys}
      </h2>
      <p className="help">{words.passkeysHelp}</p>
      <ul className="notices">
        {passkeys.map((passkey) => (
          <li key={passkey.id}>
            <form method="post" action={link(desk.accountPasskey, { passkey: passkey.id })} className="in-line">
              <input name="name" required maxLength={120} defaultValue={passkey.name || words.unnamed} aria-label={words.passkeyName} />{' '}
              <button className="quiet">{words.passkeyNamed}</button>
            </form>
            {passkey.addedAt ? <p className="line-about">{words.since(momentInWords(passkey.addedAt, timeZone, say.language))}</p> : null}
            <form method="post" action={link(desk.accountPasskeyOff, { passkey: passkey.id })}>
              <button className="quiet">{words.removePasskey}</button>
            </form>
          </li>
        ))}
      </ul>
      <button
        type="button"
        hidden
        data-passkey-add={desk.auth}
        data-next={`${desk.account}?done=saved`}
        data-failed={say.signIn.passkeyFailed}
        data-old={words.passkeyOld}
      >
        {words.addPasskey}
      </button>
      <noscript>
        <p className="help">{words.passkeyNeedsScript}</p>
      </noscript>
    </section>
  )
}

function PasswordPart({ hasPassword, email }: { hasPassword: boolean; email: string }): ReactNode {
  const words = useWords().ownAccount
  return (
    <section aria-labelledby="password-title">
      <h2 className="block-name" id="password-title">
        {words.password}
      </h2>
      <form method="post" action={desk.accountPassword} className="fields">
        <input type="hidden" name="email" autoComplete="username" value={email} />
        {hasPassword ? (
          <label>
            <span>{words.currentPassword}</span>
            <input name="current" type="password" maxLength={128} autoComplete="current-password" aria-describedby="current-help" />
            <span className="help" id="current-help">
              {words.currentHelp}
            </span>
          </label>
        ) : null}
        <label>
          <span>{words.newPassword}</span>
          <input
            name="wanted"
            type="password"
            required
            minLength={12}
            maxLength={128}
            autoComplete="new-password"
            aria-describedby="wanted-help"
          />
          <span className="help" id="wanted-help">
            {words.passwordHelp}
          </span>
        </label>
        <button>{words.setPassword}</button>
      </form>
    </section>
  )
}
