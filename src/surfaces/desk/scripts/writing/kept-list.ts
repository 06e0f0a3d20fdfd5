import { filled } from '#lib/filled.ts'

import { make } from '../../editor/dom.ts'
import { hourOf } from '../script-words.ts'
import type { KeptText } from './kept-text.ts'
import type { PutBackParts } from './put-back.ts'
import { putBack } from './put-back.ts'

/** The texts of this story that are kept in this browser only: each can be compared and put back, or thrown away. */
export function keptList(listed: KeptText[], parts: PutBackParts): HTMLElement[] {
  const { words } = parts.sheet
  if (listed.length === 0) return []
  return [
    make('h2', {}, words.keptTitle),
    make('p', { class: 'help' }, words.keptHelp),
    make(
      'ul',
      { class: 'kept' },
      ...listed.map((kept) => {
        const at = hourOf(new Date(kept.at).toISOString())
        const what = filled(words.keptText, { headline: (kept.fields['headline'] ?? kept.fields['p-1'])?.[0] || words.empty, at })
        return make(
          'li',
          { 'data-kept-text': kept.id },
          make('span', { dir: 'auto' }, what),
          ' ',
          act(words.compareKept, () => void putBack(kept, parts)),
          ' ',
          act(words.throwAway, () => parts.throwAway(kept)),
        )
      }),
    ),
  ]
}

function act(name: string, run: () => void): HTMLElement {
  const button = make('button', { type: 'button', class: 'quiet' }, name)
  button.addEventListener('click', run)
  return button
}
