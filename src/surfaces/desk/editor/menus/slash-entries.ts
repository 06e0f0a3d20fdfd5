import type { EditorState } from '@tiptap/pm/state'

import type { Act } from '../acts.ts'
import { blockActs, insertActs, textActs } from '../acts.ts'
import type { EditorWords } from '../editor-words.ts'

const offered = [...blockActs, ...insertActs, ...textActs.filter(({ name }) => name === 'link')]

/** What the slash menu offers where the caret stands: first what is called so, then what has a word that begins so. */
export function slashEntries(state: EditorState, words: EditorWords, typed: string): Act[] {
  const possible = offered.filter((act) => act.isPossible?.(state) ?? true)
  const wanted = folded(typed)
  if (wanted === '') return possible
  const rank = (act: Act) => {
    const label = folded(words.acts[act.name])
    if (label.startsWith(wanted)) return 0
    return wordsOf(label, folded(alsoOf(act, words))).some((word) => word.startsWith(wanted)) || label.includes(wanted) ? 1 : 2
  }
  const ranked = possible.map((act) => ({ act, rank: rank(act) })).filter((one) => one.rank < 2)
  return ranked.toSorted((a, b) => a.rank - b.rank).map(({ act }) => act)
}

function alsoOf({ name }: Act, words: EditorWords): string {
  const also: { [name: string]: string } = words.slash.also
  return `${also[name] ?? ''} ${name}`
}

const wordsOf = (...texts: string[]): string[] => texts.flatMap((text) => text.split(/\s+/))

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
}
