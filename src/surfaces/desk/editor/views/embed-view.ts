import type { Node } from '@tiptap/pm/model'
import type { EditorView, NodeView } from '@tiptap/pm/view'

import { filled } from '#lib/filled.ts'
import { embedOf } from '#newsroom/stories/embed-providers.ts'

import type { Bench } from '../bench.ts'
import { openEmbedDialog } from '../dialogs/embed-dialog.ts'
import { deskLanguage, make } from '../dom.ts'

/** An embed by its title and where it comes from. Nothing of it is loaded here. */
export function embedView(bench: Bench, first: Node, view: EditorView, getPos: () => number | undefined): NodeView {
  const { words } = bench
  let node = first
  const title = make('p', { class: 'embed-title' })
  const from = make('p', { class: 'embed-from', ...deskLanguage() })
  const edit = make('button', { type: 'button', class: 'quiet', tabindex: -1, ...deskLanguage() }, words.embed.edit)
  const dom = make('figure', { class: 'embed', contenteditable: 'false' }, title, from, edit)
  const show = () => {
    const provider = embedOf(urlOf(node))?.provider ?? urlOf(node)
    title.textContent = titleOf(node)
    from.textContent = filled(words.embed.from, { provider })
    edit.hidden = !view.editable
    dom.setAttribute('aria-label', filled(words.embed.shown, { provider, title: titleOf(node) }))
  }
  edit.addEventListener('click', () => {
    const at = getPos()
    if (at !== undefined) openEmbedDialog(bench, { url: urlOf(node), title: titleOf(node), at })
  })
  show()
  return {
    dom,
    update: (next) => {
      if (next.type !== node.type) return false
      node = next
      show()
      return true
    },
    stopEvent: ({ target }) => target === edit,
    ignoreMutation: () => true,
  }
}

const urlOf = (node: Node): string => String(node.attrs['url'])
const titleOf = (node: Node): string => String(node.attrs['title'])
