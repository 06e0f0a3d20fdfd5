import type { ReactNode } from 'react'

import type { RegisterName } from '#newsroom/entries/field.ts'
import { desk, link } from '#src/routes.ts'

import { useWords } from '../words/use-words.ts'
import { calledField, moreField, unknownName } from './called-fields.ts'
import { useFault } from './faults.tsx'
import type { Choice } from './register-names.ts'
import { offered } from './register-names.ts'

// What a page can carry and a list can be looked through; of more, one writes the name.
const listedAtMost = 400
// A list that is seen at a glance is better than a field to type in.
const glanced = 12

type OneProps = {
  register: RegisterName
  name: string
  label: string
  choices: Choice[]
  /** An id, or what was typed and no register knows. */
  chosen: string | null
  /** What stands for none of them. */
  none: string
  /** Which of several fields of this name it is, and how many there are. */
  position?: number
  copies?: number
  isFocused?: boolean
}

/** One entry of a register, or none: a list; of a large register a field for its name. With script either finds what one types. */
export function PickEntry(props: OneProps): ReactNode {
  const { choices, chosen, copies = 1 } = props
  // What was typed and nothing is called can be mended in a field alone.
  const isListed = choices.length * copies <= listedAtMost && unknownName(chosen ?? '') === undefined
  return <div className="pick-field">{isListed ? <ListedOne {...props} /> : <CalledOne {...props} />}</div>
}

function ListedOne({ register, name, label, choices, chosen, none, position = 0, isFocused }: OneProps): ReactNode {
  const { marks, note } = useFault(name, { position })
  const listed = offered(choices, [chosen ?? ''])
  return (
    <label>
      <span>{label}</span>
      <select
        name={name}
        defaultValue={chosen ?? ''}
        data-pick={listed.length > glanced ? '' : undefined}
        data-called={calledField(name, register, position)}
        data-names={link(desk.registerNames, { register })}
        data-register={register}
        autoFocus={isFocused}
        {...marks}
      >
        <option value="">{none}</option>
        <Options choices={listed} />
      </select>
      {note}
    </label>
  )
}

function CalledOne({ register, name, label, choices, chosen, none, position = 0, isFocused }: OneProps): ReactNode {
  const known = choices.find(({ value }) => value === chosen)
  const unknown = unknownName(chosen ?? '')
  const address = link(desk.registerNames, { register })
  const { marks, note } = useFault(name, { position })
  return (
    <>
      <select
        name={name}
        defaultValue={known?.value ?? ''}
        hidden
        data-pick={address}
        data-called={calledField(name, register, position)}
        data-register={register}
      >
        <option value="">{none}</option>
        {known ? <option value={known.value}>{known.name}</option> : null}
      </select>
      <label>
        <span>{label}</span>
        <input
          name={calledField(name, register, position)}
          defaultValue={known?.name ?? unknown ?? ''}
          placeholder={none}
          maxLength={500}
          autoComplete="off"
          dir="auto"
          autoFocus={isFocused}
          data-typed=""
          {...marks}
        />
        {note}
      </label>
    </>
  )
}

type ManyProps = { register?: RegisterName; name: string; label: string; choices: Choice[]; chosen: string[] }

/** Any number of them. Without script a list to tick in, and of a large register the names of more; with it, words in a row and a field to add more. */
export function PickEntries({ register, name, label, choices, chosen }: ManyProps): ReactNode {
  const words = useWords().registers
  const { marks, note } = useFault(name)
  const isCalled = register !== undefined && choices.length > listedAtMost
  const known = new Map(choices.map((choice) => [choice.value, choice]))
  const unknown = chosen.flatMap((value) => unknownName(value) ?? [])
  const ticked = chosen.filter((value) => unknownName(value) === undefined)
  const picked = ticked.map((value) => known.get(value) ?? { value, name: words.hidden })
  const listed = isCalled ? picked : [...offered(choices, ticked), ...picked.filter(({ value }) => !known.has(value))]
  return (
    <div className="pick-field">
      <label>
        <span>{label}</span>
        <select
          id={name}
          name={name}
          multiple
          size={4}
          defaultValue={ticked}
          hidden={isCalled && picked.length === 0}
          data-pick={isCalled ? link(desk.registerNames, { register }) : ''}
          data-called={register && moreField(name, register)}
          data-names={register && link(desk.registerNames, { register })}
          data-register={register}
          {...marks}
        >
          <Options choices={listed} />
        </select>
        {note}
      </label>
      {register !== undefined && (isCalled || unknown.length > 0) ? (
        <MoreNames name={moreField(name, register)} label={words.addByName(label)} unknown={unknown} />
      ) : null}
    </div>
  )
}

/** The names of more, one a line; what nothing is called comes back in it. */
function MoreNames({ name, label, unknown }: { name: string; label: string; unknown: string[] }): ReactNode {
  const { marks, note } = useFault(name)
  return (
    <label>
      <span>{label}</span>
      <textarea
        name={name}
        rows={2}
        defaultValue={unknown.join('\n')}
        dir="auto"
        data-typed={unknown.length === 0 ? '' : undefined}
        {...marks}
      />
      {note}
    </label>
  )
}

function Options({ choices }: { choices: Choice[] }): ReactNode {
  return choices.map(({ value, name }) => (
    <option key={value} value={value}>
      {name}
    </option>
  ))
}
