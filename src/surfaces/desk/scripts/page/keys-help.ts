import { make, newId } from '../../editor/dom.ts'
import type { ScriptWords } from '../script-words.ts'

/** The keys of the desk, in a dialog. */
export function openKeysHelp({ keys }: ScriptWords): void {
  if (document.querySelector('dialog[data-keys]')) return
  const title = make('h2', { id: newId('keys') }, keys.title)
  const lines: [string, string][] = [
    ['j', keys.next],
    ['k', keys.previous],
    ['Enter', keys.open],
    ['x', keys.select],
    ['/', keys.search],
    ['Ctrl+S', keys.save],
    ['Ctrl+Enter', keys.done],
    ['?', keys.help],
  ]
  const list = make(
    'dl',
    { class: 'keys' },
    ...lines.flatMap(([key, what]) => [make('dt', {}, make('kbd', {}, key)), make('dd', {}, what)]),
  )
  const close = make('button', { class: 'quiet' }, keys.close)
  const dialog = make(
    'dialog',
    { 'data-keys': true, 'aria-labelledby': title.id },
    title,
    list,
    make('p', { class: 'help' }, keys.off),
    make('form', { method: 'dialog' }, close),
  )
  // Closing gives the focus back by itself, before this event: whoever types on at once is not called back.
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
}
