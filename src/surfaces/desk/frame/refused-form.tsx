import { createContext, useContext } from 'react'
import type { ReactNode } from 'react'

import { FailureNote } from '../sign-in/failure-note.tsx'
import { useWords } from '../words/use-words.ts'
import { Faults } from './faults.tsx'
import type { RefusedForm } from './refusal.ts'

/** The one form of a page with several that comes back. */
export const Refused = createContext<RefusedForm | undefined>(undefined)

const Typed = createContext<FormData | undefined>(undefined)

/** Whether it is this form that comes back: what folds it away stands open then. */
export const useIsRefused = (form: string): boolean => useAreRefused([form])
export const useAreRefused = (forms: readonly string[]): boolean => forms.includes(useContext(Refused)?.form ?? '')

/** What was typed in a field of the form that comes back; before that, what is there. */
export function useTyped(name: string, before: string): string {
  const typed = useContext(Typed)?.get(name)
  return typeof typed === 'string' ? typed : before
}

/** Why a form of a page with several comes back: at the head of the page, and with the focus. */
export function RefusedNote(): ReactNode {
  const refused = useContext(Refused)
  const { notDone } = useWords().failures
  return refused ? (
    <Faults value={refused.faults}>
      <FailureNote failure={refused.failure} lead={notDone} isFocused />
    </Faults>
  ) : null
}

/** What stands in a form of a page with several: if it is the one that comes back, what is wrong with its fields, and what was typed in them. */
export function RefusedPart({ form, children }: { form: string; children: ReactNode }): ReactNode {
  const refused = useContext(Refused)
  const isIt = refused?.form === form
  return (
    <Faults value={isIt ? refused.faults : []}>
      <Typed value={isIt ? refused.typed : undefined}>{children}</Typed>
    </Faults>
  )
}
