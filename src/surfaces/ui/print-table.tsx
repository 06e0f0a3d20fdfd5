import type { ReactNode } from 'react'

import type { Block } from '#newsroom/stories/body.ts'

import { printSimples } from './print-simple.tsx'
import type { Printing } from './printing.ts'

type Table = Extract<Block, { type: 'table' }>
type Row = Table['content'][number]
type Cell = Row['content'][number]

/** A table in a box of its own, which scrolls by keyboard too where the screen is narrower. */
export function printTable(table: Table, key: number, printing: Printing): ReactNode {
  printing.tables += 1
  const heads = headRows(table.content)
  const rows = table.content.map((row, i) => (
    <tr key={i}>{row.content.map((cell, j) => printCell(cell, j, i < heads ? 'col' : scopeOf(row, i), printing))}</tr>
  ))
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
    <section key={key} className="table-box" aria-label={printing.words.table(printing.tables)} tabIndex={0}>
      <table>
        {heads > 0 ? <thead>{rows.slice(0, heads)}</thead> : null}
        {heads < rows.length ? <tbody>{rows.slice(heads)}</tbody> : null}
      </table>
    </section>
  )
}

/** How many rows at the top are heads alone, unless one of their cells reaches down into the figures. */
function headRows(rows: readonly Row[]): number {
  const isHead = ({ content }: Row) => content.length > 0 && content.every((cell) => cell.type === 'tableHeader')
  const body = rows.findIndex((row) => !isHead(row))
  const heads = body === -1 ? rows.length : body
  const isWithin = (row: Row, i: number) => row.content.every((cell) => i + cell.attrs.rowspan <= heads)
  return rows.slice(0, heads).every(isWithin) ? heads : 0
}

function scopeOf(row: Row, index: number): 'col' | 'row' {
  return index === 0 && row.content.length > 1 && row.content.slice(1).some((cell) => cell.type === 'tableHeader') ? 'col' : 'row'
}

function printCell(cell: Cell, key: number, scope: 'col' | 'row', printing: Printing): ReactNode {
  const { colspan, rowspan } = cell.attrs
  const spans = { ...(colspan > 1 && { colSpan: colspan }), ...(rowspan > 1 && { rowSpan: rowspan }) }
  const content = printSimples(cell.content, printing)
  if (cell.type === 'tableCell')
    return (
      <td key={key} {...spans}>
        {content}
      </td>
    )
  return (
    <th key={key} scope={scope} {...spans}>
      {content}
    </th>
  )
}
