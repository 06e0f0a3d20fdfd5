import type { ReactNode } from 'react'

export function FailureNote({ failure }: { failure: string | undefined }): ReactNode {
  return failure === undefined ? null : (
    <p className="failure" role="alert">
      {failure}
    </p>
  )
}

export function DoneNote({ done }: { done: string | undefined }): ReactNode {
  return done === undefined ? null : <output className="made">{done}</output>
}
