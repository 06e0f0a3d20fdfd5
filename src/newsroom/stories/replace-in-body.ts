import { alignTexts, partsOf } from './align-texts.ts'
import { bodyText } from './body-text.ts'
import type { Body } from './body.ts'

/** Other words for a stretch of a body's plain text; offsets as `bodyText` counts. */
export type Replacement = { from: number; to: number; by: string }

/** A body in which stretches of its plain text say something else, each as the first of the letters that it takes the place of looked. None overlap. */
export function replaceInBody(body: Body, replacements: readonly Replacement[]): Body {
  const copy = structuredClone(body)
  const runs = alignTexts(bodyText(body), sourcesOf(copy))
  for (const replacement of replacements.toSorted((a, b) => b.from - a.from)) {
    const parts = partsOf(runs, replacement)
    for (const [position, { source, from, to }] of [...parts.entries()].toReversed()) {
      source.text = source.text.slice(0, from) + (position === 0 ? replacement.by : '') + source.text.slice(to)
      source.write(source.text)
    }
  }
  dropEmpty(copy)
  return copy
}

type Source = { text: string; write(text: string): void }

/** In the order of bodyText: footnotes come at the end, an attribution after its quote. */
function sourcesOf(body: Body): Source[] {
  const notes: Source[] = []
  return [...gather(body, notes), ...notes]
}

function gather(node: unknown, notes: Source[]): Source[] {
  if (!isNode(node)) return []
  if (typeof node.text === 'string') return [{ text: node.text, write: (text) => (node.text = text) }]
  if (node.type === 'footnote') notes.push(...attribute(node, 'text'))
  const own = node.type === 'embed' ? attribute(node, 'title') : []
  const within = Array.isArray(node.content) ? node.content.flatMap((child: unknown) => gather(child, notes)) : []
  return [...own, ...within, ...(node.type === 'blockquote' ? attribute(node, 'attribution') : [])]
}

function attribute({ attrs }: Node, name: string): Source[] {
  const text = attrs?.[name]
  return attrs && typeof text === 'string' ? [{ text, write: (said) => (attrs[name] = said) }] : []
}

/** Words of which nothing is left are no words. */
function dropEmpty(node: unknown): void {
  if (!isNode(node) || !Array.isArray(node.content)) return
  node.content = node.content.filter((child: unknown) => !(isNode(child) && child.text === ''))
  for (const child of node.content) dropEmpty(child)
}

type Node = { type: string; text?: unknown; attrs?: { [name: string]: unknown }; content?: unknown[] }

function isNode(node: unknown): node is Node {
  return typeof node === 'object' && node !== null && 'type' in node && typeof node.type === 'string'
}
