import type { ReactNode } from 'react'

import type { EditionState } from '#newsroom/stories/story.ts'

import { en } from '../words/en.ts'

/** A state as a word with a shape, never by colour alone. */
export function StateMark({ state }: { state: EditionState }): ReactNode {
  return (
    <span className={`state-mark state-${state.replace(' ', '-')}`}>
      <span aria-hidden="true">{en.stateMarks[state]}</span> {en.states[state]}
    </span>
  )
}

/** A moment for people, which the desk's script shows in the reader's own zone on hover. */
export function Moment({ at, words }: { at: Date; words: string }): ReactNode {
  return <time dateTime={at.toISOString()}>{words}</time>
}
