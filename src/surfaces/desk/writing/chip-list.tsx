import type { ReactNode } from 'react'

import { useWords } from '../words/use-words.ts'
import type { Chip } from './chips.ts'

/** What the text seems to say, each to accept: a button that fills the form, or without script saves it with that filled in. */
export function ChipList({ chips }: { chips: Chip[] }): ReactNode {
  const say = useWords()
  if (chips.length === 0) return null
  return (
    <fieldset className="chips">
      <legend className="field-name">{say.writing.suggestions}</legend>
      <ul>
        {chips.slice(0, 12).map((chip) => (
          <li key={chip.label}>
            <button name="accept" value={JSON.stringify(chip.fills)} data-chip aria-label={say.writing.accept(chip.label)}>
              <span aria-hidden="true">+</span> {chip.label}
            </button>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
