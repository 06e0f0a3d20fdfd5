import { filled } from '#lib/filled.ts'
import { fold } from '#lib/fold.ts'

import { make, newId } from '../../editor/dom.ts'
import type { ScriptWords } from '../script-words.ts'
import type * as Asking from './ask-names.ts'
import type { Found, Named } from './ask-names.ts'
import type { PickNote } from './pick-note.ts'

const shownAtOnce = 60

/**
 * Puts a field to find things in where there is a long list to choose from (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). The list keeps
 * the value; what it cannot list is asked for at the address that it names.
 */
export function easePicking(page: Document, words: ScriptWords): void {
  for (const field of page.querySelectorAll('.pick-field')) {
    const select = field.querySelector<HTMLSelectElement>('[data-pick]:not([data-eased])')
    const label = field.querySelector('label')
    if (select && label) new Picker(select, label, words)
  }
}

class Picker {
  readonly #select: HTMLSelectElement
  readonly #words: ScriptWords
  readonly #input: HTMLInputElement
  readonly #list: HTMLElement
  readonly #picked = make('ul', { class: 'picked' })
  #note: Promise<PickNote> | undefined
  readonly #told = make('span', { class: 'unseen', role: 'status' })
  #at = -1
  /** Words that were typed and are not answered yet: what is listed is of others. */
  #asked: string | undefined

