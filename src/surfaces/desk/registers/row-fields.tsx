import type { ReactNode } from 'react'

import type { Also, Field } from '#newsroom/entries/field.ts'
import { rowsOf, textOf } from '#newsroom/entries/field.ts'

import { unknownName } from '../frame/called-fields.ts'
import { useFault } from '../frame/faults.tsx'
import { PickEntry } from '../frame/pick-entry.tsx'
import type { Choice } from '../frame/register-names.ts'
import { useWords } from '../words/use-words.ts'
import { addRowName, fieldName, rowName } from './field-names.ts'

type Props = {
  field: Extract<Field, { kind: 'rows' }>
  label: string
  value: unknown
  choices: Choice[]
  /** Which part has the focus, after a row was added, removed or moved. */
  focus: string | undefined
}

/** Organisations in their order, with what stands beside each. Rows come, go and move by buttons that are part of the form, so that nothing typed is lost. */
export function RowFields({ field, label, value, choices, focus }: Props): ReactNode {
  const words = useWords().registers
  const { name } = field
  const rows = rowsOf(value)
  const { marks, note } = useFault(name)
  return (
    <fieldset tabIndex={note ? -1 : undefined} {...marks}>
      <legend className="field-name">{label}</legend>
      {note}
      {rows.length > 1 ? <p className="help">{words.help.rows}</p> : null}
      {rows.map((row, position) => (
        // A row is known by its place alone: two grants of one funder are alike.
        <fieldset className="entry-row" key={position}>
          <legend>{rowName(words, name, position + 1)}</legend>
          <PickEntry
            register={field.of}
            name={`${name} ${field.each}`}
            label={fieldName(words, field.each)}
            none={words.choose}
            chosen={textOf(row[field.each])}
            choices={choices}
            position={position}
            copies={rows.length}
            isFocused={focus === `${name} ${position}`}
          />
          {field.also.map((also) => (
            <AlsoField key={also.name} name={`${name} ${also.name}`} also={also} text={textOf(row[also.name])} position={position} />
          ))}
          <RowActs {...{ name, position, focus }} count={rows.length} of={calledIn(choices, textOf(row[field.each]))} />
        </fieldset>
      ))}
      <RowButton act={`add ${name}`} isFocused={focus === `${name} add`}>
        {addRowName(words, name)}
      </RowButton>
    </fieldset>
  )
}

type AlsoProps = { name: string; also: Also; text: string; position: number }

function AlsoField({ name, also, text, position }: AlsoProps): ReactNode {
  const { marks, note } = useFault(name, { position })
  return (
    <label>
      <span>{fieldName(useWords().registers, also.name)}</span>
      <input
        name={name}
        defaultValue={text}
        maxLength={also.kind === 'text' ? also.longest : 10}
        inputMode={also.kind === 'number' ? 'decimal' : undefined}
        autoComplete="off"
        {...marks}
      />
      {note}
    </label>
  )
}

type ActsProps = { name: string; position: number; count: number; of: string; focus: string | undefined }

function RowActs({ name, position, count, of, focus }: ActsProps): ReactNode {
  const say = useWords()
  const words = say.registers
  const move = (way: 'up' | 'down') => (
    <RowButton
      act={`${way} ${name} ${position}`}
      label={of && say.about(words[way], of)}
      isFocused={focus === `${name} ${way} ${position}`}
    >
      {words[way]}
    </RowButton>
  )
  return (
    <div className="row-acts">
      {position > 0 ? move('up') : null}
      {position < count - 1 ? move('down') : null}
      <RowButton act={`remove ${name} ${position}`}>{of ? words.removeRow(of) : words.removeBlankRow}</RowButton>
    </div>
  )
}

function RowButton({ act, label, isFocused, children }: { act: string; label?: string; isFocused?: boolean; children: string }): ReactNode {
  return (
    <button
      className="quiet"
      name="row"
      value={act}
      aria-label={label === '' ? undefined : label}
      autoFocus={isFocused}
      formNoValidate
      data-turbo="false"
    >
      {children}
    </button>
  )
}

const calledIn = (choices: Choice[], chosen: string): string =>
  unknownName(chosen) ?? choices.find(({ value }) => value === chosen)?.name ?? ''
