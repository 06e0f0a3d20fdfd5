import type { ReactNode } from 'react'

import type { Emblem } from '#newsroom/visibility/emblem.ts'
import { withoutWords } from '#newsroom/visibility/emblem.ts'
import { desk, link } from '#src/routes.ts'
import { EmblemImage } from '#surfaces/ui/drawing-image.tsx'
import { ownName } from '#surfaces/ui/in-words.ts'

import { RefusedPart } from '../frame/refused-form.tsx'
import { SaidChoice, SaidField } from '../frame/said-field.tsx'
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
        <RefusedPart form={link(desk.emblem, { rule })}>
          <SaidChoice
            name="language"
            label={words.emblemLanguage}
            choices={[...known].map((language) => ({ value: language, name: nameOf(language) }))}
          />
          <SaidField
            name="emblem"
            type="file"
            label={words.emblemFile}
            help={words.emblemHelp}
            helpId={`emblem-help-${rule}`}
            accept=".svg,.png,image/svg+xml,image/png"
            required
          />
        </RefusedPart>
        <button className="quiet">{words.emblemSet}</button>
      </form>
    </div>
  )
}
