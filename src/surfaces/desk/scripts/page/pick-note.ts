import { filled } from '#lib/filled.ts'

import { make, newId, setAttributes } from '../../editor/dom.ts'
import type { ScriptWords } from '../script-words.ts'

type Adds = { [register: string]: { href: string; label: string } }

/** Says under a field what became of words by which nothing was chosen, and where whoever may adds such an entry. */
export class PickNote {
  readonly element = make('p', { class: 'pick-note', role: 'status', id: newId('note') })
  readonly #select: HTMLSelectElement
  readonly #input: HTMLInputElement
  readonly #words: ScriptWords
  readonly #sentence = make('span')
  readonly #add = make('a', { target: '_blank', rel: 'noopener' })
  #wasFaulty = false

  constructor(select: HTMLSelectElement, input: HTMLInputElement, words: ScriptWords) {
    this.#select = select
    this.#input = input
    this.#words = words
    input.parentElement?.append(this.element)
    // Whoever clicks the link stays in the field.
    this.element.addEventListener('mousedown', (event) => event.preventDefault())
  }

  /** No entry is called so. */
  sayNothing(words: string): void {
    this.#say(filled(this.#words.nothingCalled, { name: words }), words)
  }

  /** The words stay as they were typed, and look like no value. */
  sayNotChosen(words: string): void {
    if (this.#input.value.trim() !== words) return
    afterPress(() => {
      if (this.#input.value.trim() === words) this.#say(filled(this.#words.notChosen, { name: words }), words)
    })
    this.#wasFaulty ||= this.#input.ariaInvalid === 'true'
    this.#input.ariaInvalid = 'true'
  }

  clear(): void {
    this.element.replaceChildren()
    this.#input.ariaInvalid = this.#wasFaulty ? 'true' : null
    toggleDescription(this.#input, this.element.id, false)
  }

  #say(sentence: string, name: string): void {
    const adds: Adds = JSON.parse(document.body.dataset['adds'] ?? '{}')
    const add = adds[this.#select.dataset['register'] ?? '']
    this.#sentence.textContent = sentence
    // The link stays the same one: leaving the field for it says another sentence beside it.
    if (!this.#sentence.isConnected) this.element.replaceChildren(this.#sentence, ...(add ? [' ', this.#add] : []))
    if (add) setAttributes(this.#add, { href: `${add.href}?${new URLSearchParams({ name }).toString()}` })
    if (add && this.#add.textContent !== add.label) this.#add.textContent = add.label
    toggleDescription(this.#input, this.element.id, true)
  }
}

let isPressed = false
addEventListener('pointerdown', () => (isPressed = true), { capture: true })
for (const end of ['pointerup', 'pointercancel']) addEventListener(end, () => (isPressed = false), { capture: true })

/** What is said under a field moves what is below it: a button that is being clicked there stays in its place until it was. */
function afterPress(say: () => void): void {
  if (isPressed) addEventListener('pointerup', () => setTimeout(say), { once: true })
  else say()
}

/** What the server said is wrong with a field is so of the field that stands in its place. */
export function takeMarks(from: HTMLElement, to: HTMLElement): void {
  to.ariaInvalid = 'true'
  to.setAttribute('aria-describedby', from.getAttribute('aria-describedby') ?? '')
  const { id } = from
  if (!id.startsWith('fault-')) return
  from.removeAttribute('id')
  const label = to.ownerDocument.querySelector<HTMLLabelElement>(`label[for="${to.id}"]`)
  to.id = id
  if (label) label.htmlFor = id
}

function toggleDescription(field: HTMLElement, id: string, isOn: boolean): void {
  const rest = (field.getAttribute('aria-describedby') ?? '').split(' ').filter((one) => one !== '' && one !== id)
  const ids = isOn ? [...rest, id] : rest
  if (ids.length > 0) field.setAttribute('aria-describedby', ids.join(' '))
  else field.removeAttribute('aria-describedby')
}
