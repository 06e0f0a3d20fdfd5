import type { ReactNode } from 'react'

import { useFault } from '../frame/faults.tsx'
import type { Choice } from '../frame/register-names.ts'
import { offered } from '../frame/register-names.ts'

type TextProps = {
  /** Where others lead to it. */
  id?: string
  name: string
  label: string
  value: string | null | undefined
  type?: 'text' | 'date' | 'number'
  longest?: number
  help?: string
  /** What of the text the help goes with while it is typed. */
  follows?: 'address'
}

export function TextField({ id, name, label, value, type = 'text', longest, help, follows }: TextProps): ReactNode {
  const helpId = help === undefined ? undefined : `${name}-help`
  const { marks, note } = useFault(name, { help: helpId })
  return (
    <label>
      <span>{label}</span>
      <input
        id={id}
        name={name}
        type={type}
        maxLength={longest}
        min={type === 'number' ? 0 : undefined}
        defaultValue={value ?? ''}
        autoComplete="off"
        {...marks}
      />
      {note}
      {help === undefined ? null : (
        <span className="help" id={helpId} data-follows={follows}>
          {help}
        </span>
      )}
    </label>
  )
}

type PickProps = { id?: string; name: string; label: string; choices: Choice[]; chosen: string | null; none?: string }

/** One of a few, or none. */
export function Pick({ id, name, label, choices, chosen, none }: PickProps): ReactNode {
  const { marks, note } = useFault(name)
  return (
    <label>
      <span>{label}</span>
      <select {...{ id, name, ...marks }} defaultValue={chosen ?? ''}>
        {none === undefined ? null : <option value="">{none}</option>}
        {offered(choices, [chosen ?? '']).map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.name}
          </option>
        ))}
      </select>
      {note}
    </label>
  )
}
