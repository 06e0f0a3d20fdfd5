import { Extension } from '@tiptap/core'
import { search } from 'prosemirror-search'

import { blockActs, insertActs, paragraphAct, textActs } from './acts.ts'
import type { Bench, Tools } from './bench.ts'
import { textMarks } from './marks/text-marks.ts'
import { moveOn } from './typing/move-on.ts'
import { placeholder } from './typing/placeholder.ts'
import { tabKeys } from './typing/tab-keys.ts'
import { bodyViews } from './views/body-views.ts'

type Surroundings = { tools: Tools; onMark(id: string): void; openFind(): void; toTools(): void; openTableMenu(bench: Bench): boolean }

/** What the desk adds to the plain nodes: keys, menus, views, and the rules of typing. */
export function deskEditing({ tools, onMark, openFind, toTools, openTableMenu }: Surroundings): Extension {
  return Extension.create({
    name: 'deskEditing',
    addKeyboardShortcuts() {
      const bench: Bench = { ...tools, editor: this.editor }
      const acts = [paragraphAct, ...textActs, ...blockActs, ...insertActs].flatMap((act) => (act.keys ? [[act.keys, act] as const] : []))
      const done = (run: () => void) => () => {
        run()
        return true
      }
      return {
        ...Object.fromEntries(
          acts.map(([keys, act]) => [keys, done(() => (act.isPossible?.(this.editor.state) ?? true) && act.run(bench))]),
        ),
        ...tabKeys(bench),
        'Mod-f': done(openFind),
        'Alt-F10': done(toTools),
        'Shift-F10': () => openTableMenu(bench),
      }
    },
    addProseMirrorPlugins() {
      const bench: Bench = { ...tools, editor: this.editor }
      return [placeholder(tools.words.placeholder), moveOn(), textMarks(onMark), search(), ...bodyViews(bench)]
    },
  })
}
