import { useContext } from 'react'
import type { ReactNode } from 'react'

import { Faults, FaultSummary } from '../frame/faults.tsx'

type Props = {
  failure: string | undefined
  /** What stands above what is to be mended. */
  lead?: string
  isFocused?: boolean
}

/** Why something was not done: all that is wrong with the form, or one line. */
export function FailureNote({ failure, lead, isFocused = false }: Props): ReactNode {
  const faults = useContext(Faults)
  if (faults.length > 0) return <FaultSummary {...(lead !== undefined && { lead })} />
  return failure === undefined ? null : (
    <p className="failure" role="alert" tabIndex={isFocused ? -1 : undefined} autoFocus={isFocused}>
      {failure}
    </p>
  )
}

export function DoneNote({ done }: { done: string | undefined }): ReactNode {
  return done === undefined ? null : <output className="made">{done}</output>
}
