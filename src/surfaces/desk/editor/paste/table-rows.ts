import { mostColumns, mostRows } from '../schema/table-nodes.ts'

export type Cell = { element: HTMLElement; name: 'th' | 'td'; spans: { colspan: number; rowspan: number } }

/** The cells of a table of facts, row by row; null for a table that only arranges a page. */
export function rowsOf(table: HTMLElement): Cell[][] | null {
  const rows = [...table.querySelectorAll<HTMLElement>(':scope > tr, :scope > * > tr')]
    .filter(({ children }) => children.length > 0)
    .slice(0, mostRows)
  const cells = rows.map((row) => [...row.querySelectorAll<HTMLElement>(':scope > th, :scope > td')].slice(0, mostColumns).map(cellOf))
  const widest = Math.max(0, ...cells.map((row) => row.length))
  const isLayout = /^(presentation|none)$/.test(table.getAttribute('role') ?? '') || table.querySelector('table') !== null
  return isLayout || widest === 0 || (widest === 1 && cells.length === 1) ? null : cells.filter((row) => row.length > 0)
}

function cellOf(element: HTMLElement): Cell {
  // Word online names the cells of its first row by their role.
  const isNamed = /^(column|row)header$/.test(element.getAttribute('role') ?? '') && element.parentElement?.previousElementSibling === null
  const isHeading = element.localName === 'th' || element.closest('thead') !== null || isNamed
  const span = (name: 'colspan' | 'rowspan') =>
    Math.min(Math.max(Number(element.getAttribute(name)) || 1, 1), name === 'colspan' ? mostColumns : 50)
  return { element, name: isHeading ? 'th' : 'td', spans: { colspan: span('colspan'), rowspan: span('rowspan') } }
}
