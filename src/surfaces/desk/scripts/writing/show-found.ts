import { make } from '../../editor/dom.ts'
import type { ScriptWords } from '../script-words.ts'
import type { Finding } from './page-finding.ts'
import type { Sheet } from './sheet.ts'

/** The column beside the text moves by itself; the page stays, and the caret in sight. */
export function showBeside(place: HTMLElement): void {
  const column = place.closest('.writing-panels')
  if (!column || column.scrollHeight <= column.clientHeight) return
  const { top, height } = place.getBoundingClientRect()
  const seen = column.getBoundingClientRect()
  if (top < seen.top || top + height > seen.bottom) column.scrollBy({ top: top - seen.top - (seen.height - height) / 2 })
}

/** Goes to the words of a field that something was found in; what folds the field away is opened. */
export function selectInField(sheet: Sheet, { field, place }: Finding): void {
  const control = controlOf(sheet, field)
  const details = control?.closest('details')
  if (details) details.open = true
  // A list that is picked from otherwise has given its label away.
  if (control?.hidden) control.closest('label')?.control?.focus()
  else control?.focus()
  if (!place || !(control instanceof HTMLTextAreaElement)) return
  const at = control.value.indexOf(place.exact)
  if (at >= 0) control.setSelectionRange(at, at + place.exact.length)
}

/** A comment about a place leads to it. */
export function addShowButton(thread: HTMLElement, words: ScriptWords): void {
  if (thread.querySelector('[data-show-in-text]')) return
  thread.querySelector('blockquote')?.after(make('button', { type: 'button', class: 'quiet', 'data-show-in-text': true }, words.showInText))
}

/** Beside a field stands what was found in it, in words. */
export function showInFields(sheet: Sheet, findings: Finding[]): void {
  for (const old of sheet.form.querySelectorAll('[data-found-here]')) old.remove()
  const { words } = sheet
  for (const { level, field, label } of findings) {
    if (field === 'body') continue
    const said = level === 'block' ? words.mustBeMended : words.lookAgain
    const line = make('p', { class: `found found-${level}`, 'data-found-here': true }, `${said}: ${label}`)
    controlOf(sheet, field)?.closest('label')?.after(line)
  }
}

const controlOf = ({ form }: Sheet, field: string): HTMLElement | null => form.querySelector<HTMLElement>(`[name="${CSS.escape(field)}"]`)
