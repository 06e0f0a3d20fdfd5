import type { ReactNode } from 'react'

import { directionOf, ownName } from '#surfaces/ui/in-words.ts'

import { useWords } from '../words/use-words.ts'
import { Explained } from './explained.tsx'
import { useFault } from './faults.tsx'

type Texts = Readonly<Record<string, string>>

type Props = {
  /** The fields are `name en`, `name fr`, … */
  name: string
  legend: string
  help?: string | undefined
  texts: Texts
  /** Those of the newsroom. */
  languages: readonly string[]
  longest: number
  /** How many lines are seen, where it may have several. */
  rows?: number | undefined
  /** In the words of the desk where another text stands for one that is empty: which. */
  fallback?: string | undefined
}

/** The same text in each language of the newsroom, and in each besides in which it is said: what no form shows, saving would lose. */
export function TextInLanguages({ name, legend, help, texts, languages, ...rest }: Props): ReactNode {
  const helpId = help === undefined ? undefined : `${name.replaceAll(' ', '-')}-help`
  const { marks, note } = useFault(name, { help: helpId })
  return (
    <fieldset tabIndex={note ? -1 : undefined} {...marks}>
      <legend className="field-name">{legend}</legend>
      {note}
      {help === undefined ? null : (
        <p className="help" id={helpId}>
          {help}
        </p>
      )}
      <div className="languages">
        {languagesOf(languages, texts).map((language) => (
          <TextIn key={language} name={`${name} ${language}`} text={texts[language] ?? ''} {...{ legend, language }} {...rest} />
        ))}
      </div>
    </fieldset>
  )
}

type TextInProps = Pick<Props, 'name' | 'legend' | 'longest' | 'rows' | 'fallback'> & { language: string; text: string }

function TextIn({ name, legend, language, text, longest, rows, fallback }: TextInProps): ReactNode {
  const words = useWords().registers
  const help = fallback && !text ? words.fallback(fallback.slice(0, 80)) : undefined
  const helpId = help === undefined ? undefined : `${name.replaceAll(' ', '-')}-help`
  const { marks, note } = useFault(name, { help: helpId })
  const shared = { name, lang: language, dir: directionOf(language), maxLength: longest, defaultValue: text, ...marks }
  const called = { 'aria-label': `${legend}, ${ownName(language)}` }
  return (
    <Explained {...{ note, help, helpId }}>
      <label>
        <span lang={language}>{ownName(language)}</span>
        {rows === undefined ? <input autoComplete="off" {...shared} {...called} /> : <textarea rows={rows} {...shared} {...called} />}
      </label>
    </Explained>
  )
}

/** The newsroom's languages, and those besides in which something is said. */
export const languagesOf = (languages: readonly string[], said: Readonly<Record<string, unknown>>): string[] => [
  ...new Set([...languages, ...Object.keys(said)]),
]
