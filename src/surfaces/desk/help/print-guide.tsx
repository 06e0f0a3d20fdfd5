import { fromMarkdown } from 'mdast-util-from-markdown'
import type { Nodes, Paragraph, PhrasingContent, RootContent } from 'mdast'
import type { ReactNode } from 'react'
import { Fragment } from 'react'

import { slugify } from '#lib/slugify.ts'
import { desk, link } from '#src/routes.ts'

type Node = RootContent | PhrasingContent

/** A guide on a page: what CommonMark and tables of lines that begin with `|` say in it, its pictures from the desk itself. */
export function PrintGuide({ markdown }: { markdown: string }): ReactNode {
  return fromMarkdown(markdown).children.map((node) => <Fragment key={keyOf(node)}>{blockOf(node, markdown)}</Fragment>)
}

function blockOf(node: RootContent, source: string): ReactNode {
  switch (node.type) {
    case 'heading': {
      const words = textOf(node)
      const Heading = node.depth === 1 ? 'h1' : node.depth === 2 ? 'h2' : 'h3'
      return <Heading id={slugify(words)}>{inlinesOf(node.children)}</Heading>
    }
    case 'list':
      return (
        <ul>
          {node.children.map((item) => (
            <li key={keyOf(item)}>{item.children.map((part) => innerOf(part, source))}</li>
          ))}
        </ul>
      )
    case 'code':
      return (
        <pre className="mail-text" dir="ltr">
          {node.value}
        </pre>
      )
    case 'paragraph':
      return paragraphOf(node, source)
    default:
      return null
  }
}

const innerOf = (node: RootContent, source: string): ReactNode =>
  node.type === 'paragraph' ? <Fragment key={keyOf(node)}>{inlinesOf(node.children)}</Fragment> : blockOf(node, source)

function paragraphOf(node: Paragraph, source: string): ReactNode {
  const written = source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0)
  if (written.startsWith('|')) return tableOf(written.split('\n'))
  return node.children.every(({ type, ...rest }) => type === 'image' || ('value' in rest && rest.value.trim() === '')) ? (
    inlinesOf(node.children)
  ) : (
    <p>{inlinesOf(node.children)}</p>
  )
}

function tableOf([head = '', , ...rows]: string[]): ReactNode {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
    <section className="guide-table" tabIndex={0} aria-label={cellsOf(head).join(', ')}>
      <table>
        <thead>
          <tr>
            {cellsOf(head).map((cell, at) => (
              <th key={at} scope="col">
                {wordsOf(cell)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              {cellsOf(row).map((cell, at) =>
                at === 0 ? (
                  <th key={at} scope="row">
                    {wordsOf(cell)}
                  </th>
                ) : (
                  <td key={at}>{wordsOf(cell)}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const cellsOf = (row: string): string[] =>
  row
    .trim()
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim())

const wordsOf = (cell: string): ReactNode =>
  fromMarkdown(cell).children.map((node) => (node.type === 'paragraph' ? inlinesOf(node.children) : null))

const inlinesOf = (nodes: PhrasingContent[]): ReactNode => nodes.map((node) => <Fragment key={keyOf(node)}>{inlineOf(node)}</Fragment>)

function inlineOf(node: PhrasingContent): ReactNode {
  switch (node.type) {
    case 'text':
      return node.value
    case 'strong':
      return <strong>{inlinesOf(node.children)}</strong>
    case 'emphasis':
      return <em>{inlinesOf(node.children)}</em>
    case 'inlineCode':
      return isKey(node.value) ? <kbd>{node.value}</kbd> : <code>{node.value}</code>
    case 'image':
      return <GuidePicture file={node.url} alt={node.alt ?? ''} />
    case 'link':
      // What lies beside the guide in its folder is not at the desk.
      return inlinesOf(node.children)
    default:
      return null
  }
}

/** What is pressed or typed, and not read. */
const isKey = (text: string): boolean => /^(?:\D{1,2}|\*\*.*)$/.test(text)

function GuidePicture({ file, alt }: { file: string; alt: string }): ReactNode {
  const name = file.replace(/^pictures\//, '').replace(/\.png$/, '')
  return (
    <figure className={name.endsWith('-phone') ? 'guide-phone' : undefined}>
      <img src={link(desk.guidePicture, { name })} alt={alt} loading="lazy" />
      <figcaption aria-hidden="true">{alt}</figcaption>
    </figure>
  )
}

const textOf = (node: Nodes): string => ('value' in node ? node.value : 'children' in node ? node.children.map(textOf).join('') : '')

const keyOf = ({ position }: Node): string => String(position?.start.offset)
