import type { FormValues } from '../../writing/form-fields.ts'

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

const isField = (element: Element): element is Field =>
  element instanceof HTMLInputElement || element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement

/** The named fields of a form; one that is switched off by itself, or is for browsers without script, is none. */
function fieldsIn(form: HTMLFormElement): Field[] {
  return [...form.elements].filter(isField).filter((field) => field.name !== '' && !('plain' in field.dataset) && !field.disabled)
}

/** What a form says now, or said when the server printed it. A fieldset that may not be written in says the same. */
export function readValues(form: HTMLFormElement, when: 'now' | 'printed' = 'now'): FormValues {
  const values: FormValues = {}
  for (const field of fieldsIn(form)) (values[field.name] ??= []).push(...(when === 'now' ? valuesOf(field) : printedIn(field)))
  return values
}

/** Makes a form say so, and tells whatever shows its fields. Fields that are not named stay. */
export function putValues(form: HTMLFormElement, values: FormValues): void {
  for (const field of fieldsIn(form)) {
    const said = values[field.name]
    if (!said) continue
    if (field instanceof HTMLSelectElement) choose(field, said)
    else if (field instanceof HTMLInputElement && field.type === 'checkbox') field.checked = said.includes(field.value)
    else if (field.value !== (said[0] ?? '')) field.value = said[0] ?? ''
    field.dispatchEvent(new CustomEvent('desk:put', { bubbles: true }))
  }
}

/** What people call a field: its label. */
export function labelOf(form: HTMLFormElement, name: string): string {
  if (name === 'body') return form.querySelector('#text-label')?.firstChild?.textContent?.trim() ?? name
  const field = fieldsIn(form).find((one) => one.name === name)
  const label = field?.labels?.[0]
  return (label?.querySelector('span')?.firstChild ?? label)?.textContent?.trim() ?? field?.ariaLabel ?? name
}

/** A field's values as people read them. */
export function valueInWords(form: HTMLFormElement, name: string, values: string[]): string {
  if (name === 'body') return values[0] ? textOf(JSON.parse(values[0])).trim() : ''
  const field = fieldsIn(form).find((one) => one.name === name)
  if (!(field instanceof HTMLSelectElement)) return values.join(', ')
  return values.map((value) => [...field.options].find((option) => option.value === value)?.text ?? value).join(', ')
}

function choose(field: HTMLSelectElement, said: string[]): void {
  const known = new Set(Array.from(field.options, (option) => option.value))
  for (const value of said) if (!known.has(value)) addOption(field, value)
  for (const option of field.options) option.selected = said.includes(option.value)
}

/** One more choice, of a register that is too large to be listed; its name follows. */
export function addOption(field: HTMLSelectElement, value: string): void {
  field.add(new Option(value, value, false, true))
  void import('../page/ask-names.ts').then(({ nameOptions }) => nameOptions(field))
}

function valuesOf(field: Field): string[] {
  if (field instanceof HTMLSelectElement) return Array.from(field.selectedOptions, (option) => option.value)
  if (field instanceof HTMLInputElement && field.type === 'checkbox') return field.checked ? [field.value] : []
  return [field.value]
}

function printedIn(field: Field): string[] {
  if (field instanceof HTMLInputElement && field.type === 'checkbox') return field.defaultChecked ? [field.value] : []
  if (!(field instanceof HTMLSelectElement)) return [field.defaultValue]
  const chosen = Array.from(field.options).filter((option) => option.defaultSelected)
  const first = field.multiple ? [] : Array.from(field.options).slice(0, 1)
  return (chosen.length > 0 ? chosen : first).map((option) => option.value)
}

// The words of a body: https://prosemirror.net/docs/ref/#model.Node.toJSON
function textOf(node: unknown): string {
  if (typeof node !== 'object' || node === null) return ''
  if ('text' in node && typeof node.text === 'string') return node.text
  const inner = 'content' in node && Array.isArray(node.content) ? node.content.map(textOf).join('') : ''
  return 'type' in node && /paragraph|heading|Item|callout|cell/i.test(String(node.type)) ? `${inner}\n` : inner
}
