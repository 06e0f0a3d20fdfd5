import { Fragment, type ReactNode } from 'react'

import type { Block, Body, Inline, Mark } from '#newsroom/stories/body.ts'

/** A body as the site prints it: the schema's nodes and nothing else; `opening` (the dateline) goes into its first paragraph. */
export function PrintBody({ body, opening }: { body: Body; opening?: ReactNode }): ReactNode {
  const first = body.content.findIndex((block) => block.type === 'paragraph')
  return body.content.map((block, i) => <PrintBlock key={i} block={block} opening={i === first ? opening : null} />)
}

type ListBlock = Extract<Block, { type: 'bulletList' | 'orderedList' }>

function PrintBlock({ block, opening }: { block: Block; opening?: ReactNode }): ReactNode {
  switch (block.type) {
    case 'paragraph':
      return (
        <p>
          {opening}
          <Inlines content={block.content} />
        </p>
      )
    case 'heading':
      return <Heading level={block.attrs.level} content={block.content} />
    case 'bulletList':
      return <ul>{itemsOf(block)}</ul>
    case 'orderedList':
      return <ol>{itemsOf(block)}</ol>
    case 'blockquote':
      return (
        <figure className="quote">
          <blockquote>
            {block.content.map((inner, i) => (
              <PrintBlock key={i} block={inner} />
            ))}
          </blockquote>
          {block.attrs?.attribution ? <figcaption>{block.attrs.attribution}</figcaption> : null}
        </figure>
      )
    case 'horizontalRule':
      return <hr />
  }
}

function itemsOf(list: ListBlock): ReactNode {
  return list.content.map((item, i) => (
    <li key={i}>
      {item.content.map((inner, j) => (
        <PrintBlock key={j} block={inner} />
      ))}
    </li>
  ))
}

function Heading({ level, content }: { level: 2 | 3 | 4; content: Inline[] | undefined }): ReactNode {
  const Tag = level === 2 ? 'h2' : level === 3 ? 'h3' : 'h4'
  return (
    <Tag>
      <Inlines content={content} />
    </Tag>
  )
}

function Inlines({ content = [] }: { content?: Inline[] | undefined }): ReactNode {
  return content.map((node, i) =>
    node.type === 'hardBreak' ? (
      <br key={i} />
    ) : (
      <Fragment key={i}>{(node.marks ?? []).reduceRight<ReactNode>(marked, node.text)}</Fragment>
    ),
  )
}

function marked(inner: ReactNode, mark: Mark): ReactNode {
  switch (mark.type) {
    case 'bold':
      return <strong>{inner}</strong>
    case 'italic':
      return <em>{inner}</em>
    case 'link':
      return <a href={mark.attrs.href}>{inner}</a>
  }
}
