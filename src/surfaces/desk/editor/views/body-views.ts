import { Plugin } from '@tiptap/pm/state'

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
