import { make } from '../../editor/dom.ts'
import type { ScriptWords } from '../script-words.ts'

/** Addresses to pass on are selected whole when they are reached, and copied with a button. */
export function offerCopies(page: Document, words: ScriptWords): void {
  for (const field of page.querySelectorAll<HTMLInputElement>('input[data-select-all]')) {
    field.addEventListener('focus', () => field.select())
    const button = make('button', { type: 'button', class: 'quiet' }, words.copy)
    button.addEventListener('click', () => void copy(field, button, words))
    field.after(' ', button)
  }
}

// The clipboard is closed on a page that is not served safely; the older way still works there.
async function copy(field: HTMLInputElement, button: HTMLButtonElement, words: ScriptWords): Promise<void> {
  field.select()
  try {
    await navigator.clipboard.writeText(field.value)
  } catch {
    document.execCommand('copy')
  }
  button.textContent = words.copied
}
