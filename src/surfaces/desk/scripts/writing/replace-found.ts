import { filled } from '#lib/filled.ts'
import { findPlaces } from '#newsroom/stories/find-places.ts'

import type { PlacedMend } from '../../checks/check-panel.tsx'
import type { BodyField } from './body-field.ts'
import type { Finding } from './page-finding.ts'
import { partOf } from './sheet.ts'
import type { Sheet } from './sheet.ts'

/** Puts the words that a check would have in the place of those that it found, so that undo takes them back, and goes there. Returns which findings that mended. */
export function replaceFound({ form, words }: Sheet, body: BodyField | undefined, button: HTMLButtonElement): ReadonlySet<string> {
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
  const mended = new Set(mends.flatMap(({ id, field }) => (done.has(field) ? [id] : [])))
  if (panel && mended.size > 0) takeOut(panel, mended)
  const told = partOf('told')
  if (told && mended.size > 0) told.textContent = mended.size === 1 ? words.replacedOne : filled(words.replaced, { n: mended.size })
  return mended
}

function takeOut(panel: HTMLElement, mended: ReadonlySet<string>): void {
  delete panel.dataset['shown']
  for (const id of mended) document.getElementById(`check-${id}`)?.remove()
  // One that would replace several is not offered where some of them are mended.
  for (const button of panel.querySelectorAll<HTMLButtonElement>('[data-replace]')) {
    const mends: PlacedMend[] = JSON.parse(button.value)
    if (mends.some(({ id }) => mended.has(id))) button.remove()
  }
  const [found, count] = [panel.querySelector<HTMLElement>('[data-findings]'), panel.querySelector('.count')]
  if (!found) return
  const findings: Finding[] = JSON.parse(found.dataset['findings'] ?? '[]')
  const left = findings.filter(({ id }) => !mended.has(id))
  found.dataset['findings'] = JSON.stringify(left)
  if (count) count.textContent = left.length > 0 ? ` ${left.length}` : ''
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
