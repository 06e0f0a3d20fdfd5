import { make } from '../../editor/dom.ts'
import type { Mark, TextPlace } from '../../editor/mount-editor.ts'
import type { ScriptWords } from '../script-words.ts'
import type { BodyField } from './body-field.ts'
import { partOf } from './sheet.ts'
import type { Sheet } from './sheet.ts'

/** What a check found, as the panel of checks carries it. */
type Finding = { id: string; level: 'block' | 'warn'; label: string; field: string; place?: TextPlace }

/** Comments and findings at their places in the text: from the text to what is said of it, and back. */
export class TextMarks {
  readonly #sheet: Sheet
  readonly #body: () => BodyField | undefined
  #findings: Finding[] = []

  constructor(sheet: Sheet, body: () => BodyField | undefined) {
    this.#sheet = sheet
    this.#body = body
    document.addEventListener('click', this.#onClick)
    document.addEventListener('selectionchange', this.#onSelect)
  }

  /** Marks what is said on the page now. */
  show(): void {
    this.#findings = JSON.parse(partOf('findings')?.dataset['findings'] ?? '[]')
    const threads = [...document.querySelectorAll<HTMLElement>('[data-comments] [data-quote]')].filter((thread) => !isResolved(thread))
    for (const thread of threads) addShowButton(thread, this.#sheet.words)
    const { words } = this.#sheet
    const comments = threads.map((thread): Mark => {
      const place: TextPlace = JSON.parse(thread.dataset['quote'] ?? '{}')
      return { id: thread.id, kind: 'comment', place, label: words.comment }
    })
    const found = this.#findings.flatMap(({ id, level, label, place, field }): Mark[] =>
      place && field === 'body' ? [{ id: `check-${id}`, kind: level, place, label }] : [],
    )
    this.#body()?.mark([...comments, ...found])
    showInFields(this.#sheet, this.#findings)
  }

  /** A mark in the text was chosen: what it is about is pointed out beside the text, and gone to where that was asked for. */
  open(id: string, how: 'show' | 'go'): void {
    const place = document.getElementById(id)
    if (!place) return
    for (const other of document.querySelectorAll('[data-chosen]')) other.removeAttribute('data-chosen')
    place.dataset['chosen'] = ''
    if (how === 'show') return showBeside(place)
    place.tabIndex = -1
    place.scrollIntoView({ block: 'center' })
    place.focus({ preventScroll: true })
  }

  stop(): void {
    document.removeEventListener('click', this.#onClick)
    document.removeEventListener('selectionchange', this.#onSelect)
  }

  readonly #onClick = (event: MouseEvent): void => {
    const target = event.target instanceof Element ? event.target : null
    if (target?.closest('[data-quote-selection]')) return this.#quote()
    const thread = target?.closest('[data-show-in-text]')?.closest<HTMLElement>('[data-quote]')
    if (thread) return this.#body()?.select(JSON.parse(thread.dataset['quote'] ?? '{}'))
    const replacing = target?.closest<HTMLButtonElement>('[data-replace]')
    if (replacing) {
      event.preventDefault()
      return void import('./replace-found.ts').then(({ replaceFound }) => replaceFound(this.#sheet.form, this.#body(), replacing))
    }
    const asked = target?.closest<HTMLElement>('[data-show-finding]')
    const finding = this.#findings.find(({ id }) => id === asked?.dataset['showFinding'])
    if (!finding) return
    event.preventDefault()
    if (finding.field === 'body' && finding.place) this.#body()?.select(finding.place)
    else selectInField(this.#sheet, finding)
  }

  // The editor hears of a selection by the same event, perhaps after us.
  readonly #onSelect = (): void => void setTimeout(() => this.#offerQuote())

  #offerQuote(): void {
    const button = document.querySelector<HTMLButtonElement>('[data-quote-selection]')
    if (!button || !this.#sheet.form.querySelector('[data-editor]')?.contains(document.getSelection()?.anchorNode ?? null)) return
    button.hidden = this.#body()?.selection() == null
  }

  #quote(): void {
    const place = this.#body()?.selection()
    const anchor = partOf('anchor')
    if (!place || !(anchor instanceof HTMLInputElement)) return
    anchor.value = JSON.stringify(place)
    const shown = partOf('anchor-shown')
    if (shown) {
      shown.textContent = place.exact
      shown.hidden = false
    }
    anchor.form?.querySelector('textarea')?.focus()
  }
}

/** The column beside the text moves by itself; the page stays, and the caret in sight. */
function showBeside(place: HTMLElement): void {
  const column = place.closest('.writing-panels')
  if (!column || column.scrollHeight <= column.clientHeight) return
  const { top, height } = place.getBoundingClientRect()
  const seen = column.getBoundingClientRect()
  if (top < seen.top || top + height > seen.bottom) column.scrollBy({ top: top - seen.top - (seen.height - height) / 2 })
}

function addShowButton(thread: HTMLElement, words: ScriptWords): void {
  if (thread.querySelector('[data-show-in-text]')) return
  thread.querySelector('blockquote')?.after(make('button', { type: 'button', class: 'quiet', 'data-show-in-text': true }, words.showInText))
}

const isResolved = (thread: HTMLElement): boolean => thread.closest('details') !== null

/** Beside a field stands what was found in it, in words. */
function showInFields(sheet: Sheet, findings: Finding[]): void {
  for (const old of sheet.form.querySelectorAll('[data-found-here]')) old.remove()
  const { words } = sheet
  for (const { level, field, label } of findings) {
    if (field === 'body') continue
    const said = level === 'block' ? words.mustBeMended : words.lookAgain
    const line = make('p', { class: `found found-${level}`, 'data-found-here': true }, `${said}: ${label}`)
    controlOf(sheet, field)?.closest('label')?.after(line)
  }
}

function selectInField(sheet: Sheet, { field, place }: Finding): void {
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

const controlOf = ({ form }: Sheet, field: string): HTMLElement | null => form.querySelector<HTMLElement>(`[name="${CSS.escape(field)}"]`)
