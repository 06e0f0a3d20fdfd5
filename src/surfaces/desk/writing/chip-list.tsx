import type { ReactNode } from 'react'

import { en } from '../words/en.ts'
import type { Chip } from './chips.ts'

/** What the text seems to say, each to accept: a button that fills the form, or without script saves it with that filled in. */
export function ChipList({ chips }: { chips: Chip[] }): ReactNode {
  if (chips.length === 0) return null
  return (
    <div className="chips" role="group" aria-label={en.writing.suggestions}>
      <p className="field-name">{en.writing.suggestions}</p>
      <ul>
        {chips.slice(0, 12).map((chip) => (
          <li key={chip.label}>
            <button name="accept" value={JSON.stringify(chip.fills)} data-chip aria-label={en.writing.accept(chip.label)}>
              <span aria-hidden="true">+</span> {chip.label}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
