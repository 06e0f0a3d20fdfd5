import type { ReactNode } from 'react'

import type { Field } from '#newsroom/entries/field.ts'
import { rowsOf, textOf } from '#newsroom/entries/field.ts'

import type { Choice } from '../frame/register-names.ts'
import { offered } from '../frame/register-names.ts'
import { useWords } from '../words/use-words.ts'
import { fieldName } from './field-names.ts'

type Props = { field: Extract<Field, { kind: 'rows' }>; label: string; value: unknown; choices: Choice[] }

/** Organisations with what stands beside each. Rows come and go by buttons that are part of the form, so that nothing typed is lost. */
export function RowFields({ field, label, value, choices }: Props): ReactNode {
  const words = useWords().registers
  return (
    <fieldset>
      <legend className="field-name">{label}</legend>
      {rowsOf(value).map((row, position) => (
        // A row is known by its place alone: two grants of one funder are alike.
        <fieldset className="entry-row" key={position}>
          <legend className="unseen">{words.row(label, position + 1)}</legend>
          <label>
            <span>{fieldName(words, field.each)}</span>
            <select name={`${field.name} ${field.each}`} defaultValue={textOf(row[field.each])}>
              <option value="">{words.choose}</option>
              {offered(choices, [textOf(row[field.each])]).map((choice) => (
                <option key={choice.value} value={choice.value}>
                  {choice.name}
                </option>
              ))}
            </select>
          </label>
          {field.also.map((also) => (
            <label key={also.name}>
              <span>{fieldName(words, also.name)}</span>
              <input
                name={`${field.name} ${also.name}`}
                defaultValue={textOf(row[also.name])}
                maxLength={also.kind === 'text' ? also.longest : 10}
                inputMode={also.kind === 'number' ? 'decimal' : undefined}
                autoComplete="off"
              />
            </label>
          ))}
          <button className="quiet" name="row" value={`remove ${field.name} ${position}`} formNoValidate data-turbo="false">
            {words.removeRow(label, position + 1)}
          </button>
        </fieldset>
      ))}
      <button className="quiet" name="row" value={`add ${field.name}`} formNoValidate data-turbo="false">
        {words.addRow(label)}
      </button>
    </fieldset>
  )
}