  constructor(select: HTMLSelectElement, label: HTMLLabelElement, words: ScriptWords) {
    this.#select = select
    this.#words = words
    const hasFocus = label.contains(document.activeElement)
    // What whoever has no script types in.
    const typed = label.parentElement?.querySelector<HTMLInputElement>('[data-typed]')
    typed?.setAttribute('disabled', '')
    const name = label.querySelector('span') ?? label
    const list = newId('list')
    name.id ||= newId('label')
    const labelledby = name.id
    this.#list = make('ul', { class: 'pick-list', role: 'listbox', id: list, 'aria-labelledby': labelledby })
    this.#input = make('input', {
      id: newId('pick'),
      role: 'combobox',
      autocomplete: 'off',
      'aria-controls': list,
      'aria-autocomplete': 'list',
      'aria-labelledby': labelledby,
      placeholder: select.multiple ? words.pick : (select.options[0]?.text ?? ''),
    })
    const box = make('div', { class: 'pick-box', role: 'group', 'aria-labelledby': labelledby })
    box.append(this.#picked, this.#input, this.#list, this.#told)
    const marked = [select, typed].find((one) => one?.ariaInvalid === 'true')
    if (marked) void import('./pick-note.ts').then(({ takeMarks }) => takeMarks(marked, this.#input))
    select.hidden = true
    select.dataset['eased'] = ''
    label.htmlFor = this.#input.id
    label.after(box)
    this.#listen()
    this.#open(false)
    this.#showPicked()
    if (typed && typed.value !== '' && !select.multiple && select.value === '') {
      this.#input.value = typed.value
      this.#sayNotChosen(typed.value)
    }
    if (hasFocus) this.#input.focus()
  }

  #listen(): void {
    this.#select.addEventListener('desk:put', () => this.#showPicked())
    this.#input.addEventListener('input', (event) => {
      // What is typed to find something is no change of the text.
      event.stopPropagation()
      this.#asked = this.#input.value
      void this.#show(this.#asked)
    })
    this.#input.addEventListener('change', (event) => event.stopPropagation())
    this.#input.addEventListener('click', () => void this.#show())
    this.#input.addEventListener('blur', () => this.#leave())
    this.#input.addEventListener('keydown', (event) => this.#key(event))
    // Before the field loses the focus.
    this.#list.addEventListener('pointerdown', (event) => {
      event.preventDefault()
      this.#pick(event.target)
    })
    this.#picked.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest<HTMLElement>('[data-value]') : null
      if (button) this.#take(button.dataset['value'] ?? '', false)
    })
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing) return
    const { key } = event
    const { multiple } = this.#select
    const isOpen = !this.#list.hidden
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      const by = key === 'ArrowDown' ? 1 : -1
      if (isOpen && this.#asked === undefined) this.#move(by)
      else void this.#show(this.#asked).then(() => this.#move(by))
    } else if (key === 'Enter' && (multiple || (isOpen && this.#at >= 0) || this.#hasUnchosen())) {
      if (isOpen && this.#at >= 0 && this.#asked === undefined) this.#pick(this.#options()[this.#at])
      else void this.#pickNamed()
    } else if (key === 'Escape' && (isOpen || this.#hasUnchosen())) this.#restore()
    else if (key === 'Backspace' && multiple && this.#input.value === '') {
      const last = [...this.#select.selectedOptions].at(-1)
      if (last) this.#take(last.value, false)
    } else return
    event.preventDefault()
  }

  #options(): HTMLElement[] {
    return [...this.#list.querySelectorAll<HTMLElement>('[role=option]')]
  }

  /** Opens the list with what has the words; with all, before any are typed. */
  async #show(words = this.#select.multiple ? this.#input.value : ''): Promise<void> {
    const address = this.#select.dataset['pick']
    const asked = words.trim()
    const answer = await (address ? askNames(address, asked) : this.#foundIn(fold(asked), asked))
    if (!answer || document.activeElement !== this.#input) return
    if (words === this.#asked) this.#asked = undefined
    const { found, more } = answer
    const { multiple, selectedOptions } = this.#select
    const chosen = multiple ? [...selectedOptions].map(({ value }) => value) : []
    const shown = found.filter(({ value }) => !chosen.includes(value))
    this.#list.replaceChildren(
      ...shown.map(({ value, text }) => make('li', { role: 'option', id: newId('option'), 'data-value': value, dir: 'auto' }, text)),
      ...(more > 0 ? [make('li', { class: 'help', role: 'presentation' }, filled(this.#words.more, { n: more }))] : []),
    )
    this.#open(shown.length > 0)
    const isFound = shown.length > 0 || asked === ''
    this.#told.textContent = isFound ? filled(this.#words.found, { n: shown.length + more }) : ''
    if (isFound) this.#clearNote()
    else void this.#noted().then((note) => note.sayNothing(asked))
    // Nothing is active before an arrow key makes it so: what is typed is not taken for something else.
    this.#at = -1
    this.#move(0)
  }

  /** Enter without an arrow key takes what can only be meant: the one thing that was found, or the one of just this name. */
  async #pickNamed(): Promise<void> {
    const words = this.#input.value
    if (words.trim() === '') return
    await this.#show(words)
    if (this.#input.value !== words) return
    const [only, ...others] = this.#options()
    if (only && others.length === 0) this.#pick(only)
    else this.#pick(this.#named(words))
  }

  #named(words: string): HTMLElement | undefined {
    const named = this.#options().filter(({ textContent }) => fold(textContent) === fold(words.trim()))
    return named.length === 1 ? named[0] : undefined
  }

  /** Whether words stand in the field that nothing was chosen by. */
  #hasUnchosen(): boolean {
    const { multiple, value, selectedOptions } = this.#select
    const chosen = multiple || value === '' ? '' : (selectedOptions[0]?.text ?? '')
    return this.#input.value.trim() !== '' && this.#input.value !== chosen
  }

  /** As it was before words were typed. */
  #restore(): void {
    this.#open(false)
    this.#clearNote()
    if (this.#select.multiple) this.#input.value = ''
    this.#showPicked()
  }

  /** What the list has; of a name that it has not, what its register has by now. */
  async #foundIn(folded: string, asked: string): Promise<Found | undefined> {
    const listed = this.#listed(folded)
    const address = this.#select.dataset['names']
    return listed.found.length > 0 || !address || asked === '' ? listed : askNames(address, asked)
  }

  #listed(asked: string): Found {
    const { multiple, options } = this.#select
    const placeOf = ({ text }: Named) => fold(text).indexOf(asked)
    const free = [...options].filter((option) => !(multiple && option.selected) && placeOf(option) >= 0)
    // What begins with the words comes before what has them somewhere.
    const found = free.toSorted((a, b) => Math.sign(placeOf(a)) - Math.sign(placeOf(b)))
    return { found: found.slice(0, shownAtOnce), more: Math.max(0, found.length - shownAtOnce) }
  }

  #move(by: number): void {
    const options = this.#options()
    const last = options.length - 1
    this.#at = this.#at < 0 && by < 0 ? last : Math.min(Math.max(this.#at + by, -1), last)
    for (const [at, option] of options.entries()) option.ariaSelected = String(at === this.#at)
    const option = options[this.#at]
    option?.scrollIntoView({ block: 'nearest' })
    if (option) this.#input.setAttribute('aria-activedescendant', option.id)
    else this.#input.removeAttribute('aria-activedescendant')
  }

  #open(isOpen: boolean): void {
    this.#list.hidden = !isOpen
    this.#input.ariaExpanded = String(isOpen)
    if (!isOpen) this.#input.removeAttribute('aria-activedescendant')
  }

  /** Of one thing the field says what is chosen; nothing, where its name was taken out. Words that nothing was chosen by stay, and are said to be none. */
  #leave(): void {
    const named = this.#list.hidden ? undefined : this.#named(this.#input.value)
    this.#open(false)
    if (this.#hasUnchosen()) {
      if (named) this.#pick(named)
      else this.#sayNotChosen(this.#input.value.trim())
      return
    }
    this.#clearNote()
    if (this.#select.multiple) return
    if (this.#input.value === '' && this.#select.value !== '') this.#take('', true)
    this.#showPicked()
  }

  /** What is said under the field comes with the first words that find nothing, or by which nothing was chosen. */
  #noted(): Promise<PickNote> {
    this.#note ??= import('./pick-note.ts').then(({ PickNote }) => new PickNote(this.#select, this.#input, this.#words))
    return this.#note
  }

  #sayNotChosen(words: string): void {
    const { called } = this.#select.dataset
    // They are sent with the form, so that they come back if it is refused. A text that is written is saved while one types: they are none of its facts.
    if (called && !this.#select.form?.matches('[data-form]')) this.#input.name = called
    void this.#noted().then((note) => note.sayNotChosen(words))
  }

  #clearNote(): void {
    this.#input.removeAttribute('name')
    void this.#note?.then((note) => note.clear())
  }

  #pick(target: EventTarget | null | undefined): void {
    const option = target instanceof Element ? target.closest<HTMLElement>('[data-value]') : null
    if (!option) return
    this.#take(option.dataset['value'] ?? '', true, option.textContent)
    this.#open(false)
  }

  #take(value: string, isIn: boolean, text = value): void {
    const known = [...this.#select.options].find((option) => option.value === value)
    if (known) known.selected = isIn
    else this.#select.add(new Option(text, value, false, true))
    if (this.#select.multiple) {
      this.#input.value = ''
      if (document.activeElement === this.#input || !isIn) this.#input.focus()
    }
    this.#clearNote()
    this.#showPicked()
    this.#select.dispatchEvent(new Event('change', { bubbles: true }))
  }

  #showPicked(): void {
    const { multiple, value, selectedOptions } = this.#select
    if (!multiple) {
      this.#input.value = (value && selectedOptions[0]?.text) ?? ''
      return
    }
    this.#picked.replaceChildren(
      ...[...selectedOptions].map(({ value, text }) => {
        const name = filled(this.#words.remove, { name: text })
        const button = make(
          'button',
          { type: 'button', 'data-value': value, 'aria-label': name },
          make('span', { 'aria-hidden': 'true' }, '×'),
        )
        return make('li', {}, make('span', { dir: 'auto' }, text), ' ', button)
      }),
    )
  }
}

let asking: Promise<typeof Asking> | undefined

/** Asks in the order of what is typed: each with an import of its own would ask in any, and the last asked ends the others. */
async function askNames(address: string, words: string): Promise<Found | undefined> {
  asking ??= import('./ask-names.ts')
  return (await asking).askNames(address, words)
}
