import type { EditorHandle, EditorWords, FoundStory, Mark, NewWords, OnMark, TextPlace } from '../../editor/mount-editor.ts'
import type { Sheet } from './sheet.ts'

/** The body of the text: the editor, which comes by itself, and the hidden field that carries what it says. */
export class BodyField {
  readonly #input: HTMLInputElement
  readonly #place: HTMLElement
  readonly #sheet: Sheet
  readonly #onMark: OnMark
  #editor: EditorHandle | undefined
  #isEditable = false
  #marks: Mark[] = []

  /** undefined: this page has no body to write. */
  static of(sheet: Sheet, onMark: OnMark): BodyField | undefined {
    const place = sheet.form.querySelector<HTMLElement>('[data-editor]')
    const input = sheet.form.querySelector<HTMLInputElement>('input[data-body]')
    return place && input ? new BodyField(sheet, place, input, onMark) : undefined
  }

  private constructor(sheet: Sheet, place: HTMLElement, input: HTMLInputElement, onMark: OnMark) {
    this.#sheet = sheet
    this.#place = place
    this.#input = input
    this.#onMark = onMark
    // What the server printed and what is put back count, whether the editor has come yet or not.
    input.disabled = false
    input.addEventListener('desk:put', () => this.#editor?.setBody(JSON.parse(input.value)))
  }

  get isThere(): boolean {
    return this.#editor !== undefined
  }

  /** Puts the editor in place; false: it could not be had now. */
  async mount(): Promise<boolean> {
    if (this.#editor) return true
    try {
      const { mountEditor } = await import('../../editor/mount-editor.ts')
      const words: EditorWords = JSON.parse(this.#place.dataset['words'] ?? '{}')
      this.#editor = mountEditor(this.#place, {
        body: JSON.parse(this.#input.value),
        language: this.#sheet.language,
        direction: this.#sheet.direction,
        words,
        isEditable: this.#isEditable,
        onChange: (body) => {
          this.#input.value = JSON.stringify(body)
          this.#input.dispatchEvent(new Event('input', { bubbles: true }))
        },
        findStories: (text) => findStories(this.#sheet.addresses.ownStories, text),
        onMark: this.#onMark,
      })
      this.#editor.mark(this.#marks)
      return true
    } catch {
      return false
    }
  }

  setEditable(is: boolean): void {
    this.#isEditable = is
    this.#editor?.setEditable(is)
  }

  mark(marks: Mark[]): void {
    this.#marks = marks
    this.#editor?.mark(marks)
  }

  selection(): TextPlace | null {
    return this.#editor?.selection() ?? null
  }

  select(place: TextPlace): void {
    this.#editor?.select(place)
  }

  /** false: nothing could be replaced. */
  replace(words: NewWords[]): boolean {
    return this.#editor?.replace(words) ?? false
  }

  destroy(): void {
    this.#editor?.destroy()
  }
}

async function findStories(address: string, text: string): Promise<FoundStory[]> {
  try {
    const answer = await fetch(`${address}?${new URLSearchParams({ text })}`, { headers: { accept: 'application/json' } })
    return answer.ok ? await answer.json() : []
  } catch {
    return []
  }
}
