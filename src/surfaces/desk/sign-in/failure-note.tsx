import { useContext } from 'react'
import type { ReactNode } from 'react'

import { Faults, FaultSummary } from '../frame/faults.tsx'

/** Why something was not done: all that is wrong with the form, or one line. */
export function FailureNote({ failure }: { failure: string | undefined }): ReactNode {
  const faults = useContext(Faults)
  if (faults.length > 0) return <FaultSummary />
  return failure === undefined ? null : (
    <p className="failure" role="alert">
      {failure}
    </p>
  )
}

export function DoneNote({ done }: { done: string | undefined }): ReactNode {
  return done === undefined ? null : <output className="made">{done}</output>
}
