import type { Sheet } from './sheet.ts'

/** A chip that is clicked fills the form: an empty field is filled, one that holds several takes one more. */
export function fillFromChips(sheet: Sheet): void {
  sheet.form.addEventListener('click', (event) => {
    const chip = event.target instanceof Element ? event.target.closest<HTMLButtonElement>('button[data-chip]') : null
    if (!chip) return
    event.preventDefault()
    void import('./fill-chip.ts').then(({ fillChip }) => fillChip(sheet.form, chip))
  })
}
