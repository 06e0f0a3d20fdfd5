import type { ReactNode } from 'react'

import type { EditionState } from '#newsroom/stories/story.ts'

import { momentInWords } from './moments.ts'
import { StateShape } from './state-shape.tsx'
import { useWords } from '../words/use-words.ts'

/** A state as a word with a shape, never by colour alone. */
export function StateMark({ state }: { state: EditionState }): ReactNode {
  const say = useWords()
  return (
    <span className={`state-mark state-${state.replace(' ', '-')}`}>
      <StateShape state={state} />
      {say.states[state]}
    </span>
  )
}

/** A moment for people, by the newsroom's clock. */
export function Moment({ at, timeZone }: { at: Date; timeZone: string }): ReactNode {
  return <time dateTime={at.toISOString()}>{momentInWords(at, timeZone, useWords().language)}</time>
}
