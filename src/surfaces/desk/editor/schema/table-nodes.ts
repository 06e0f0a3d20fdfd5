import { Extension, Node } from '@tiptap/core'
import { tableEditing } from '@tiptap/pm/tables'

import { wholeUpTo } from './attribute-checks.ts'

export const mostColumns = 40
export const mostRows = 500
const widestSpan = 50

export const Table = Node.create({
  name: 'table',
  group: 'block',
  content: 'tableRow+',
  isolating: true,
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: () => ['table', ['tbody', 0]],
})

export const TableRow = Node.create({
  name: 'tableRow',
  content: '(tableCell | tableHeader)*',
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: () => ['tr', 0],
})

const cell = {
  content: 'simple+',
  isolating: true,
  // prosemirror-tables reads a width of each cell; the reader's screen decides it, so it stays empty.
  addAttributes: () => ({
    colspan: span('colspan'),
    rowspan: span('rowspan'),
    colwidth: { default: null, validate: 'null', rendered: false, parseHTML: () => null },
  }),
}

export const TableHeader = Node.create({
  ...cell,
  name: 'tableHeader',
  parseHTML: () => [{ tag: 'th' }],
  renderHTML: ({ HTMLAttributes }) => ['th', HTMLAttributes, 0],
})

export const TableCell = Node.create({
  ...cell,
  name: 'tableCell',
  parseHTML: () => [{ tag: 'td' }],
  renderHTML: ({ HTMLAttributes }) => ['td', HTMLAttributes, 0],
})

function span(name: 'colspan' | 'rowspan') {
  return {
    default: 1,
    validate: wholeUpTo(name, widestSpan),
    parseHTML: (element: HTMLElement) => {
      const written = Number(element.getAttribute(name))
      return Number.isInteger(written) && written > 1 ? Math.min(written, widestSpan) : 1
    },
    renderHTML: (attrs: { [name: string]: unknown }) => (attrs[name] === 1 ? {} : { [name]: String(attrs[name]) }),
  }
}

const roles: { [name: string]: string } = { table: 'table', tableRow: 'row', tableHeader: 'header_cell', tableCell: 'cell' }

/** Tells prosemirror-tables which node is what, and lets it keep every table rectangular. */
export const TableEditing = Extension.create({
  name: 'tableEditing',
  extendNodeSchema: ({ name }) => (name in roles ? { tableRole: roles[name] } : {}),
  addProseMirrorPlugins: () => [tableEditing()],
})
