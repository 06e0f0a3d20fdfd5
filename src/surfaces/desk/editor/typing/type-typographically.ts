import { closeHistory } from '@tiptap/pm/history'
import { Plugin, PluginKey } from '@tiptap/pm/state'

import { typeAt } from './type-at.ts'
import { typographic } from './typographic.ts'

const key = new PluginKey<boolean>('typographic')

/** Gives quotes, dashes and points the shape of the language as they are typed. Undoing once brings back what was typed, and no more. */
export function typeTypographically(language: string): Plugin<boolean> {
  return new Plugin<boolean>({
    key,
    // Whether the last change was one of these: what is typed next is not undone with it.
    state: { init: () => false, apply: (tr, was) => (tr.docChanged ? tr.getMeta(key) === true : was) },
    props: {
      handleTextInput: (view, from, to, text) => {
        const { state } = view
        const $from = state.doc.resolve(from)
        if (view.composing || !$from.parent.inlineContent) return false
        const before = $from.parent.textBetween(0, $from.parentOffset, undefined, '\ufffc')
        const change = text.length === 1 ? typographic(before, text, language) : undefined
        if (change) {
          const typed = typeAt(state, text, from, to)
          view.dispatch(key.getState(state) ? closeHistory(typed) : typed)
          const put = view.state.tr.insertText(change.insert, from - change.remove, from + text.length)
          view.dispatch(closeHistory(put).setMeta(key, true).scrollIntoView())
          return true
        }
        if (!key.getState(state)) return false
        view.dispatch(closeHistory(typeAt(state, text, from, to)).scrollIntoView())
        return true
      },
    },
  })
}
