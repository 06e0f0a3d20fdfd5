import type { ReactNode } from 'react'

import type { Emblem } from '#newsroom/visibility/emblem.ts'
import { withoutWords } from '#newsroom/visibility/emblem.ts'
import { desk, link } from '#src/routes.ts'
import { EmblemImage } from '#surfaces/ui/emblem-image.tsx'
import { ownName } from '#surfaces/ui/in-words.ts'

import { useWords } from '../words/use-words.ts'

type Props = { rule: string; emblems: Emblem[]; languages: string[] }

/** A funder's emblems, one a language, and a form for one more. */
export function EmblemForms({ rule, emblems, languages }: Props): ReactNode {
  const words = useWords().houseRules
  const nameOf = (language: string) => (language === withoutWords ? words.emblemForAll : ownName(language))
  const known = new Set([withoutWords, ...languages])
  const inOrder = emblems.toSorted((a, b) => Number(b.language === withoutWords) - Number(a.language === withoutWords))
  return (
    <div className="emblems">
      <h3>{words.emblem}</h3>
      {inOrder.map((emblem) => (
        <form key={emblem.language} method="post" action={link(desk.emblemOff, { rule })} className="emblem-now">
          <span className="plate">
            <EmblemImage emblem={emblem} alt={words.emblemNow(nameOf(emblem.language))} />
          </span>
          <span>{nameOf(emblem.language)}</span>
          <input type="hidden" name="language" value={emblem.language} />
          <button className="quiet" aria-label={words.emblemOff(nameOf(emblem.language))}>
            {words.emblemRemove}
          </button>
        </form>
      ))}
      <form method="post" action={link(desk.emblem, { rule })} encType="multipart/form-data" className="fields">
        <label>
          <span>{words.emblemLanguage}</span>
          <select name="language">
            {[...known].map((language) => (
              <option key={language} value={language}>
                {nameOf(language)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{words.emblemFile}</span>
          <input type="file" name="emblem" accept=".svg,.png,image/svg+xml,image/png" required aria-describedby={`emblem-help-${rule}`} />
          <span className="help" id={`emblem-help-${rule}`}>
            {words.emblemHelp}
          </span>
        </label>
        <button className="quiet">{words.emblemSet}</button>
      </form>
    </div>
  )
}
