import { filled } from '#lib/filled.ts'
import { fold } from '#lib/fold.ts'
import { unknownIn } from '#newsroom/members/mentioned-in.ts'

import { make, newId, setAttributes } from '../../editor/dom.ts'
import type { ScriptWords } from '../script-words.ts'

const shownAtOnce = 8
// A name of up to three words, as far as it is typed; what stands inside an address is none.
const begun = /(?<![\p{L}\p{M}\p{N}._-])@((?:[\p{L}\p{M}\p{N}’'.-]+ ){0,2}[\p{L}\p{M}\p{N}’'.-]*)$/u
const known = new WeakMap<Element, MentionBox>()

/** After an “@” in a comment the names of those whom it would tell are offered, and a mention that tells nobody is said. */
export function offerMentions(page: Document, words: ScriptWords): void {
  for (const box of page.querySelectorAll<HTMLTextAreaElement>('[data-comments] textarea')) {
    const mentions = known.get(box) ?? new MentionBox(box, words)
    known.set(box, mentions)
    mentions.settle()
  }
}

class MentionBox {
  readonly #box: HTMLTextAreaElement
  readonly #words: ScriptWords
  readonly #list: HTMLElement
  readonly #told = make('p', { class: 'found', role: 'status' })
  readonly #around = make('div', { class: 'mention-help' })
  #at = 0

  constructor(box: HTMLTextAreaElement, words: ScriptWords) {
    this.#box = box
    this.#words = words
    this.#list = make('ul', { class: 'pick-list', role: 'listbox', id: newId('people'), 'aria-label': words.people, hidden: true })
    this.#around.append(this.#list, this.#told)
    box.addEventListener('input', () => this.#show())
    box.addEventListener('click', () => this.#show())
    box.addEventListener('blur', () => this.#hide())
    box.addEventListener('keydown', (event) => this.#key(event))
    // Before the box loses the focus.
    this.#list.addEventListener('pointerdown', (event) => {
      event.preventDefault()
      const at = this.#options().findIndex((option) => event.target instanceof Node && option.contains(event.target))
      if (at >= 0) this.#pick(at)
    })
  }

  /** Turbo takes away what the page was not printed with. */
  settle(): void {
    setAttributes(this.#box, { autocomplete: 'off', 'aria-autocomplete': 'list', 'aria-controls': this.#list.id })
    if (this.#around.isConnected) return
    const place = this.#box.closest('label') ?? this.#box
    place.after(this.#around)
    if (document.activeElement === this.#box) this.#show()
  }

  #key(event: KeyboardEvent): void {
    if (this.#list.hidden || event.isComposing) return
    const { key } = event
    const count = this.#options().length
    if (key === 'ArrowDown' || key === 'ArrowUp') this.#point((this.#at + (key === 'ArrowDown' ? 1 : count - 1)) % count)
    else if (key === 'Enter' || (key === 'Tab' && !event.shiftKey)) this.#pick(this.#at)
    else if (key === 'Escape') this.#hide()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  #names(): string[] {
    const names: string[] = JSON.parse(this.#box.closest<HTMLElement>('[data-comments]')?.dataset['comments'] ?? '[]')
    return [...new Set(names)]
  }

  #begun(): string | undefined {
    const { selectionStart, selectionEnd, value } = this.#box
    return selectionStart === selectionEnd ? begun.exec(value.slice(0, selectionStart))?.[1] : undefined
  }

  #show(): void {
    const typed = this.#begun()
    const asked = fold(typed ?? '')
    const begins = (name: string) => fold(name).startsWith(asked)
    const hasWord = (name: string) => fold(name).includes(` ${asked}`)
    const names = typed === undefined ? [] : this.#names().filter((name) => begins(name) || hasWord(name))
    const found = names.toSorted((a, b) => Number(begins(b)) - Number(begins(a))).slice(0, shownAtOnce)
    this.#list.replaceChildren(...found.map((name) => make('li', { role: 'option', id: newId('person'), dir: 'auto' }, name)))
    // A name that is whole needs no help, and nothing may lie over the button that sends it.
    const isWhole = found.length === 1 && fold(found[0] ?? '') === asked
    this.#list.hidden = found.length === 0 || isWhole
    if (this.#list.hidden) return this.#hide()
    this.#told.textContent = ''
    this.#point(0)
  }

  #point(at: number): void {
    this.#at = at
    for (const [i, option] of this.#options().entries()) option.setAttribute('aria-selected', String(i === at))
    const option = this.#options()[at]
    option?.scrollIntoView({ block: 'nearest' })
    setAttributes(this.#box, { 'aria-activedescendant': option?.id ?? null })
  }

  #pick(at: number): void {
    const name = this.#options()[at]?.textContent
    const typed = this.#begun()
    if (name === undefined || typed === undefined) return
    const { selectionStart } = this.#box
    this.#box.setRangeText(`${name} `, selectionStart - typed.length, selectionStart, 'end')
    this.#box.dispatchEvent(new Event('input', { bubbles: true }))
    this.#hide()
  }

  #hide(): void {
    this.#list.hidden = true
    this.#box.removeAttribute('aria-activedescendant')
    const members = this.#names().map((name) => ({ id: name, name }))
    const lines = unknownIn(this.#box.value, members).map((name) => filled(this.#words.tellsNobody, { name }))
    // What was said of a comment that is just sent stays until the next one is begun.
    if (this.#box.value !== '' && this.#told.textContent !== lines.join(' ')) this.#told.textContent = lines.join(' ')
  }

  #options(): HTMLElement[] {
    return [...this.#list.querySelectorAll<HTMLElement>('[role=option]')]
  }
}
