import { make } from '../../editor/dom.ts'
import type { ShownFault } from '../../words/faults-in-words.ts'

/** Says at each field what of it was not kept, and takes back what is mended. The groups of those fields stand open. */
export function showFaults(form: HTMLFormElement, faults: readonly ShownFault[]): void {
  for (const note of form.querySelectorAll('[data-fault]')) {
    if (faults.some(({ id }) => note.id === noteOf(id))) continue
    for (const field of form.querySelectorAll(`[aria-describedby~="${note.id}"]`)) unmark(field, note.id)
    note.remove()
  }
  for (const fault of faults) mark(form, fault)
}

function mark(form: HTMLFormElement, { field: name, id, text }: ShownFault): void {
  const found = form.elements.namedItem(name)
  const field = found instanceof RadioNodeList ? found[0] : found
  if (!(field instanceof HTMLElement)) return
  const note = noteOf(id)
  const said = form.ownerDocument.getElementById(note)
  if (said) {
    if (said.textContent !== text) said.textContent = text
    return
  }
  field.after(make('span', { class: 'fault', id: note, 'data-fault': true }, text))
  field.ariaInvalid = 'true'
  field.setAttribute('aria-describedby', [note, field.getAttribute('aria-describedby') ?? ''].join(' ').trim())
  const group = field.closest('details')
  if (group) group.open = true
}

function unmark(field: Element, note: string): void {
  field.ariaInvalid = null
  const rest = (field.getAttribute('aria-describedby') ?? '').split(' ').filter((id) => id !== note)
  if (rest.length > 0) field.setAttribute('aria-describedby', rest.join(' '))
  else field.removeAttribute('aria-describedby')
}

const noteOf = (id: string): string => `${id}-note`
