import { beginStep } from '../begin-step.ts'
import type { Bench } from '../bench.ts'
import { deskLanguage, make, newId } from '../dom.ts'

type Wanted = {
  title: string
  fields: HTMLElement[]
  save: string
  /** Other ways out than keeping and leaving. */
  others?: { label: string; run(): void }[]
  /** What is wrong with the fields, in words; undefined closes the dialog as done. */
  submit(): string | undefined
  /** The dialog is gone, whichever way. */
  closed(): void
}

/**
 * A dialog beside the text. It stands outside the page's form, so that its fields are never sent with the story and Enter in them
 * never sends it; the browser keeps the focus in it, and `closed` gives the focus back to the text.
 */
export function openDialog({ words, editor }: Bench, wanted: Wanted): HTMLDialogElement {
  const heading = make('h2', { id: newId('dialog') }, wanted.title)
  const wrong = make('p', { class: 'editor-wrong', role: 'alert' })
  const cancel = make('button', { type: 'button', class: 'quiet' }, words.cancel)
  const others = wanted.others ?? []
  const otherButtons = others.map(({ label }) => make('button', { type: 'button', class: 'quiet' }, label))
  const form = make('form', { novalidate: true }, heading, ...wanted.fields, wrong)
  form.append(make('p', { class: 'editor-dialog-ways' }, make('button', { type: 'submit' }, wanted.save), ...otherButtons, cancel))
  const dialog = make('dialog', { class: 'editor-dialog', 'aria-labelledby': heading.id, ...deskLanguage() }, form)

  // At once, and not when the browser tells of it: the next key may already be typed into the text.
  const finish = () => {
    if (!dialog.isConnected) return
    dialog.close()
    dialog.remove()
    wanted.closed()
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    beginStep(editor)
    const complaint = wanted.submit()
    wrong.textContent = complaint ?? ''
    if (complaint === undefined) finish()
  })
  form.addEventListener('input', () => (wrong.textContent = ''))
  dialog.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    finish()
  })
  dialog.addEventListener('close', finish)
  cancel.addEventListener('click', finish)
  for (const [i, button] of otherButtons.entries()) {
    button.addEventListener('click', () => {
      finish()
      others[i]?.run()
    })
  }
  document.body.append(dialog)
  dialog.showModal()
  return dialog
}

type Field = { label: string; value?: string; longest?: number; lines?: number; type?: 'text' | 'url' }

/** A labelled field of a dialog. */
export function makeField({ label, value = '', longest = 2000, lines = 1, type = 'text' }: Field): {
  field: HTMLElement
  input: HTMLInputElement | HTMLTextAreaElement
} {
  const id = newId('field')
  const shared = { id, maxlength: longest, autocomplete: 'off', dir: 'auto' }
  const input = lines > 1 ? make('textarea', { ...shared, rows: lines }) : make('input', { ...shared, type: 'text', inputmode: type })
  input.value = value
  return { field: make('div', { class: 'editor-field' }, make('label', { for: id }, label), input), input }
}
