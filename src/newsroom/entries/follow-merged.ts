import type { Field } from './field.ts'
import { namesOf, rowsOf, textOf } from './field.ts'

type RowsField = Extract<Field, { kind: 'rows' }>

/** The value of a field, leading to where merges ended; of a field that refers to nothing as it is. */
export function followMerged(field: Field, value: unknown, merged: ReadonlyMap<string, string>): unknown {
  const now = (id: string) => merged.get(id) ?? id
  if (field.kind === 'one') return typeof value === 'string' ? now(value) : null
  if (field.kind === 'many') return [...new Set(namesOf(value).map(now))]
  if (field.kind === 'rows') return followedRows(field, value, merged)
  return value
}

function followedRows({ each, also }: RowsField, value: unknown, merged: ReadonlyMap<string, string>): Record<string, unknown>[] {
  const rows = rowsOf(value)
  if (!rows.some((row) => merged.has(textOf(row[each])))) return rows
  const now = rows.map((row) => ({ ...row, [each]: merged.get(textOf(row[each])) ?? row[each] }))
  return saidOnce<Record<string, unknown>>(now, [each, ...also.map(({ name }) => name)])
}

/**
 * Rows of which merges may have made several name the same, by the facts that tell them apart: what another row says as well, or says in
 * full, is not said again. Two grants of one funder are two facts, and both stay.
 */
export function saidOnce<Row extends { readonly [fact: string]: unknown }>(rows: Row[], [each = '', ...also]: string[]): Row[] {
  const tells = (row: Row, other: Row) =>
    row[each] === other[each] && also.every((fact) => (other[fact] ?? null) === null || other[fact] === row[fact])
  return rows.filter((row, at) => !rows.some((other, i) => i !== at && tells(other, row) && (i < at || !tells(row, other))))
}
