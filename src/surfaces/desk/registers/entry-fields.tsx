import type { ReactNode } from 'react'

import type { Field } from '#newsroom/entries/field.ts'
import { linesOf, namesOf, textOf, wordsOf } from '#newsroom/entries/field.ts'
import { directionOf, ownName } from '#surfaces/ui/in-words.ts'

import { useFault } from '../frame/faults.tsx'
import { PickEntries, PickEntry } from '../frame/pick-entry.tsx'
import type { RegisterChoices } from '../frame/register-names.ts'
import { languagesOf, TextInLanguages } from '../frame/text-in-languages.tsx'
import { Tick } from '../rules/tick.tsx'
import { useWords } from '../words/use-words.ts'
import type { DeskWords } from '../words/desk-words.ts'
import { Pick } from '../writing/fields.tsx'
import { choiceName, fieldName } from './field-names.ts'
import type { Draft } from './form-entry.ts'
import { RowFields } from './row-fields.tsx'

export type FieldProps = {
  draft: Draft
  choices: RegisterChoices
  languages: readonly string[]
  isPlace: boolean
  /** Which part has the focus, where the form comes back with other rows. */
  focus?: string
}

/** The form of one fact, whatever kind it is of. */
export function EntryField({ field, draft, choices, languages, isPlace, focus }: FieldProps & { field: Field }): ReactNode {
  const words = useWords().registers
  const label = fieldName(words, field.name)
  const value = draft[field.name]
  switch (field.kind) {
    case 'words':
      return (
        <WordsField
          field={field}
          texts={wordsOf(value)}
          languages={languages}
          help={field.name === 'name' ? nameHelp(words, isPlace) : undefined}
        />
      )
    case 'lines':
      return <LinesField field={field} lines={linesOf(value)} languages={languages} />
    case 'names':
      return <Area name={field.name} label={label} text={namesOf(value).join('\n')} help={words.help.alternativeNames} />
    case 'tick':
      return <Tick name={field.name} value="yes" label={label} isTicked={value === true} />
    case 'choice':
      return (
        <Pick
          name={field.name}
          label={label}
          chosen={textOf(value)}
          choices={field.of.map((one) => ({ value: one, name: choiceName(words, one) }))}
        />
      )
    case 'one':
      return (
        <PickEntry
          register={field.of}
          name={field.name}
          label={label}
          none={words.none}
          chosen={textOf(value)}
          choices={choices[field.of]}
        />
      )
    case 'many':
      return <PickEntries register={field.of} name={field.name} label={label} chosen={namesOf(value)} choices={choices[field.of]} />
    case 'rows':
      return <RowFields field={field} label={label} value={value} choices={choices[field.of]} focus={focus} />
    case 'text':
    case 'day':
    case 'web':
    case 'number':
      return <LineField field={field} label={label} text={textOf(value)} help={field.name === 'status' ? words.help.status : undefined} />
  }
}

const nameHelp = (words: DeskWords['registers'], isPlace: boolean): string => (isPlace ? words.help.placeName : words.help.name)

function LineField({ field, label, text, help }: { field: Field; label: string; text: string; help: string | undefined }): ReactNode {
  const type = { day: 'date', web: 'url', number: 'text' }[
    field.kind === 'day' || field.kind === 'web' || field.kind === 'number' ? field.kind : 'number'
  ]
  const helpId = help === undefined ? undefined : `${field.name}-help`
  const { marks, note } = useFault(field.name, { help: helpId })
  return (
    <label>
      <span>{label}</span>
      <input
        name={field.name}
        type={field.kind === 'text' ? 'text' : type}
        maxLength={field.kind === 'text' ? field.longest : undefined}
        inputMode={field.kind === 'number' ? 'decimal' : undefined}
        defaultValue={text}
        autoComplete="off"
        {...marks}
      />
      {note}
      {help === undefined ? null : (
        <span className="help" id={helpId}>
          {help}
        </span>
      )}
    </label>
  )
}

function Area({ name, label, text, help }: { name: string; label: string; text: string; help?: string }): ReactNode {
  const helpId = help === undefined ? undefined : `${name}-help`
  const { marks, note } = useFault(name, { help: helpId })
  return (
    <label>
      <span>{label}</span>
      <textarea name={name} rows={3} defaultValue={text} {...marks} />
      {note}
      {help === undefined ? null : (
        <span className="help" id={helpId}>
          {help}
        </span>
      )}
    </label>
  )
}

type WordsProps = {
  field: Extract<Field, { kind: 'words' }>
  texts: { [language: string]: string }
  languages: readonly string[]
  help: string | undefined
}

/** A text in each language; where one is empty, what its readers see instead. */
function WordsField({ field, texts, languages, help }: WordsProps): ReactNode {
  const label = fieldName(useWords().registers, field.name)
  const fallback = texts['en'] ?? languages.map((language) => texts[language]).find((text) => text)
  const { name, longest, isLong } = field
  return <TextInLanguages {...{ name, help, texts, languages, longest, fallback }} legend={label} rows={isLong ? 4 : undefined} />
}

function LinesField({
  field,
  lines,
  languages,
}: {
  field: Field
  lines: { [language: string]: string[] }
  languages: readonly string[]
}): ReactNode {
  const label = fieldName(useWords().registers, field.name)
  return (
    <fieldset>
      <legend className="field-name">{label}</legend>
      <div className="languages">
        {languagesOf(languages, lines).map((language) => (
          <LinesIn key={language} name={`${field.name} ${language}`} {...{ label, language }} lines={lines[language] ?? []} />
        ))}
      </div>
    </fieldset>
  )
}

function LinesIn({ name, label, language, lines }: { name: string; label: string; language: string; lines: string[] }): ReactNode {
  const { marks, note } = useFault(name)
  return (
    <label>
      <span>{ownName(language)}</span>
      <textarea
        name={name}
        rows={4}
        lang={language}
        dir={directionOf(language)}
        defaultValue={lines.join('\n')}
        aria-label={`${label}, ${ownName(language)}`}
        {...marks}
      />
      {note}
    </label>
  )
}
