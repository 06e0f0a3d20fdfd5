import { addOption } from './form-values.ts'
import type { Sheet } from './sheet.ts'

/** A chip that is clicked fills the form: an empty field is filled, one that holds several takes one more. */
export function fillFromChips(sheet: Sheet): void {
  sheet.form.addEventListener('click', (event) => {
    const chip = event.target instanceof Element ? event.target.closest<HTMLButtonElement>('button[data-chip]') : null
    if (!chip) return
    event.preventDefault()
    const fills: [string, string][] = JSON.parse(chip.value)
    for (const [name, value] of fills) fill(sheet.form, name, value)
    const asked = fills.some(([name]) => name === 'activityStarts') ? unsaidKind(sheet.form) : undefined
    const next =
      asked ?? chip.closest('li')?.nextElementSibling?.querySelector('button') ?? chip.closest('aside')?.querySelector('input, select')
    chip.closest('li')?.remove()
    if (next instanceof HTMLElement) next.focus()
  })
}

/** Days do not say what happened on them: whoever accepts them is asked. */
function unsaidKind(form: HTMLFormElement): HTMLSelectElement | undefined {
  const kind = form.elements.namedItem('activityType')
  if (!(kind instanceof HTMLSelectElement) || kind.value !== '') return undefined
  const group = kind.closest('details')
  if (group) group.open = true
  return kind
}

function fill(form: HTMLFormElement, name: string, value: string): void {
  const field = form.elements.namedItem(name)
  if (field instanceof HTMLSelectElement) {
    const known = [...field.options].find((option) => option.value === value)
    if (known) known.selected = true
    else addOption(field, value)
  } else if (field instanceof HTMLInputElement && field.value === '') field.value = value
  else return
  field.dispatchEvent(new CustomEvent('desk:put', { bubbles: true }))
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
