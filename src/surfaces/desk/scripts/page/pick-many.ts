import { filled } from '#lib/filled.ts'
import { fold } from '#lib/fold.ts'

import { make, newId } from '../../editor/dom.ts'
import type { ScriptWords } from '../script-words.ts'

const shownAtOnce = 60

/** Turns each list to tick in into words in a row with a field to find more (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). The list keeps the value. */
export function easePicking(page: Document, words: ScriptWords): void {
  for (const select of page.querySelectorAll<HTMLSelectElement>('select[data-pick-many]')) {
    if (!select.hidden) new PickMany(select, words)
  }
}

class PickMany {
  readonly #select: HTMLSelectElement
  readonly #words: ScriptWords
  readonly #input: HTMLInputElement
  readonly #list: HTMLElement
  readonly #picked = make('ul', { class: 'picked' })
  readonly #told = make('span', { class: 'unseen', role: 'status' })
  #at = -1

  constructor(select: HTMLSelectElement, words: ScriptWords) {
    this.#select = select
    this.#words = words
    const label = select.labels?.[0]
    const name = label?.querySelector('span')
    const list = newId('list')
    if (name) name.id ||= newId('label')
    this.#list = make('ul', { class: 'pick-list', role: 'listbox', id: list, 'aria-labelledby': name?.id ?? null, hidden: true })
    this.#input = make('input', {
      id: newId('pick'),
      role: 'combobox',
      autocomplete: 'off',
      'aria-expanded': 'false',
      'aria-controls': list,
      'aria-autocomplete': 'list',
      'aria-labelledby': name?.id ?? null,
      placeholder: words.pick,
    })
    const box = make('div', { class: 'pick-many', role: 'group', 'aria-labelledby': name?.id ?? null })
    box.append(this.#picked, this.#input, this.#list, this.#told)
    select.hidden = true
    if (label) label.htmlFor = this.#input.id
    const place = label ?? select
    place.after(box)
    this.#listen()
    this.#showPicked()
  }

  #listen(): void {
    this.#select.addEventListener('desk:put', () => this.#showPicked())
    this.#input.addEventListener('input', (event) => {
      // What is typed to find something is no change of the text.
      event.stopPropagation()
      this.#show()
    })
    this.#input.addEventListener('change', (event) => event.stopPropagation())
    this.#input.addEventListener('click', () => this.#show())
    this.#input.addEventListener('blur', () => this.#hide())
    this.#input.addEventListener('keydown', (event) => this.#key(event))
    // Before the field loses the focus.
    this.#list.addEventListener('pointerdown', (event) => {
      event.preventDefault()
      const option = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-value]') : null
      if (option) this.#pick(option.dataset['value'] ?? '')
    })
    this.#picked.addEventListener('click', (event) => {
      const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-value]') : null
      if (button) this.#take(button.dataset['value'] ?? '', false)
    })
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing) return
    const { key } = event
    const isOpen = !this.#list.hidden
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      if (isOpen) this.#move(key === 'ArrowDown' ? 1 : -1)
      else this.#show()
    } else if (key === 'Enter') {
      const option = this.#options()[this.#at]
      if (isOpen && option) this.#pick(option.dataset['value'] ?? '')
    } else if (key === 'Escape' && isOpen) this.#hide()
    else if (key === 'Backspace' && this.#input.value === '') this.#take([...this.#select.selectedOptions].at(-1)?.value ?? '', false)
    else return
    event.preventDefault()
  }

  #options(): HTMLElement[] {
    return [...this.#list.querySelectorAll<HTMLElement>('[role=option]')]
  }

  #show(): void {
    const asked = fold(this.#input.value.trim())
    const free = [...this.#select.options].filter((option) => !option.selected && fold(option.text).includes(asked))
    // What begins with the words comes before what has them somewhere.
    const found = free.toSorted((a, b) => Number(fold(b.text).startsWith(asked)) - Number(fold(a.text).startsWith(asked)))
    const rest = found.length - shownAtOnce
    this.#list.replaceChildren(
      ...found
        .slice(0, shownAtOnce)
        .map(({ value, text }) => make('li', { role: 'option', id: newId('option'), 'data-value': value, 'aria-selected': 'false' }, text)),
      ...(rest > 0 ? [make('li', { class: 'help', role: 'presentation' }, filled(this.#words.more, { n: rest }))] : []),
    )
    this.#list.hidden = found.length === 0
    this.#input.setAttribute('aria-expanded', String(found.length > 0))
    this.#told.textContent = filled(this.#words.found, { n: found.length })
    this.#at = -1
    this.#move(asked === '' ? 0 : 1)
  }

  #move(by: number): void {
    const options = this.#options()
    this.#at = Math.min(Math.max(this.#at + by, -1), options.length - 1)
    for (const [at, option] of options.entries()) option.setAttribute('aria-selected', String(at === this.#at))
    const option = options[this.#at]
    option?.scrollIntoView({ block: 'nearest' })
    if (option) this.#input.setAttribute('aria-activedescendant', option.id)
    else this.#input.removeAttribute('aria-activedescendant')
  }

  #hide(): void {
    this.#list.hidden = true
    this.#input.setAttribute('aria-expanded', 'false')
    this.#input.removeAttribute('aria-activedescendant')
  }

  #pick(value: string): void {
    this.#input.value = ''
    this.#take(value, true)
    this.#hide()
  }

  #take(value: string, isIn: boolean): void {
    for (const option of this.#select.options) if (option.value === value) option.selected = isIn
    this.#showPicked()
    this.#input.focus()
    this.#select.dispatchEvent(new Event('change', { bubbles: true }))
  }

  #showPicked(): void {
    this.#picked.replaceChildren(
      ...[...this.#select.selectedOptions].map(({ value, text }) => {
        const name = filled(this.#words.remove, { name: text })
        const button = make(
          'button',
          { type: 'button', 'data-value': value, 'aria-label': name },
          make('span', { 'aria-hidden': 'true' }, '×'),
        )
        return make('li', {}, make('span', { dir: 'auto' }, text), ' ', button)
      }),
    )
    this.#picked.hidden = this.#select.selectedOptions.length === 0
  }
}
