import type { Node } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { TextSelection } from '@tiptap/pm/state'

import { findPlaces } from '#newsroom/stories/find-places.ts'

import type { TextPlace } from './quote-place.ts'
import type { TextPart } from './text-map.ts'
import { textMapOf } from './text-map.ts'

/** Other words for a place in the text. */
export type NewWords = { place: TextPlace; by: string }

/** Puts other words in some places, each as its first letter looked, and selects the first of them; null where none of them is there any more. */
export function replacePlaces({ tr, doc, schema }: EditorState, words: readonly NewWords[]): Transaction | null {
  const map = textMapOf(doc)
  const spans = findPlaces(
    map.text,
    words.map(({ place }) => place),
  ).flatMap((span, at) => (span ? [{ ...span, by: words[at]?.by ?? '' }] : []))
  const [last, ...others] = spans.toSorted((a, b) => b.from - a.from)
  if (!last) return null
  const first = others.at(-1) ?? last
  const selected = map.partsOf(first)[0]
  for (const { by, ...span } of [last, ...others]) {
    for (const [position, part] of [...map.partsOf(span).entries()].toReversed()) put(tr, part, position === 0 ? by : '')
  }
  if (selected && !selected.isAtom) {
    const from = selected.pos + selected.from
    tr.setSelection(TextSelection.create(tr.doc, from, from + first.by.length))
  }
  return tr.scrollIntoView()

  function put(into: Transaction, part: TextPart, said: string): void {
    if (part.isAtom) return putInAttribute(into, part, said)
    const [from, to] = [part.pos + part.from, part.pos + part.to]
    const marks = into.doc.resolve(from).nodeAfter?.marks ?? []
    if (said === '') into.delete(from, to)
    else into.replaceWith(from, to, schema.text(said, marks))
  }
}

/** What stands in a field of its own: the words of a footnote, who said a quote, what is embedded. */
function putInAttribute(tr: Transaction, part: TextPart, said: string): void {
  const $pos = tr.doc.resolve(part.pos)
  const isQuote = $pos.parent.type.name === 'blockquote' && part.pos === $pos.end()
  const [node, pos] = isQuote ? [$pos.parent, $pos.before()] : [$pos.nodeAfter, part.pos]
  const name = isQuote ? 'attribution' : attributeOf(node)
  const before = name && String(node?.attrs[name] ?? '')
  if (name && before) tr.setNodeAttribute(pos, name, before.slice(0, part.from) + said + before.slice(part.to))
}

function attributeOf(node: Node | null): string | undefined {
  if (node?.type.name === 'footnote') return 'text'
  return node?.type.name === 'embed' ? 'title' : undefined
}
