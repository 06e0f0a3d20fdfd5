import type { ReactNode } from 'react'

import type { EditionState } from '#newsroom/stories/story.ts'

/** The shape of a state: it fills on the way to readers, and is crossed out when it was withdrawn. */
export function StateShape({ state }: { state: EditionState }): ReactNode {
  return (
    <svg className="state-shape" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {drawings[state]}
    </svg>
  )
}

const ring = <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" strokeWidth="2" />

const drawings: Record<EditionState, ReactNode> = {
  draft: ring,
  'in review': (
    <>
      {ring}
      <path d="M8 1.5a6.5 6.5 0 0 1 0 13z" fill="currentColor" />
    </>
  ),
  cleared: <circle cx="8" cy="8" r="7.5" fill="currentColor" />,
  scheduled: (
    <>
      {ring}
      <path d="M8 4.25V8l2.75 1.75" fill="none" stroke="currentColor" strokeWidth="2" />
    </>
  ),
  released: <path d="M1 1h14v14H1z" fill="currentColor" />,
  withdrawn: <path d="m2 2 12 12M14 2 2 14" fill="none" stroke="currentColor" strokeWidth="2.5" />,
}
