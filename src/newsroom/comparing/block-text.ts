import { bodyText } from '../stories/body-text.ts'
import type { Block } from '../stories/body.ts'

/** What a block says, as it is compared: a table row by row, an embed and links with their addresses, footnotes at the end and marked at their places. */
export function blockText(block: Block): string {
  if (block.type === 'embed') return [block.attrs.title, block.attrs.url].filter((said) => said !== '').join('\n')
  const marks = new Marks()
  if (block.type !== 'table') return bodyText(marks.shownIn(block))
  return block.content.map((row) => row.content.map((cell) => bodyText(marks.shownIn(cell)).replaceAll('\n', ' ')).join(' · ')).join('\n')
}

type Node = { type?: unknown; text?: unknown; attrs?: unknown; marks?: unknown; content?: unknown }

/** Puts into words what is otherwise seen only: where a link leads, and where a footnote stands. */
class Marks {
  #notes = 0

  shownIn(node: Node): Node {
    if (!Array.isArray(node.content)) return node
    const content: Node[] = node.content.filter(isNode)
    return { ...node, content: content.flatMap((inner, at) => this.#shown(inner, content[at + 1])) }
  }

  #shown(node: Node, next: Node | undefined): Node[] {
    if (node.type === 'footnote' && isNode(node.attrs) && 'text' in node.attrs) {
      this.#notes += 1
      const mark = raised(this.#notes)
      return [
        { type: 'text', text: mark },
        { ...node, attrs: { ...node.attrs, text: `${mark} ${String(node.attrs.text)}` } },
      ]
    }
    const href = hrefOf(node)
    // Words of which some are bold are several nodes and one link.
    if (href === undefined || hrefOf(next) === href) return [this.shownIn(node)]
    return [node, { type: 'text', text: ` ‹${href}›` }]
  }
}

function hrefOf(node: Node | undefined): string | undefined {
  const marks: unknown[] = Array.isArray(node?.marks) ? node.marks : []
  const link = marks.filter(isNode).find(({ type }) => type === 'link')
  return isNode(link?.attrs) && 'href' in link.attrs && typeof link.attrs.href === 'string' ? link.attrs.href : undefined
}

const raised = (n: number): string => [...String(n)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('')

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null
