import type { Node, Schema } from '@tiptap/pm/model'

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
    ...(content && { content: content.map(plain) }),
    ...(type === 'text' && marks && { marks }),
    ...(text !== undefined && { text }),
  }
}

function isPlainList(type: string, attrs: { [name: string]: unknown }): boolean {
  return type === 'orderedList' && attrs['start'] === 1
}

/** The document of a stored body. What this editor cannot hold is left out, never the words in it; no body at all is an empty paragraph. */
export function docOf(schema: Schema, body: unknown): Node {
  const blocks = isJson(body)
    ? (body.content ?? []).flatMap((child) => blocksOf(schema, child)).flatMap((child) => standing(schema, child))
    : []
  return schema.nodeFromJSON({ type: 'doc', content: blocks.length > 0 ? blocks : [{ type: 'paragraph' }] })
}

/** What is left of a node that did not fit, as blocks that stand by themselves. */
function standing(schema: Schema, node: Json): Json[] {
  const known = schema.nodes[node.type]
  if (known?.isInline) return [{ type: 'paragraph', content: [node] }]
  return known?.isInGroup('block') ? [node] : (node.content ?? []).flatMap((child) => standing(schema, child))
}

function blocksOf(schema: Schema, node: Json): Json[] {
  const made = nodeOf(schema, node)
  return made ? [made] : (node.content ?? []).flatMap((child) => blocksOf(schema, child))
}

function nodeOf(schema: Schema, node: Json): Json | undefined {
  const known = schema.nodes[node.type]
  if (!known) return undefined
  if (known.isText)
    return node.text ? { ...node, ...(node.marks && { marks: node.marks.filter((mark) => isKept(schema, mark)) }) } : undefined
  const content = (node.content ?? []).flatMap((child) => blocksOf(schema, child))
  // An item may begin with a list in the store; the editor wants a paragraph to put the caret in.
  const needsOpening = known.name === 'listItem' && content[0]?.type !== 'paragraph'
  const whole = needsOpening ? [{ type: 'paragraph' }, ...content] : content
  const made = { type: node.type, ...(node.attrs && { attrs: node.attrs }), ...(whole.length > 0 && { content: whole }) }
  return fits(schema, made) ? made : undefined
}

function fits(schema: Schema, json: Json): boolean {
  try {
    schema.nodeFromJSON(json).check()
    return true
  } catch {
    return false
  }
}

function isKept(schema: Schema, { type, attrs }: Json): boolean {
  return type in schema.marks && (type !== 'link' || hrefOf(String(attrs?.['href'])) !== null)
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'doc'
}
