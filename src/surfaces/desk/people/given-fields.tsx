import type { ReactNode } from 'react'

import type { Role } from '#newsroom/members/member.ts'
import { roles } from '#newsroom/members/member.ts'
import { ownName } from '#surfaces/ui/in-words.ts'

import type { Choice, RegisterChoices } from '../frame/register-names.ts'
import { PickEntries } from '../frame/pick-entry.tsx'
import { SaidField, SaidGroup } from '../frame/said-field.tsx'
import { useWords } from '../words/use-words.ts'

export type GivenValues = {
  name: string
  role: Role
  projects: string[] | null
  sections: string[] | null
  languages: string[] | null
}

type Props = { id: string; values: GivenValues; choices: RegisterChoices; languages: readonly string[] }

/** A member's name, role, and what is given to them. */
export function GivenFields({ id, values, choices, languages }: Props): ReactNode {
  const say = useWords()
  const words = say.members
  return (
    <>
      <SaidField name="name" label={words.name} value={values.name} required maxLength={120} autoComplete="off" />
      <SaidGroup name="role" legend={<legend>{words.role}</legend>}>
        {roles.map((role) => (
          <label key={role} className="tick">
            <input type="radio" name="role" value={role} required defaultChecked={role === values.role} />{' '}
            <span>{say.about(say.roles[role], words.roleHelp[role])}</span>
          </label>
        ))}
      </SaidGroup>
      <GivenPart {...{ id, name: 'projects', label: words.projects, choices: choices.projects, chosen: values.projects }} />
      <GivenPart {...{ id, name: 'sections', label: words.sections, choices: choices.sections, chosen: values.sections }} />
      <GivenPart
        {...{ id, name: 'languages', label: words.languages, chosen: values.languages }}
        choices={languages.map((value) => ({ value, name: ownName(value) }))}
      />
    </>
  )
}

type PartProps = { id: string; name: string; label: string; choices: Choice[]; chosen: string[] | null }

function GivenPart({ id, name, label, choices, chosen }: PartProps): ReactNode {
  const words = useWords().members
  if (choices.length === 0) return <input type="hidden" name={`${name}-all`} value={chosen === null ? 'all' : 'some'} />
  return (
    <fieldset id={`${id}-${name}`} className="options">
      <legend>{label}</legend>
      <div className="option">
        <label>
          <input type="radio" name={`${name}-all`} value="all" defaultChecked={chosen === null} /> <span>{words.all}</span>
        </label>
      </div>
      <div className="option">
        <label>
          <input type="radio" name={`${name}-all`} value="some" defaultChecked={chosen !== null} /> <span>{words.only}</span>
        </label>
        <div className="option-more">
          <PickEntries name={name} label={label} choices={choices} chosen={chosen ?? []} />
        </div>
      </div>
    </fieldset>
  )
}
