import type { TextPlace } from '../../editor/mount-editor.ts'
import { partOf } from './sheet.ts'

/** What is selected in the text is what a comment is about, and shown so, until whoever comments unticks it. */
export function anchorComment(place: TextPlace): void {
  const [tick, anchor] = [partOf('quote-selection'), partOf('anchor')]
  if (!(tick instanceof HTMLInputElement) || !(anchor instanceof HTMLInputElement)) return
  tick.checked = true
  anchor.value = JSON.stringify(place)
  show(place)
  tick.onchange = () => {
    anchor.value = tick.checked ? JSON.stringify(place) : ''
    show(tick.checked ? place : null)
  }
  // What was posted is about nothing any more.
  anchor.form?.addEventListener('reset', () => leaveComment(), { once: true })
}

/** Nothing is selected any more: a comment that was begun keeps its words. */
export function leaveComment(): void {
  const anchor = partOf('anchor')
  const words = anchor instanceof HTMLInputElement ? anchor.form?.querySelector('textarea')?.value : ''
  if (!(anchor instanceof HTMLInputElement) || words !== '') return
  anchor.value = ''
  show(null)
  partOf('quoted')?.toggleAttribute('hidden', true)
}

function show(place: TextPlace | null): void {
  partOf('quoted')?.toggleAttribute('hidden', false)
  const shown = partOf('anchor-shown')
  if (!shown) return
  shown.textContent = place?.exact ?? ''
  shown.hidden = place === null
}
