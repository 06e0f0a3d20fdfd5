import { Plugin, PluginKey } from '@tiptap/pm/state'
import type { EditorState } from '@tiptap/pm/state'

const key = new PluginKey<boolean>('moveOn')

/** Whether Escape was the last key: then Tab leaves even a list or a table. */
export function isLeaving(state: EditorState): boolean {
  return key.getState(state) ?? false
}

/** Remembers Escape until anything else is done, so that nobody is caught in the text. */
export function moveOn(): Plugin<boolean> {
  return new Plugin<boolean>({
    key,
    state: {
      init: () => false,
      apply: (tr, was) => (tr.getMeta(key) as boolean | undefined) ?? (was && !tr.docChanged && !tr.selectionSet),
    },
    props: {
      handleDOMEvents: {
        keydown: (view, { key: pressed }) => {
          const isQuiet = pressed === 'Tab' || pressed === 'Shift'
          const isEscape = pressed === 'Escape'
          if (!isQuiet && isEscape !== isLeaving(view.state)) view.dispatch(view.state.tr.setMeta(key, isEscape))
          return false
        },
        blur: (view) => {
          if (isLeaving(view.state)) view.dispatch(view.state.tr.setMeta(key, false))
          return false
        },
      },
    },
  })
}
