import type { ReactNode } from 'react'

import { mailWishes } from '#newsroom/members/member-input.ts'
import { desk, link } from '#src/routes.ts'
import { ownName } from '#surfaces/ui/in-words.ts'

import { useFault } from '../frame/faults.tsx'
import { momentInWords } from '../frame/moments.ts'
import { RefusedNote, RefusedPart, useTyped } from '../frame/refused-form.tsx'
import { SaidChoice, SaidField } from '../frame/said-field.tsx'
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
      <RefusedNote />
      <FailureNote failure={props.failure} />
      <DoneNote done={props.done ?? (props.isNew ? words.welcome : undefined)} />
      {props.isNew ? null : <ProfilePart {...props} />}
      <PasskeysPart {...props} />
      <PasswordPart hasPassword={props.hasPassword} email={props.profile.email} />
      <CodesPart {...props} />
      {props.isNew ? <ProfilePart {...props} /> : null}
      <KeysPart />
      <SessionsPart {...props} />
    </div>
  )
}

function ProfilePart({ profile, languages }: AccountProps): ReactNode {
  const words = useWords().ownAccount
  const spoken = [{ value: '', name: words.asBrowser }, ...languages.map((language) => ({ value: language, name: ownName(language) }))]
  const wishes = mailWishes.map((wish) => ({ value: wish, name: words.mailWishes[wish] }))
  return (
    <section aria-labelledby="profile-title">
      <h2 className="block-name" id="profile-title">
        {words.profile}
      </h2>
      <form method="post" action={desk.account} className="fields">
        <RefusedPart form={desk.account}>
          <SaidField name="name" label={words.name} value={profile.name} required maxLength={120} autoComplete="name" />
          <SaidChoice name="language" label={words.language} choices={spoken} chosen={profile.language ?? ''} />
          <SaidChoice name="mailWish" label={words.mail} choices={wishes} chosen={profile.mailWish} />
        </RefusedPart>
        <button>{words.save}</button>
      </form>
    </section>
  )
}

/** A script shows it: without one there are no keys. */
function KeysPart(): ReactNode {
  const words = useWords().ownAccount
  return (
    <section aria-labelledby="keys-title" data-keys-choice hidden>
      <h2 className="block-name" id="keys-title">
        {words.keys}
      </h2>
      <label className="tick">
        <input type="checkbox" aria-describedby="keys-help" /> <span>{words.letterKeys}</span>
      </label>
      <p className="help" id="keys-help">
        {words.letterKeysHelp}
      </p>
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
              <RefusedPart form={link(desk.accountPasskey, { passkey: passkey.id })}>
                <PasskeyName name={passkey.name || words.unnamed} />
              </RefusedPart>{' '}
              <button className="quiet" aria-label={say.about(words.passkeyNamed, passkey.name || words.unnamed)}>
                {words.passkeyNamed}
              </button>
            </form>
            {passkey.addedAt ? <p className="line-about">{words.since(momentInWords(passkey.addedAt, timeZone, say.language))}</p> : null}
            <form method="post" action={link(desk.accountPasskeyOff, { passkey: passkey.id })}>
              <button className="quiet" aria-label={say.about(words.removePasskey, passkey.name || words.unnamed)}>
                {words.removePasskey}
              </button>
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

function PasskeyName({ name }: { name: string }): ReactNode {
  const { marks, note } = useFault('name')
  return (
    <>
      <input
        name="name"
        required
        maxLength={120}
        defaultValue={useTyped('name', name)}
        aria-label={useWords().ownAccount.passkeyName}
        {...marks}
      />
      {note}
    </>
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
        <RefusedPart form={desk.accountPassword}>
          {hasPassword ? (
            <SaidField
              name="current"
              type="password"
              label={words.currentPassword}
              help={words.currentHelp}
              maxLength={128}
              autoComplete="current-password"
            />
          ) : null}
          <SaidField
            name="wanted"
            type="password"
            label={words.newPassword}
            help={words.passwordHelp}
            required
            minLength={12}
            maxLength={128}
            autoComplete="new-password"
          />
        </RefusedPart>
        <button>{words.setPassword}</button>
      </form>
    </section>
  )
}
