import type { ReactNode } from 'react'

import type { DerivedColour } from '#lib/accent.ts'
import { derivedColours } from '#lib/accent.ts'
import { hexOf, readColour } from '#lib/contrast.ts'

import { useWords } from '../words/use-words.ts'

/** What the pages make of an accent, with the contrast that each colour has on its paper; nothing for what is no colour. */
export function Swatches({ accent }: { accent: string }): ReactNode {
  const words = useWords().settings
  const colour = readColour(accent)
  if (!colour) return null
  const derived = derivedColours(colour)
  return (
    <figure>
      <figcaption className="field-name">{words.derived}</figcaption>
      <div className="swatches">
        {(['light', 'dark'] as const).map((scheme) => (
          <dl key={scheme} className={`on-${scheme}`} aria-label={words.schemes[scheme]}>
            {derived
              .filter((one) => one.scheme === scheme)
              .map((one) => (
                <Swatch key={one.use} colour={one} />
              ))}
          </dl>
        ))}
      </div>
    </figure>
  )
}

function Swatch({ colour: { use, colour, contrast } }: { colour: DerivedColour }): ReactNode {
  const words = useWords().settings
  return (
    <div>
      <dt>{words.uses[use]}</dt>
      <dd>
        <svg viewBox="0 0 1 1" aria-hidden="true">
          <rect width="1" height="1" fill={hexOf(colour)} />
        </svg>
        {words.contrast(contrast.toFixed(1))}
      </dd>
    </div>
  )
}
