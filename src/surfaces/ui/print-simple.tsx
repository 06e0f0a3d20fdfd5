import type { ReactNode } from 'react'

import type { Inline, SimpleBlock } from '#newsroom/stories/body.ts'

import { printInlines } from './print-inlines.tsx'
import type { Printing } from './printing.ts'

export function printSimples(blocks: readonly SimpleBlock[], printing: Printing): ReactNode {
  return blocks.map((block, i) => printSimple(block, i, printing))
}

/** Paragraphs and lists, which may stand anywhere. A paragraph without words is only white space, and the page has its own. */
export function printSimple(block: SimpleBlock, key: number, printing: Printing, opening?: ReactNode): ReactNode {
  switch (block.type) {
    case 'paragraph':
      if (isBlank(block)) return null
      return (
        <p key={key}>
          {opening}
          {printInlines(block.content, printing)}
        </p>
      )
    case 'bulletList':
      return <ul key={key}>{printItems(block, printing)}</ul>
    case 'orderedList':
      return (
        <ol key={key} start={startOf(block)}>
          {printItems(block, printing)}
        </ol>
      )
  }
}

export function isBlank({ content = [] }: { content?: Inline[] | undefined }): boolean {
  return content.every((inline) => inline.type === 'hardBreak' || (inline.type === 'text' && inline.text.trim() === ''))
}

type List = Extract<SimpleBlock, { type: 'bulletList' | 'orderedList' }>

function printItems(list: List, printing: Printing): ReactNode {
  return list.content.map((item, i) => <li key={i}>{printSimples(item.content, printing)}</li>)
}

function startOf({ attrs }: Extract<SimpleBlock, { type: 'orderedList' }>): number | undefined {
  return attrs && attrs.start > 1 ? attrs.start : undefined
}
