import { fromMarkdown } from 'mdast-util-from-markdown'
import type { Nodes, PhrasingContent, RootContent } from 'mdast'

import type { Block, Body, Inline, Mark } from '#newsroom/stories/body.ts'
import { bodySchema } from '#newsroom/stories/body.ts'

/** A body from CommonMark: paragraphs, headings, lists, quotes (whose last line may be "— attribution"), links, emphasis, rules. HTML in it is text. */
export function bodyFromMarkdown(markdown: string): Body {
  return bodySchema.parse({ type: 'doc', content: fromMarkdown(markdown).children.flatMap(blockOf) })
}

function blockOf(node: RootContent): Block[] {
  switch (node.type) {
    case 'paragraph':
      return [paragraph(node.children)]
    case 'heading':
      return [{ type: 'heading', attrs: { level: node.depth <= 2 ? 2 : node.depth === 3 ? 3 : 4 }, content: inlinesOf(node.children, []) }]
    case 'list':
      return [
        {
          type: node.ordered ? 'orderedList' : 'bulletList',
          content: node.children.map((item) => ({ type: 'listItem', content: item.children.flatMap(blockOf).filter(fitsInList) })),
        },
      ]
    case 'blockquote':
      return [quoteOf(node.children)]
    case 'thematicBreak':
      return [{ type: 'horizontalRule' }]
    default:
      return 'value' in node && node.value ? [{ type: 'paragraph', content: [{ type: 'text', text: node.value }] }] : []
  }
}

type ListBlock = Extract<Block, { type: 'paragraph' | 'bulletList' | 'orderedList' }>

function fitsInList(block: Block): block is ListBlock {
  return block.type === 'paragraph' || block.type === 'bulletList' || block.type === 'orderedList'
}

function quoteOf(children: RootContent[]): Block {
  const content = children.flatMap(blockOf).filter(fitsInList)
  const last = content.at(-1)
  const words = last?.type === 'paragraph' ? last.content?.at(-1) : undefined
  const said = words?.type === 'text' ? /^([\s\S]*?)(?:^|\n)\s*[—–]\s*(.+)$/.exec(words.text) : null
  if (!said || last?.type !== 'paragraph' || words?.type !== 'text') return { type: 'blockquote', content }
  const before = said[1]?.trimEnd() ?? ''
  const kept = [...(last.content?.slice(0, -1) ?? []), ...(before ? [{ ...words, text: before }] : [])]
  const rest = kept.length > 0 ? [{ ...last, content: kept }] : []
  return { type: 'blockquote', attrs: { attribution: said[2] ?? null }, content: [...content.slice(0, -1), ...rest] }
}

function paragraph(children: PhrasingContent[]): Extract<Block, { type: 'paragraph' }> {
  return { type: 'paragraph', content: inlinesOf(children, []) }
}

function inlinesOf(nodes: PhrasingContent[], marks: Mark[]): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    if (node.type === 'strong') return inlinesOf(node.children, [...marks, { type: 'bold' }])
    if (node.type === 'emphasis') return inlinesOf(node.children, [...marks, { type: 'italic' }])
    if (node.type === 'link') return inlinesOf(node.children, [...marks, { type: 'link', attrs: { href: node.url } }])
    if (node.type === 'break') return [{ type: 'hardBreak' }]
    const text = textOf(node)
    return text === '' ? [] : [{ type: 'text', text, ...(marks.length > 0 && { marks }) }]
  })
}

function textOf(node: Nodes): string {
  return 'value' in node ? node.value : ''
}
