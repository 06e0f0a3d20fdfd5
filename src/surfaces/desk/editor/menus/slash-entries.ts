import type { EditorState } from '@tiptap/pm/state'

import type { Act } from '../acts.ts'
import { blockActs, insertActs, textActs } from '../acts.ts'
import type { EditorWords } from '../editor-words.ts'

const offered = [...blockActs, ...insertActs, ...textActs.filter(({ name }) => name === 'link')]

/** What the slash menu offers where the caret stands: first what is called so, then what has a word that begins so, then the rest. */
export function slashEntries(state: EditorState, words: EditorWords, typed: string): Act[] {
  const possible = offered.filter((act) => act.isPossible?.(state) ?? true)
  const wanted = folded(typed)
  if (wanted === '') return possible
  const rank = (act: Act) => {
    const label = folded(words.acts[act.name])
    const begins = (text: string) => text.split(/\s+/).some((word) => word.startsWith(wanted))
    return [label.startsWith(wanted), begins(label), begins(folded(alsoOf(act, words))), label.includes(wanted)].indexOf(true)
  }
  const ranked = possible.map((act) => ({ act, rank: rank(act) })).filter((one) => one.rank >= 0)
  return ranked.toSorted((a, b) => a.rank - b.rank).map(({ act }) => act)
}

function alsoOf({ name }: Act, words: EditorWords): string {
  const also: { [name: string]: string } = words.slash.also
  return `${also[name] ?? ''} ${name}`
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
}
