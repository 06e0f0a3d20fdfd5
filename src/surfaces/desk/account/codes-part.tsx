import type { ReactNode } from 'react'
import { renderSVG } from 'uqr'

import type { NewCodes } from '#platform/sign-in/sign-in.ts'
import { desk } from '#src/routes.ts'

import { RefusedPart } from '../frame/refused-form.tsx'
import { SaidField } from '../frame/said-field.tsx'
import { useWords } from '../words/use-words.ts'
import type { AccountProps } from './account-props.ts'

/** Codes as a second step: set up, turned off, and for the day without the app. */
export function CodesPart({ profile, hasPassword, newCodes, backupCodes }: AccountProps): ReactNode {
  const words = useWords().ownAccount
  return (
    <section aria-labelledby="codes-title" id="codes">
      <h2 className="block-name" id="codes-title">
        {words.codes}
      </h2>
      <p className="help">{profile.hasCodes ? words.codesOn : words.codesHelp}</p>
      {backupCodes ? <BackupCodes codes={backupCodes} /> : null}
      {newCodes ? <SetUp newCodes={newCodes} /> : null}
      {profile.hasCodes ? (
        <>
          <WithPassword action={desk.accountBackupCodes} hasPassword={hasPassword} button={words.newBackupCodes} />
          <WithPassword action={desk.accountCodesOff} hasPassword={hasPassword} button={words.endCodes} />
        </>
      ) : newCodes ? null : (
        <WithPassword action={desk.accountCodes} hasPassword={hasPassword} button={words.beginCodes} />
      )}
    </section>
  )
}

function SetUp({ newCodes }: { newCodes: NewCodes }): ReactNode {
  const say = useWords()
  const words = say.ownAccount
  const secret = URL.canParse(newCodes.address) ? new URL(newCodes.address).searchParams.get('secret') : null
  const picture = `data:image/svg+xml;base64,${Buffer.from(renderSVG(newCodes.address, { border: 2 })).toString('base64')}`
  return (
    <>
      <p>{words.scan}</p>
      <p>
        <img className="app-picture" src={picture} alt={newCodes.address} width={220} height={220} />
      </p>
      <p>
        {say.about(words.secret, '')}
        <code className="app-secret">{secret}</code>
      </p>
      <BackupCodes codes={newCodes.backupCodes} />
      <form method="post" action={desk.accountCodesBegun} className="fields">
        <input type="hidden" name="address" value={newCodes.address} />
        <input type="hidden" name="backupCodes" value={newCodes.backupCodes.join(' ')} />
        <RefusedPart form={desk.accountCodesBegun}>
          <SaidField name="code" label={say.signIn.code} required maxLength={10} inputMode="numeric" autoComplete="one-time-code" />
        </RefusedPart>
        <button>{words.confirmCodes}</button>
      </form>
    </>
  )
}

function BackupCodes({ codes }: { codes: string[] }): ReactNode {
  const words = useWords().ownAccount
  return (
    <div className="made">
      <h3>{words.backupCodes}</h3>
      <p>{words.backupHelp}</p>
      <ul className="backup-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
    </div>
  )
}

type WithPasswordProps = { action: string; hasPassword: boolean; button: string }

// The answers are pages that are shown once, and no script of ours should keep them.
function WithPassword({ action, hasPassword, button }: WithPasswordProps): ReactNode {
  const words = useWords().ownAccount
  return (
    <form method="post" action={action} className="fields" data-turbo="false">
      {hasPassword ? (
        <RefusedPart form={action}>
          <SaidField
            name="password"
            type="password"
            label={words.currentPassword}
            required
            maxLength={128}
            autoComplete="current-password"
          />
        </RefusedPart>
      ) : null}
      <button className="quiet">{button}</button>
    </form>
  )
}
