import type { ReactNode } from 'react'

import type { Register } from '#newsroom/entries/field.ts'
import { desk, link } from '#src/routes.ts'

import { FailureNote } from '../sign-in/failure-note.tsx'
import { useWords } from '../words/use-words.ts'
import type { FieldProps } from './entry-fields.tsx'
import { EntryForm } from './entry-form.tsx'

type Props = Omit<FieldProps, 'isPlace'> & { register: Register; failure?: string }

/** The form of one more entry. */
export function NewEntryPage({ register, failure, ...rest }: Props): ReactNode {
  const words = useWords().registers
  const here = link(desk.register, { register: register.name })
  return (
    <div className="narrow">
      <p>
        <a href={here}>{words.names[register.name]}</a>
      </p>
      <h1>{words.addTitle(words.one[register.kind])}</h1>
      <FailureNote failure={failure} />
      <EntryForm register={register} action={here} mayChange {...rest} />
    </div>
  )
}
