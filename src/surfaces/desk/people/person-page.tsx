import type { ReactNode } from 'react'

import type { KnownMember } from '#newsroom/members/list-members.ts'
import { desk, link } from '#src/routes.ts'

import type { RegisterChoices } from '../frame/register-names.ts'
import { WayBack } from '../frame/way-back.tsx'
import { DoneNote, FailureNote } from '../sign-in/failure-note.tsx'
import { useWords } from '../words/use-words.ts'
import type { GivenValues } from './given-fields.tsx'
import { GivenFields } from './given-fields.tsx'
import { MemberState } from './member-state.tsx'

type Props = {
  member: KnownMember
  /** What could not be saved, as it was typed; absent: as it is. */
  typed?: GivenValues
  /** The version that the form is filled in from. */
  madeFrom: number
  choices: RegisterChoices
  languages: readonly string[]
  failure?: string
  done?: string
}

/** One member: what they are and what is given to them, and whether they may come in. */
export function PersonPage({ member, typed = member, madeFrom, choices, languages, failure, done }: Props): ReactNode {
  const say = useWords()
  const words = say.members
  const path = { member: member.id }
  return (
    <div className="narrow">
      <WayBack href={desk.people}>{words.title}</WayBack>
      <h1>{member.name}</h1>
      <p>
        <bdi>{member.email}</bdi> <span aria-hidden="true">·</span> <MemberState state={member.state} />
      </p>
      <FailureNote failure={failure} />
      <DoneNote done={done} />
      <form method="post" action={link(desk.person, path)} className="fields">
        <input type="hidden" name="madeFrom" value={madeFrom} />
        <GivenFields id="person" values={typed} choices={choices} languages={languages} />
        <button>{words.change}</button>
      </form>
      {member.state === 'invited' ? (
        <form method="post" action={link(desk.personInvitation, path)}>
          <button className="quiet">{words.again}</button>
        </form>
      ) : null}
      {member.state === 'suspended' ? (
        <form method="post" action={link(desk.personSuspensionOff, path)}>
          <button className="quiet">{words.reinstate}</button>
        </form>
      ) : (
        <form method="post" action={link(desk.personSuspension, path)}>
          <p className="help">{words.suspendHelp}</p>
          <button className="quiet">{words.suspend}</button>
        </form>
      )}
    </div>
  )
}
