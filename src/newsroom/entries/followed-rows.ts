import type { Field } from './field.ts'
import { rowsOf, textOf } from './field.ts'

type RowsField = Extract<Field, { kind: 'rows' }>

/** The rows of an entry, naming the entries that the merged ones were merged into. */
export function followedRows({ each, also }: RowsField, value: unknown, merged: ReadonlyMap<string, string>): Record<string, unknown>[] {
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
