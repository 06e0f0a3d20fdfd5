import { filled } from '#lib/filled.ts'
import { fold } from '#lib/fold.ts'

import { make, newId } from '../../editor/dom.ts'
import type { ScriptWords } from '../script-words.ts'
import type { Found, Named } from './ask-names.ts'

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
  readonly #told = make('span', { class: 'unseen', role: 'status' })
  #at = -1

  constructor(select: HTMLSelectElement, label: HTMLLabelElement, words: ScriptWords) {
    this.#select = select
    this.#words = words
    const hasFocus = label.contains(document.activeElement)
    // What whoever has no script types in.
    label.parentElement?.querySelector('[data-typed]')?.setAttribute('disabled', '')
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
    select.hidden = true
    select.dataset['eased'] = ''
    label.htmlFor = this.#input.id
    label.after(box)
    this.#listen()
    this.#open(false)
    this.#showPicked()
    if (hasFocus) this.#input.focus()
  }

  #listen(): void {
    this.#select.addEventListener('desk:put', () => this.#showPicked())
    this.#input.addEventListener('input', (event) => {
      // What is typed to find something is no change of the text.
      event.stopPropagation()
      void this.#show(this.#input.value)
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
      if (isOpen) this.#move(key === 'ArrowDown' ? 1 : -1)
      else void this.#show()
    } else if (key === 'Enter' && (multiple || (isOpen && this.#at >= 0))) {
      if (isOpen) this.#pick(this.#options()[this.#at])
    } else if (key === 'Escape' && isOpen) this.#leave()
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
    const answer = address ? await (await import('./ask-names.ts')).askNames(address, asked) : this.#listed(fold(asked))
    if (!answer || document.activeElement !== this.#input) return
    const { found, more } = answer
    const { multiple, selectedOptions } = this.#select
    const chosen = multiple ? [...selectedOptions].map(({ value }) => value) : []
    const shown = found.filter(({ value }) => !chosen.includes(value))
    this.#list.replaceChildren(
      ...shown.map(({ value, text }) => make('li', { role: 'option', id: newId('option'), 'data-value': value, dir: 'auto' }, text)),
      ...(more > 0 ? [make('li', { class: 'help', role: 'presentation' }, filled(this.#words.more, { n: more }))] : []),
    )
    this.#open(shown.length > 0)
    this.#told.textContent = filled(this.#words.found, { n: shown.length + more })
    this.#at = -1
    this.#move(words === '' ? 0 : 1)
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
    this.#at = Math.min(Math.max(this.#at + by, -1), options.length - 1)
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

  /** Of one thing the field says what is chosen; nothing, where its name was taken out. */
  #leave(): void {
    this.#open(false)
    if (this.#select.multiple) return
    if (this.#input.value === '' && this.#select.value !== '') this.#take('', true)
    this.#showPicked()
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
      this.#input.focus()
    }
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
