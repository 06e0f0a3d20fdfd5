import { filled } from '#lib/filled.ts'

import { partOf } from './sheet.ts'
import type { Sheet } from './sheet.ts'

/** Puts what the server says of the text around it. A panel in which someone is at work stays as it is. */
export function showPanels(panels: { [name: string]: string }): void {
  for (const [name, html] of Object.entries(panels)) {
    const panel = partOf(`panel="${name}"`)
    if (!panel || panel.dataset['shown'] === html || isAtWork(panel)) continue
    const open = [...panel.querySelectorAll('details')].map((details) => details.open)
    panel.innerHTML = html
    panel.dataset['shown'] = html
    for (const [at, details] of panel.querySelectorAll('details').entries()) details.open = open[at] ?? details.open
    panel.dispatchEvent(new CustomEvent('desk:shown', { bubbles: true }))
  }
}

/** What acts upon one revision acts upon the one that was saved last. */
export function showRevision(sheet: Sheet, revision: number): void {
  for (const field of document.querySelectorAll<HTMLInputElement>('input[data-revision]')) field.value = String(revision)
  const made = sheet.form.elements.namedItem('madeFrom')
  if (made instanceof HTMLInputElement) made.value = String(revision)
  const shown = partOf('revision-shown')
  if (shown) shown.textContent = filled(sheet.words.revision, { n: revision })
}

function isAtWork(panel: HTMLElement): boolean {
  if (panel.contains(document.activeElement)) return true
  return [...panel.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input:not([type=hidden]), textarea')].some(
    (field) => field.value !== field.defaultValue,
  )
}
