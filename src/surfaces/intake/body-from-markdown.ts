import { fromMarkdown } from 'mdast-util-from-markdown'
import type { Nodes, PhrasingContent, RootContent } from 'mdast'

import type { Block, Body, Inline, Mark, SimpleBlock } from '#newsroom/stories/body.ts'
import { bodySchema } from '#newsroom/stories/body.ts'
import { embedOf } from '#newsroom/stories/embed-providers.ts'

/**
 * A body from CommonMark: paragraphs, headings, lists, quotes (whose last line may be "— attribution"), links, emphasis, rules. Besides: a
 * paragraph of lines that begin with `|` is a table (a row of dashes under its heads), `^[words]` a footnote, a quote that begins with
 * `[!BACKGROUND]` a call-out, a link to a provider that stands alone an embed. HTML in it is text.
 */
export function bodyFromMarkdown(markdown: string): Body {
  return bodySchema.parse({ type: 'doc', content: fromMarkdown(markdown).children.flatMap((node) => blockOf(node, markdown)) })
}

function blockOf(node: RootContent, source: string): Block[] {
  switch (node.type) {
    case 'paragraph':
      return [tableOf(sourceOf(node, source)) ?? embedIn(node.children) ?? { type: 'paragraph', content: inlinesOf(node.children, []) }]
    case 'heading':
      return [{ type: 'heading', attrs: { level: node.depth <= 2 ? 2 : node.depth === 3 ? 3 : 4 }, content: inlinesOf(node.children, []) }]
    case 'list':
      return [
        {
          type: node.ordered ? 'orderedList' : 'bulletList',
          content: node.children.map((item) => ({ type: 'listItem', content: simplesOf(item.children, source) })),
        },
      ]
    case 'blockquote':
      return [asCallout(simplesOf(node.children, source)) ?? asQuote(simplesOf(node.children, source))]
    case 'thematicBreak':
      return [{ type: 'horizontalRule' }]
    default:
      return 'value' in node && node.value ? [{ type: 'paragraph', content: [{ type: 'text', text: node.value }] }] : []
  }
}

function simplesOf(nodes: RootContent[], source: string): SimpleBlock[] {
  return nodes.flatMap((node) => blockOf(node, source)).filter(isSimple)
}

function isSimple(block: Block): block is SimpleBlock {
  return block.type === 'paragraph' || block.type === 'bulletList' || block.type === 'orderedList'
}

const sourceOf = ({ position }: Nodes, source: string): string => source.slice(position?.start.offset ?? 0, position?.end.offset ?? 0)

function tableOf(source: string): Block | undefined {
  const lines = source.split('\n').map((line) => line.trim())
  if (lines.length < 2 || !lines.every((line) => /^\|.*\|$/.test(line))) return undefined
  const rows = lines.map((line) => line.slice(1, -1).split('|'))
  const hasHeads = rows[1]?.every((cell) => /^\s*:?-+:?\s*$/.test(cell)) ?? false
  const cells = rows.filter((_, i) => !(hasHeads && i === 1))
  return {
    type: 'table',
    content: cells.map((row, i) => ({
      type: 'tableRow',
      content: row.map((cell) => ({
        type: hasHeads && i === 0 ? 'tableHeader' : 'tableCell',
        attrs: { colspan: 1, rowspan: 1, colwidth: null },
        content: [paragraphOf(cell)],
      })),
    })),
  }
}

function paragraphOf(markdown: string): SimpleBlock {
  const [node] = fromMarkdown(markdown.trim()).children
  return { type: 'paragraph', content: node?.type === 'paragraph' ? inlinesOf(node.children, []) : [] }
}

function embedIn(children: PhrasingContent[]): Block | undefined {
  const [link] = children
  if (children.length !== 1 || link?.type !== 'link' || !embedOf(link.url)) return undefined
  const title = link.children.map(textOf).join('')
  return { type: 'embed', attrs: { url: link.url, title: title === link.url ? '' : title } }
}

function asCallout(content: SimpleBlock[]): Block | undefined {
  const { first, words } = opening(content)
  const named = /^\[!(NOTE|BACKGROUND|CONTACT)\]\s*/.exec(words?.text ?? '')
  if (!first || !words || !named) return undefined
  const text = words.text.slice(named[0].length)
  const said = [...(text ? [{ ...words, text }] : []), ...(first.content ?? []).slice(1)]
  const kind = named[1] === 'NOTE' ? 'note' : named[1] === 'CONTACT' ? 'contact' : 'background'
  return { type: 'callout', attrs: { kind }, content: [...(said.length > 0 ? [{ ...first, content: said }] : []), ...content.slice(1)] }
}

function opening(content: SimpleBlock[]) {
  const [first] = content
  if (first?.type !== 'paragraph') return {}
  const [words] = first.content ?? []
  return words?.type === 'text' ? { first, words } : {}
}

function asQuote(content: SimpleBlock[]): Block {
  const last = content.at(-1)
  const words = last?.type === 'paragraph' ? last.content?.at(-1) : undefined
  const said = words?.type === 'text' ? /^([\s\S]*?)(?:^|\n)\s*[—–]\s*(.+)$/.exec(words.text) : null
  if (!said || last?.type !== 'paragraph' || words?.type !== 'text') return { type: 'blockquote', content }
  const before = said[1]?.trimEnd() ?? ''
  const kept = [...(last.content?.slice(0, -1) ?? []), ...(before ? [{ ...words, text: before }] : [])]
  const rest = kept.length > 0 ? [{ ...last, content: kept }] : []
  return { type: 'blockquote', attrs: { attribution: said[2] ?? null }, content: [...content.slice(0, -1), ...rest] }
}

function inlinesOf(nodes: PhrasingContent[], marks: Mark[]): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    if (node.type === 'strong') return inlinesOf(node.children, [...marks, { type: 'bold' }])
    if (node.type === 'emphasis') return inlinesOf(node.children, [...marks, { type: 'italic' }])
    if (node.type === 'link') return inlinesOf(node.children, [...marks, { type: 'link', attrs: { href: node.url } }])
    if (node.type === 'break') return [{ type: 'hardBreak' }]
    return withNotes(textOf(node), marks)
  })
}

function withNotes(text: string, marks: Mark[]): Inline[] {
  return text.split(/\^\[([^\]]+)\]/).flatMap((piece, i): Inline[] => {
    if (i % 2 === 1) return [{ type: 'footnote', attrs: { text: piece.replace(/\s+/g, ' ') } }]
    return piece === '' ? [] : [{ type: 'text', text: piece, ...(marks.length > 0 && { marks }) }]
  })
}

function textOf(node: Nodes): string {
  return 'value' in node ? node.value : ''
}
