import { Fragment } from '@tiptap/pm/model'
import type { Mark, Node, NodeType, Schema } from '@tiptap/pm/model'

import { hrefOf } from '../links/href-of.ts'

type Json = { type: string; attrs?: { [name: string]: unknown }; content?: Json[]; marks?: Json[]; text?: string }

/** A document as the body that is stored: marks only on text, and no attribute that says what goes without saying. */
export function bodyOf(doc: Node): unknown {
  return plain(doc.toJSON() as Json)
}

function plain({ type, attrs, content, marks, text }: Json): Json {
  return {
    type,
    ...(attrs && !isPlainList(type, attrs) && { attrs }),
    ...((content || type === 'tableRow') && { content: (content ?? []).map(plain) }),
    ...(type === 'text' && marks && { marks }),
    ...(text !== undefined && { text }),
  }
}

function isPlainList(type: string, attrs: { [name: string]: unknown }): boolean {
  return type === 'orderedList' && attrs['start'] === 1
}

/** The document of a stored body. What this editor cannot hold is left out, never the words in it; no body at all is an empty paragraph. */
export function docOf(schema: Schema, body: unknown): Node {
  const found = isBody(body) ? childrenOf(schema, body) : []
  const blocks = found.flatMap((node) => standing(schema, node))
  return schema.topNodeType.create(null, blocks.length > 0 ? blocks : [plainParagraph(schema, [])])
}

/** The nodes within a stored one; of a node that does not fit, the nodes within that. */
function childrenOf(schema: Schema, { content = [] }: Json): Node[] {
  return content.flatMap((child) => nodeOf(schema, child) ?? childrenOf(schema, child))
}

function nodeOf(schema: Schema, { type, attrs, content, marks = [], text }: Json): Node | undefined {
  const known = schema.nodes[type]
  if (!known) return undefined
  if (known.isText) return text ? schema.text(text, marksOf(schema, marks)) : undefined
  const children = content ? childrenOf(schema, { type, content }) : []
  // An item may begin with a list in the store; the editor wants a paragraph to put the caret in.
  const needsOpening = known.name === 'listItem' && children[0]?.type.name !== 'paragraph'
  const whole = Fragment.from(needsOpening ? [plainParagraph(schema, []), ...children] : children)
  return known.validContent(whole) && isSound(known, attrs) ? known.create(attrs, whole) : undefined
}

function isSound(type: NodeType, attrs: Json['attrs']): boolean {
  try {
    type.createAndFill(attrs)?.check()
    return true
  } catch {
    return false
  }
}

function marksOf(schema: Schema, marks: Json[]): Mark[] {
  return marks.flatMap(({ type, attrs }) => {
    const known = schema.marks[type]
    return known && (type !== 'link' || hrefOf(String(attrs?.['href'])) !== null) ? [known.create(attrs)] : []
  })
}

/** What is left of a node that did not fit, as blocks that stand by themselves. */
function standing(schema: Schema, node: Node): Node[] {
  if (node.isInline) return [plainParagraph(schema, [node])]
  return node.type.isInGroup('block') ? [node] : node.children.flatMap((child) => standing(schema, child))
}

function plainParagraph(schema: Schema, content: Node[]): Node {
  return schema.node('paragraph', null, content)
}

function isBody(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'doc'
}
