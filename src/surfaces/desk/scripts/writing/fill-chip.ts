import { addOption } from './form-values.ts'

/** Puts what a chip says into the form; the focus goes on to what is to be said next. */
export function fillChip(form: HTMLFormElement, chip: HTMLButtonElement): void {
  const fills: [string, string][] = JSON.parse(chip.value)
  for (const [name, value] of fills) fill(form, name, value)
  const asked = fills.some(([name]) => name === 'activityStarts') ? unsaidKind(form) : undefined
  const next =
    asked ?? chip.closest('li')?.nextElementSibling?.querySelector('button') ?? chip.closest('aside')?.querySelector('input, select')
  chip.closest('li')?.remove()
  if (next instanceof HTMLElement) next.focus()
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
