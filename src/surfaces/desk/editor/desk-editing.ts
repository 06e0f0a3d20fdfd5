import { Extension } from '@tiptap/core'
import type { Extensions } from '@tiptap/core'
import { search } from 'prosemirror-search'

import { blockActs, insertActs, paragraphAct, textActs } from './acts.ts'
import { beginStep } from './begin-step.ts'
import type { Bench, Tools } from './bench.ts'
import { textMarks } from './marks/text-marks.ts'
import type { OnMark } from './marks/text-marks.ts'
import { openTableMenu } from './tables/open-table-menu.ts'
import { slashMenu } from './menus/slash-menu.ts'
import { pasting } from './paste/pasting.ts'
import { openSelected } from './dialogs/open-selected.ts'
import { moveOn } from './typing/move-on.ts'
import { placeholder } from './typing/placeholder.ts'
import { stepBelow } from './typing/step-below.ts'
import { tabKeys } from './typing/tab-keys.ts'
import { typeTypographically } from './typing/type-typographically.ts'
import { bodyViews } from './views/body-views.ts'

type Surroundings = { tools: Tools; onMark: OnMark; openFind(): void; toTools(): void }

/** What the desk adds to the plain nodes: keys, menus, views, and the rules of typing and pasting. */
export function deskEditing(around: Surroundings): Extensions {
  const { tools } = around
  return [
    // An open menu has every key first, and typography has what no other rule has taken.
    withPlugins('deskMenus', 2000, tools, (bench) => [moveOn(), slashMenu(bench)]),
    deskKeys(around),
    withPlugins('deskTools', 1000, tools, (bench) => [
      placeholder(tools.words.placeholder),
      textMarks(around.onMark),
      search(),
      pasting(bench),
      stepBelow(),
      ...bodyViews(bench),
    ]),
    withPlugins('deskTypography', 1, tools, () => [typeTypographically(tools.language)]),
  ]
}

function withPlugins(name: string, priority: number, tools: Tools, plugins: (bench: Bench) => ReturnType<typeof bodyViews>): Extension {
  return Extension.create({
    name,
    priority,
    addProseMirrorPlugins() {
      return plugins({ ...tools, editor: this.editor })
    },
  })
}

function deskKeys({ tools, openFind, toTools }: Surroundings): Extension {
  return Extension.create({
    name: 'deskKeys',
    priority: 1500,
    addKeyboardShortcuts() {
      const bench: Bench = { ...tools, editor: this.editor }
      const done = (run: () => void) => () => {
        run()
        return true
      }
      const acts = [paragraphAct, ...textActs, ...blockActs, ...insertActs].flatMap((act) => {
        const run = done(() => {
          if (!(act.isPossible?.(this.editor.state) ?? true)) return
          beginStep(this.editor)
          act.run(bench)
        })
        return act.keys ? [[act.keys, run] as const] : []
      })
      return {
        ...Object.fromEntries(acts),
        ...tabKeys(bench),
        Enter: () => openSelected(bench),
        'Mod-f': done(openFind),
        'Alt-F10': done(toTools),
        'Shift-F10': () => openTableMenu(bench),
      }
    },
  })
}
