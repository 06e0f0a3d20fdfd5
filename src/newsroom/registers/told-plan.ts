export type CellChange = { header: string; before: string; after: string }

type Row = { cells: CellChange[] }

/** How much of a plan is told cell by cell; nobody looks through more of it, and each cell costs the page a line. */
const mostTold = 500_000 // characters
const perCell = 50

/** Rows that are told whole as far as there is room, and after those without their cells; `untold` counts the latter. */
export function tellRows<Added extends Row, Changed extends Row>(
  added: Added[],
  changed: Changed[],
): { added: Added[]; changed: Changed[]; untold: number } {
  let room = mostTold
  let untold = 0
  const told = <One extends Row>(row: One): One => {
    room -= row.cells.reduce((size, { header, before, after }) => size + perCell + header.length + before.length + after.length, 0)
    if (room >= 0 || row.cells.length === 0) return row
    untold += 1
    return { ...row, cells: [] }
  }
  return { added: added.map(told), changed: changed.map(told), untold }
}
