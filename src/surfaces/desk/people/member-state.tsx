import type { ReactNode } from 'react'

import type { KnownMember } from '#newsroom/members/list-members.ts'

import { StateShape } from '../frame/state-shape.tsx'
import { useWords } from '../words/use-words.ts'

const shapes = { invited: 'draft', active: 'cleared', suspended: 'withdrawn' } as const

/** Whether a member may come in, as a word with a shape. */
export function MemberState({ state }: Pick<KnownMember, 'state'>): ReactNode {
  return (
    <span className="state-mark">
      <StateShape state={shapes[state]} />
      {useWords().members.states[state]}
    </span>
  )
}
