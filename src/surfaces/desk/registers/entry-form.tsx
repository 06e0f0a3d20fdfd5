import type { ReactNode } from 'react'

import type { Register } from '#newsroom/entries/field.ts'
import { textOf } from '#newsroom/entries/field.ts'

import { useFault } from '../frame/faults.tsx'
import { useWords } from '../words/use-words.ts'
import type { FieldProps } from './entry-fields.tsx'
import { EntryField } from './entry-fields.tsx'

type Props = Omit<FieldProps, 'isPlace'> & {
  register: Register
  action: string
  /** The version that is changed; absent for a new entry. */
  version?: number
  mayChange: boolean
}

/** All that an entry says. A new one gives its address too; later it is moved by itself. */
export function EntryForm({ register, action, version, mayChange, ...rest }: Props): ReactNode {
  const words = useWords().registers
  const isPlace = register.key === 'code'
  const { marks, note } = useFault('slug', { help: 'slug-help' })
  return (
    <form method="post" action={action} className="fields">
      {/* Enter saves; the buttons of rows come before the one that is seen. */}
      <button className="unseen" tabIndex={-1} aria-hidden="true">
        {words.save}
      </button>
      {version === undefined ? null : <input type="hidden" name="madeFrom" value={version} />}
      <fieldset disabled={!mayChange} className="fields">
        {register.fields.map((field) => (
          <EntryField key={field.name} field={field} isPlace={isPlace} {...rest} />
        ))}
        {version === undefined ? (
          <label>
            <span>{isPlace ? words.fields.code : words.fields.slug}</span>
            <input name="slug" maxLength={120} defaultValue={textOf(rest.draft['slug'])} autoComplete="off" {...marks} />
            {note}
            <span className="help" id="slug-help">
              {isPlace ? words.help.code : words.help.slug}
            </span>
          </label>
        ) : null}
        {mayChange ? <button>{words.save}</button> : null}
      </fieldset>
    </form>
  )
}
