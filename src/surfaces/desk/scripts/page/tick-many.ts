import { filled } from '#lib/filled.ts'

import type { ScriptWords } from '../script-words.ts'

/** Beneath a list with boxes: how many are ticked, told as it changes, and one box that ticks all of them. */
export function tickMany(page: Document, words: ScriptWords): void {
  for (const form of page.querySelectorAll<HTMLFormElement>('form[data-ticks]')) tickIn(form, words)
}

function tickIn(form: HTMLFormElement, words: ScriptWords): void {
  const boxes = [...form.querySelectorAll<HTMLInputElement>('tbody .col-pick input')]
  const all = form.querySelector<HTMLInputElement>('input[data-tick-all]')
  const told = form.querySelector<HTMLOutputElement>('output[data-ticked]')
  const tell = () => {
    const n = boxes.filter(({ checked }) => checked).length
    if (told) told.textContent = n === 0 ? '' : filled(n === 1 ? words.tickedOne : words.ticked, { n })
    if (!all) return
    all.checked = n === boxes.length
    all.indeterminate = n > 0 && n < boxes.length
  }
  all?.addEventListener('change', () => {
    for (const box of boxes) box.checked = all.checked
    tell()
  })
  for (const box of boxes) box.addEventListener('change', tell)
  // A page that is come back to may have its ticks still.
  tell()
}
