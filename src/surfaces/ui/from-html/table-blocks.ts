import type { Block, Inline, SimpleBlock } from '#newsroom/stories/body.ts'

/** A cell as it was read: what is in it may be more than a cell of ours holds. */
export type ReadCell = { isHead: boolean; colspan: number; rowspan: number; blocks: Block[] }

type Row = Extract<Block, { type: 'table' }>['content'][number]

const most = { columns: 40, rows: 500, blocks: 100 }

/** A table of figures as a table; one that only laid out a page, as what it laid out, in the order of reading. */
export function tableBlocks(read: ReadCell[][]): Block[] {
  const rows = read.filter((row) => row.length > 0)
  const cells = rows.flat()
  if (!holdsFigures(rows)) return cells.flatMap(({ blocks }) => blocks)
  if (cells.every(({ blocks }) => blocks.length === 0)) return []
  const tables: Block[] = []
  for (let at = 0; at < rows.length; at += most.rows)
    tables.push({
      type: 'table',
      content: rows.slice(at, at + most.rows).map((row): Row => ({ type: 'tableRow', content: row.map(cellOf) })),
    })
  return tables
}

function holdsFigures(rows: ReadCell[][]): boolean {
  const isLaidOut = ({ blocks }: ReadCell) => blocks.length > most.blocks || blocks.some(({ type }) => type === 'table')
  return (
    rows.length > 1 && rows.some((row) => row.length > 1) && rows.every((row) => row.length <= most.columns) && !rows.flat().some(isLaidOut)
  )
}

function cellOf({ isHead, colspan, rowspan, blocks }: ReadCell): Row['content'][number] {
  const content = blocks.flatMap(simplified).slice(0, most.blocks)
  return {
    type: isHead ? 'tableHeader' : 'tableCell',
    attrs: { colspan, rowspan, colwidth: null },
    content: content.length > 0 ? content : [{ type: 'paragraph' }],
  }
}

function simplified(block: Block): SimpleBlock[] {
  switch (block.type) {
    case 'paragraph':
    case 'bulletList':
    case 'orderedList':
      return [block]
    case 'heading':
      return [{ type: 'paragraph', content: block.content }]
    case 'blockquote':
    case 'callout':
      return block.content
    case 'embed': {
      const link: Inline = {
        type: 'text',
        text: block.attrs.title || block.attrs.url,
        marks: [{ type: 'link', attrs: { href: block.attrs.url } }],
      }
      return [{ type: 'paragraph', content: [link] }]
    }
    case 'table':
    case 'horizontalRule':
      return []
  }
}
