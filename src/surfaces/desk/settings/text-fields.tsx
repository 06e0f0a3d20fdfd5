import type { ReactNode } from 'react'

import { directionOf, ownName } from '#surfaces/ui/in-words.ts'

import { useFault } from '../frame/faults.tsx'

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
  const described = help === undefined ? undefined : helpId
  const { marks, note } = useFault(name)
  return (
    <fieldset tabIndex={note ? -1 : undefined} {...marks}>
      <legend>{legend}</legend>
      {note}
      {help === undefined ? null : (
        <p className="help" id={helpId}>
          {help}
        </p>
      )}
      <div className="languages">
        {languages.map((language) => (
          <TextIn
            key={language}
            name={`${name} ${language}`}
            {...{ language, longest, isLong }}
            text={texts[language] ?? ''}
            help={described}
          />
        ))}
      </div>
    </fieldset>
  )
}

type TextInProps = { name: string; language: string; longest: number; isLong: boolean; text: string; help: string | undefined }

function TextIn({ name, language, longest, isLong, text, help }: TextInProps): ReactNode {
  const { marks, note } = useFault(name, { help })
  const field = { name, lang: language, dir: directionOf(language), defaultValue: text, maxLength: longest, ...marks }
  return (
    <label>
      <span lang={language}>{ownName(language)}</span>
      {isLong ? <textarea rows={3} {...field} /> : <input {...field} />}
      {note}
    </label>
  )
}
