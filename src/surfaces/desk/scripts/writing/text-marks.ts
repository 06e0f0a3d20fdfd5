import type { Mark, TextPlace } from '../../editor/mount-editor.ts'
import type { BodyField } from './body-field.ts'
import type { Finding } from './page-finding.ts'
import { partOf } from './sheet.ts'
import type { Sheet } from './sheet.ts'

/** Comments and findings at their places in the text: from the text to what is said of it, and back. */
export class TextMarks {
  readonly #sheet: Sheet
  readonly #body: () => BodyField | undefined
  #findings: Finding[] = []
  #isQuoting = false

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
    const { words } = this.#sheet
    const comments = threads.map((thread): Mark => {
      const place: TextPlace = JSON.parse(thread.dataset['quote'] ?? '{}')
      return { id: thread.id, kind: 'comment', place, label: words.comment }
    })
    const found = this.#findings.flatMap(({ id, level, label, place, field }): Mark[] =>
      place && field === 'body' ? [{ id: `check-${id}`, kind: level, place, label }] : [],
    )
    this.#body()?.mark([...comments, ...found])
    const isShown = this.#sheet.form.querySelector('[data-found-here]') !== null
    if (isShown || threads.length + this.#findings.length > 0) void this.#showBeside(threads)
  }

  async #showBeside(threads: HTMLElement[]): Promise<void> {
    const { addShowButton, showInFields } = await import('./show-found.ts')
    for (const thread of threads) addShowButton(thread, this.#sheet.words)
    showInFields(this.#sheet, this.#findings)
  }

  /** A mark in the text was chosen: what it is about is pointed out beside the text, and gone to where that was asked for. */
  open(id: string, how: 'show' | 'go'): void {
    const place = document.getElementById(id)
    if (!place) return
    for (const other of document.querySelectorAll('[data-chosen]')) other.removeAttribute('data-chosen')
    place.dataset['chosen'] = ''
    if (how === 'show') return void import('./show-found.ts').then(({ showBeside }) => showBeside(place))
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
    const thread = target?.closest('[data-show-in-text]')?.closest<HTMLElement>('[data-quote]')
    if (thread) return this.#body()?.select(JSON.parse(thread.dataset['quote'] ?? '{}'))
    const replacing = target?.closest<HTMLButtonElement>('[data-replace]')
    if (replacing) {
      event.preventDefault()
      return void import('./replace-found.ts').then(({ replaceFound }) => {
        if (replaceFound(this.#sheet, this.#body(), replacing).size > 0) this.show()
      })
    }
    const asked = target?.closest<HTMLElement>('[data-show-finding]')
    const finding = this.#findings.find(({ id }) => id === asked?.dataset['showFinding'])
    if (!finding) return
    event.preventDefault()
    if (finding.field === 'body' && finding.place) this.#body()?.select(finding.place)
    else void import('./show-found.ts').then(({ selectInField }) => selectInField(this.#sheet, finding))
  }

  // The editor hears of a selection by the same event, perhaps after us.
  readonly #onSelect = (): void => void setTimeout(() => this.#offerQuote())

  #offerQuote(): void {
    if (!partOf('anchor') || !this.#sheet.form.querySelector('[data-editor]')?.contains(document.getSelection()?.anchorNode ?? null)) return
    const place = this.#body()?.selection() ?? null
    if (place === null && !this.#isQuoting) return
    this.#isQuoting = true
    void import('./comment-anchor.ts').then(({ anchorComment, leaveComment }) => (place ? anchorComment(place) : leaveComment()))
  }
}

const isResolved = (thread: HTMLElement): boolean => thread.closest('details') !== null
