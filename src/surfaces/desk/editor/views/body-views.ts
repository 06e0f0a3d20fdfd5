import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

import type { Bench } from '../bench.ts'
import { calloutView } from './callout-view.ts'
import { embedView } from './embed-view.ts'
import { footnoteNumbers } from './footnote-numbers.ts'
import { footnoteView } from './footnote-view.ts'
import { quoteView } from './quote-view.ts'

/** How the nodes with fields of their own stand in the editor. */
export function bodyViews(bench: Bench): Plugin[] {
  return [
    new Plugin({
      // The nodes themselves are not drawn anew when the pen comes and goes.
      view: (view) => ({ update: () => lockFields(view) }),
      props: {
        nodeViews: {
          blockquote: (node, view, getPos) => quoteView(bench, node, view, getPos),
          callout: (node, view, getPos) => calloutView(bench, node, view, getPos),
          embed: (node, view, getPos) => embedView(bench, node, view, getPos),
          footnote: (node, _, getPos, decorations) => footnoteView(bench, node, getPos, decorations),
        },
      },
    }),
    footnoteNumbers(),
  ]
}

function lockFields({ dom, editable }: EditorView): void {
  for (const input of dom.querySelectorAll<HTMLInputElement>('.quote input')) input.readOnly = !editable
  for (const chooser of dom.querySelectorAll<HTMLSelectElement>('.callout select')) chooser.disabled = !editable
  for (const button of dom.querySelectorAll<HTMLButtonElement>('.embed button')) button.hidden = !editable
}
