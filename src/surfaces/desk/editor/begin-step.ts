import type { Editor } from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'

/** What is done next is undone by itself, not with what was typed just before it. */
export function beginStep({ view }: Pick<Editor, 'view'>): void {
  view.dispatch(closeHistory(view.state.tr))
}
