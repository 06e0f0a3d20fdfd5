import type { InputHTMLAttributes, ReactNode } from 'react'

import { useFault } from './faults.tsx'
import { useTyped } from './refused-form.tsx'

type Of =
  | 'type'
  | 'required'
  | 'min'
  | 'max'
  | 'minLength'
  | 'maxLength'
  | 'dir'
  | 'autoComplete'
  | 'autoCapitalize'
  | 'inputMode'
  | 'spellCheck'
  | 'accept'

type Props = Pick<InputHTMLAttributes<HTMLInputElement>, Of> & {
  name: string
  label: ReactNode
  /** What is there; in a form that comes back, what was typed stands in its place. */
  value?: string | undefined
  help?: string
  /** Where several fields of a page have one name: what the help of this one is called. */
  helpId?: string
  /** Of a field for several lines: how many are seen. */
  rows?: number
}

/** A field to write in, with what is wrong with it and what helps to fill it. */
export function SaidField({ name, label, value = '', help, helpId: called = `${name}-help`, rows, ...more }: Props): ReactNode {
  const helpId = help === undefined ? undefined : called
  const { marks, note } = useFault(name, { help: helpId })
  const typed = useTyped(name, value)
  // A password is typed anew, a file chosen anew: no browser would show them.
  const isKept = more.type !== 'password' && more.type !== 'file'
  const { type, min, max, accept, ...shared } = { ...more, name, ...(isKept && { defaultValue: typed }), ...marks }
  return (
    <label>
      <span>{label}</span>
      {rows === undefined ? <input {...{ type, min, max, accept }} {...shared} /> : <textarea rows={rows} {...shared} />}
      {note}
      <FieldHelp id={helpId}>{help}</FieldHelp>
    </label>
  )
}

/** Fields that say one thing together. */
export function SaidGroup({ name, legend, children }: { name: string; legend: ReactNode; children: ReactNode }): ReactNode {
  const { marks, note } = useFault(name)
  return (
    <fieldset tabIndex={note ? -1 : undefined} {...marks}>
      {legend}
      {note}
      {children}
    </fieldset>
  )
}

type ChoiceProps = {
  name: string
  label: string
  choices: readonly { value: string; name: string }[]
  /** What stands for none of them. */
  none?: string | undefined
  chosen?: string | undefined
  help?: string
  required?: boolean
  isFocused?: boolean
}

/** A list to choose one from. */
export function SaidChoice({ name, label, choices, none, chosen = '', help, required, isFocused }: ChoiceProps): ReactNode {
  const helpId = help === undefined ? undefined : `${name}-help`
  const { marks, note } = useFault(name, { help: helpId })
  return (
    <label>
      <span>{label}</span>
      <select name={name} required={required} autoFocus={isFocused} defaultValue={useTyped(name, chosen)} {...marks}>
        {none === undefined ? null : <option value="">{none}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.name}
          </option>
        ))}
      </select>
      {note}
      <FieldHelp id={helpId}>{help}</FieldHelp>
    </label>
  )
}

function FieldHelp({ id, children }: { id: string | undefined; children: ReactNode }): ReactNode {
  return id === undefined ? null : (
    <span className="help" id={id}>
      {children}
    </span>
  )
}
