import type { ReactNode } from 'react'

import type { ApiKey, KeyScope } from '#newsroom/keys/api-key.ts'
import { keyScopes, keyState, longestKeyDays } from '#newsroom/keys/api-key.ts'
import type { KnownMember } from '#newsroom/members/list-members.ts'
import { api, desk, link } from '#src/routes.ts'

import { momentInWords } from '../frame/moments.ts'
import { SaidChoice, SaidField, SaidGroup } from '../frame/said-field.tsx'
import { StateShape } from '../frame/state-shape.tsx'
import { WayBack } from '../frame/way-back.tsx'
import { Tick } from '../rules/tick.tsx'
import { DoneNote, FailureNote } from '../sign-in/failure-note.tsx'
import { useWords } from '../words/use-words.ts'

export type TypedKey = { member: string; name: string; days: string; scopes: readonly KeyScope[] }

type Props = {
  keys: ApiKey[]
  members: KnownMember[]
  now: Date
  timeZone: string
  typed?: TypedKey
  failure?: string
  done?: string
  /** The key that was just made. */
  token?: string
}

/** The keys by which programs act as members, and a form to make one more. */
export function KeysPage({ keys, members, now, timeZone, typed, failure, done, token }: Props): ReactNode {
  const words = useWords().keys
  return (
    <>
      <WayBack href={desk.settings}>{useWords().settings.title}</WayBack>
      <h1>{words.title}</h1>
      <p className="lead-in">
        {words.lead} <a href={api.docs}>{words.docs}</a>
      </p>
      <FailureNote failure={failure} />
      <DoneNote done={done} />
      {token === undefined ? null : (
        <div className="made">
          <output>{words.made}</output>
          <input readOnly value={token} aria-label={words.madeLabel} data-select-all />
        </div>
      )}
      {keys.length === 0 ? <p className="nothing">{words.none}</p> : <KeyTable keys={keys} now={now} timeZone={timeZone} />}
      <details open={failure !== undefined || keys.length === 0} className="narrow invitation">
        <summary>{words.make}</summary>
        <KeyForm members={members} typed={typed ?? { member: '', name: '', days: '90', scopes: ['read'] }} />
      </details>
    </>
  )
}

function KeyTable({ keys, now, timeZone }: { keys: ApiKey[]; now: Date; timeZone: string }): ReactNode {
  const { keys: words, language } = useWords()
  const moment = (at: Date) => momentInWords(at, timeZone, language)
  return (
    <div className="lines-box">
      <table className="lines">
        <caption className="unseen">{words.title}</caption>
        <thead>
          <tr>
            {Object.values(words.columns).map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <tr key={key.id}>
              <th scope="row">{key.name}</th>
              <td>{key.memberName}</td>
              <td>
                <code>{key.prefix}…</code>
              </td>
              <td>{key.scopes.map((scope) => words.scope[scope]).join('; ')}</td>
              <td>
                {moment(key.madeAt)} {words.madeBy(key.madeBy)}
              </td>
              <td>{key.lastUsedAt ? moment(key.lastUsedAt) : words.never}</td>
              <td>
                <State of={key} now={now} moment={moment} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const shapes = { works: 'cleared', expired: 'draft', revoked: 'withdrawn' } as const

function State({ of, now, moment }: { of: ApiKey; now: Date; moment: (at: Date) => string }): ReactNode {
  const words = useWords().keys
  const state = keyState(of, now)
  return (
    <>
      <span className="state-mark">
        <StateShape state={shapes[state]} />
        {words.states[state](moment(of.revokedAt ?? of.expiresAt))}
      </span>
      {state === 'works' ? (
        <form method="post" action={link(desk.keyOff, { key: of.id })} className="line-act">
          <button className="quiet" aria-label={words.revokeOf(of.name)}>
            {words.revoke}
          </button>
        </form>
      ) : null}
    </>
  )
}

function KeyForm({ members, typed }: { members: KnownMember[]; typed: TypedKey }): ReactNode {
  const words = useWords().keys
  const known = members.map(({ id, name, email }) => ({ value: id, name: `${name} (${email})` }))
  return (
    <form method="post" action={desk.keys} className="fields" data-turbo="false">
      <SaidField name="name" label={words.name} value={typed.name} required maxLength={120} autoComplete="off" />
      <SaidChoice name="member" label={words.member} choices={known} chosen={typed.member} help={words.memberHelp} required />
      <SaidGroup name="scopes" legend={<legend>{words.scopes}</legend>}>
        {keyScopes.map((scope) => (
          <Tick key={scope} name="scopes" value={scope} label={words.scope[scope]} isTicked={typed.scopes.includes(scope)} />
        ))}
      </SaidGroup>
      <SaidField name="days" type="number" label={words.days} value={typed.days} required min={1} max={longestKeyDays} />
      <button>{words.submit}</button>
    </form>
  )
}
