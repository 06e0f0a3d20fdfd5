import type { ReactNode } from 'react'

import { directionOf, ownName } from '#surfaces/ui/in-words.ts'

type Props = {
  /** The fields are `name en`, `name fr`, … */
  name: string
  legend: string
  help?: string
  texts: { [language: string]: string }
  languages: readonly string[]
  longest: number
  /** Several lines. */
  isLong?: boolean
}

/** The same text in each language of the newsroom. */
export function TextFields({ name, legend, help, texts, languages, longest, isLong = false }: Props): ReactNode {
  const helpId = `${name.replaceAll(' ', '-')}-help`
  return (
    <fieldset>
      <legend>{legend}</legend>
      {help === undefined ? null : (
        <p className="help" id={helpId}>
          {help}
        </p>
      )}
      <div className="languages">
        {languages.map((language) => {
          const field = {
            name: `${name} ${language}`,
            lang: language,
            dir: directionOf(language),
            defaultValue: texts[language] ?? '',
            maxLength: longest,
            ...(help !== undefined && { 'aria-describedby': helpId }),
          }
          return (
            <label key={language}>
              <span lang={language}>{ownName(language)}</span>
              {isLong ? <textarea rows={3} {...field} /> : <input {...field} />}
            </label>
          )
        })}
      </div>
    </fieldset>
  )
}
