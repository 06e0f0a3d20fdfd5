import type { ReactNode } from 'react'

import type { KnownMember } from '#newsroom/members/list-members.ts'
import { desk, link } from '#src/routes.ts'
import { ownName } from '#surfaces/ui/in-words.ts'

import type { RegisterChoices } from '../frame/register-names.ts'
import { SaidField } from '../frame/said-field.tsx'
import { DoneNote, FailureNote } from '../sign-in/failure-note.tsx'
import { useWords } from '../words/use-words.ts'
import type { GivenValues } from './given-fields.tsx'
import { GivenFields } from './given-fields.tsx'
import { MemberState } from './member-state.tsx'

type Props = {
  members: KnownMember[]
  choices: RegisterChoices
  languages: readonly string[]
  typed?: GivenValues & { email: string }
  failure?: string
  done?: string
  /** A link that could not be mailed. */
  handOver?: string
}

const blank: GivenValues & { email: string } = { email: '', name: '', role: 'contributor', projects: null, sections: null, languages: null }

/** Who works here, and a form to invite one more. */
export function PeoplePage({ members, choices, languages, typed = blank, failure, done, handOver }: Props): ReactNode {
  const words = useWords().members
  return (
    <>
      <h1>{words.title}</h1>
      <FailureNote failure={failure} />
      <DoneNote done={done} />
      {handOver === undefined ? null : (
        <p className="made">
          <input readOnly value={handOver} aria-label={words.invite} data-select-all />
        </p>
      )}
      <MemberTable members={members} choices={choices} />
      <details open={failure !== undefined || members.length < 2} className="narrow invitation">
        <summary>{words.invite}</summary>
        <form method="post" action={desk.people} className="fields">
          <SaidField name="email" type="email" label={words.email} value={typed.email} required maxLength={254} autoComplete="off" />
          <GivenFields id="invite" values={typed} choices={choices} languages={languages} />
          <button>{words.send}</button>
        </form>
      </details>
    </>
  )
}

function MemberTable({ members, choices }: { members: KnownMember[]; choices: RegisterChoices }): ReactNode {
  const say = useWords()
  const words = say.members
  return (
    <div className="lines-box">
      <table className="lines" data-lines>
        <caption className="unseen">{words.title}</caption>
        <thead>
          <tr>
            {[words.name, words.email, words.role, words.given, words.state].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <tr key={member.id}>
              <th scope="row">
                <a href={link(desk.person, { member: member.id })}>{member.name}</a>
              </th>
              <td>{member.email}</td>
              <td>{say.roles[member.role]}</td>
              <td>
                <Given member={member} choices={choices} />
              </td>
              <td>
                <MemberState state={member.state} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Given({ member, choices }: { member: KnownMember; choices: RegisterChoices }): ReactNode {
  const words = useWords().members
  const names = (ids: string[] | null, known: { value: string; name: string }[]): string[] =>
    (ids ?? []).map((id) => known.find(({ value }) => value === id)?.name ?? id)
  const parts = [
    ...names(member.projects, choices.projects),
    ...names(member.sections, choices.sections),
    ...(member.languages ?? []).map(ownName),
  ]
  if (parts.length > 0) return parts.join(', ')
  const isAll = member.projects === null && member.sections === null && member.languages === null
  return isAll ? words.everything : words.nothing
}
