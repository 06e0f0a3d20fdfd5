import { findPlaces } from '#newsroom/stories/find-places.ts'

import type { PlacedMend } from '../../checks/check-panel.tsx'
import type { BodyField } from './body-field.ts'

/** Puts the words that a check would have in the place of those that it found, so that undo takes them back, and goes there. */
export function replaceFound(form: HTMLFormElement, body: BodyField | undefined, button: HTMLButtonElement): void {
  const mends: PlacedMend[] = JSON.parse(button.value)
  const panel = button.closest<HTMLElement>('[data-panel]')
  const done = new Set<string>()
  for (const field of ['summary', 'headline'] as const) {
    const control = form.elements.namedItem(field)
    const here = mends.filter((mend) => mend.field === field)
    if (control instanceof HTMLTextAreaElement && here.length > 0 && replaceIn(control, here)) done.add(field)
  }
  const inBody = mends.filter(({ field }) => field === 'body')
  if (inBody.length > 0 && body?.replace(inBody)) done.add('body')
  // The next answer of the newsroom says what is left; until then what is mended is not offered again.
  for (const { id, field } of mends) if (done.has(field)) document.getElementById(`check-${id}`)?.remove()
  if (panel && done.size > 0) delete panel.dataset['shown']
}

function replaceIn(control: HTMLTextAreaElement, mends: PlacedMend[]): boolean {
  const spans = findPlaces(
    control.value,
    mends.map(({ place }) => place),
  ).flatMap((span, at) => (span ? [{ ...span, by: mends[at]?.by ?? '' }] : []))
  const inOrder = spans.toSorted((a, b) => b.from - a.from)
  control.focus()
  for (const { from, to, by } of inOrder) {
    control.setSelectionRange(from, to)
    // Deprecated, and the only way to change a field that its own undo knows of.
    if (!document.execCommand('insertText', false, by)) {
      control.setRangeText(by, from, to)
      control.dispatchEvent(new Event('input', { bubbles: true }))
    }
    control.setSelectionRange(from, from + by.length)
  }
  return spans.length > 0
}
