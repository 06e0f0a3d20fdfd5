import { createContext, useContext } from 'react'
import type { ReactNode } from 'react'

import type { ShownFault } from '../words/faults-in-words.ts'
import { useWords } from '../words/use-words.ts'

/** What is wrong with the fields of the form that is printed. */
export const Faults = createContext<readonly ShownFault[]>([])

type Marked = {
  /** For the field: that it is at fault, and where that is said. */
  marks: { id?: string; 'aria-invalid'?: true; 'aria-describedby'?: string }
  note: ReactNode
}

/** How a field shows its fault, if it has one; `help` is the id of what else describes it. */
export function useFault(field: string, { position = 0, help }: { position?: number; help?: string | undefined } = {}): Marked {
  const fault = useContext(Faults).find((one) => one.field === field && one.position === position)
  if (!fault) return { marks: help === undefined ? {} : { 'aria-describedby': help }, note: null }
  const note = `${fault.id}-note`
  return {
    marks: { id: fault.id, 'aria-invalid': true, 'aria-describedby': help === undefined ? note : `${note} ${help}` },
    note: (
      <span className="fault" id={note} data-fault>
        {fault.text}
      </span>
    ),
  }
}

/** Whether any of some fields has a fault: what folds them away stands open then. */
export const useHasFault = (isOf: (field: string) => boolean): boolean => useContext(Faults).some(({ field }) => isOf(field))

/** All that is wrong with a form, above it and with the focus; each line leads to its field (https://design-system.service.gov.uk/components/error-summary/). */
export function FaultSummary({ lead }: { lead?: string }): ReactNode {
  const faults = useContext(Faults)
  const words = useWords().failures
  if (faults.length === 0) return null
  return (
    <div className="failure" role="alert" tabIndex={-1} autoFocus aria-labelledby="faults-title">
      <h2 id="faults-title">{lead ?? words.toMend}</h2>
      {/* The browser goes there by itself: a visit would ask for the form again, and lose what was typed. */}
      <ul data-turbo="false">
        {faults.map(({ id, text }) => (
          <li key={`${id} ${text}`}>
            <a href={`#${id}`}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
