import type { ReactNode } from 'react'

import type { Block, Body, Inline } from '#newsroom/stories/body.ts'

import { PrintEmbed } from './print-embed.tsx'
import { printInlines } from './print-inlines.tsx'
import { printNotes } from './print-notes.tsx'
import { isBlank, printSimple, printSimples } from './print-simple.tsx'
import { printTable } from './print-table.tsx'
import type { Printing } from './printing.ts'
import { wordsIn } from './words/words-in.ts'

type Props = {
  body: Body
  /** BCP 47: what stands around the text (labels, names of links) is said in it. */
  language: string
  /** Goes into the first paragraph: the dateline. */
  opening?: ReactNode
}

/** A body as the site prints it: the schema's nodes and nothing else, footnotes numbered and listed at the end. One a page: notes have ids. */
export function PrintBody({ body, language, opening }: Props): ReactNode {
  const printing: Printing = { words: wordsIn(language), notes: [], tables: 0 }
  const first = body.content.findIndex((block) => block.type === 'paragraph' && !isBlank(block))
  // Called one by one rather than as components: notes are numbered in the order of printing.
  const blocks = body.content.map((block, i) => printBlock(block, i, printing, i === first ? opening : null))
  return (
    <>
      {blocks}
      {printNotes(printing)}
    </>
  )
}

function printBlock(block: Block, key: number, printing: Printing, opening: ReactNode): ReactNode {
  switch (block.type) {
    case 'heading':
      return printHeading(block.attrs.level, block.content, key, printing)
    case 'blockquote':
      return (
        <figure key={key} className="quote">
          <blockquote>{printSimples(block.content, printing)}</blockquote>
          {block.attrs?.attribution ? <figcaption>{block.attrs.attribution}</figcaption> : null}
        </figure>
      )
    case 'callout':
      return (
        <aside key={key} className="callout">
          <p className="callout-name">{printing.words.callouts[block.attrs.kind]}</p>
          {printSimples(block.content, printing)}
        </aside>
      )
    case 'table':
      return printTable(block, key, printing)
    case 'embed':
      return <PrintEmbed key={key} {...block.attrs} words={printing.words} />
    case 'horizontalRule':
      return <hr key={key} />
    case 'paragraph':
    case 'bulletList':
    case 'orderedList':
      return printSimple(block, key, printing, opening)
  }
}

// A heading without words is a hole in the page's outline.
function printHeading(level: 2 | 3 | 4, content: Inline[] | undefined, key: number, printing: Printing): ReactNode {
  if (isBlank({ content })) return null
  const Tag = level === 2 ? 'h2' : level === 3 ? 'h3' : 'h4'
  return <Tag key={key}>{printInlines(content, printing)}</Tag>
}
