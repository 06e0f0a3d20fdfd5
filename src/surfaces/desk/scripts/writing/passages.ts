import { make } from '../../editor/dom.ts'
import type { MeanwhileWords, PassageNews, RowNews } from '../../translations/passage-news.ts'
import type { FormValues } from '../../writing/form-fields.ts'
import { saveFirst } from './begin-writing.ts'
import { partOf } from './sheet.ts'

/** What the server said of the passages; `sent`: of a text that it was sent, and `renumbered` where links in it are called otherwise now. */
type Heard = PassageNews & { sent?: FormValues; renumbered?: { [field: string]: string } }

declare global {
  interface HTMLElementEventMap {
    'desk:heard': CustomEvent<Heard>
  }
}

const begun = new WeakMap<HTMLFormElement, Passages>()

/** A translation is written passage by passage: each is done in its place, and the next that is open comes by itself. */
export function followPassages(form: HTMLFormElement): void {
  if (!begun.has(form)) begun.set(form, new Passages(form))
}

class Passages {
  readonly #form: HTMLFormElement
  readonly #done: HTMLInputElement
  readonly #words: MeanwhileWords
  readonly #news = new Map<string, RowNews>()
  #lastField: HTMLElement | undefined
  #isPressed = false

  constructor(form: HTMLFormElement) {
    this.#form = form
    this.#words = JSON.parse(form.dataset['passages'] ?? '{}')
    this.#done = form.querySelector<HTMLInputElement>('input[name="done"]') ?? make('input', { type: 'hidden', name: 'done' })
    for (const field of form.querySelectorAll<HTMLTextAreaElement>('textarea[data-saved-text]')) markUnsaved(field)
    form.addEventListener('click', (event) => this.#clicked(event))
    form.addEventListener('keydown', (event) => this.#pressed(event))
    form.addEventListener('focusin', ({ target }) => {
      if (target instanceof HTMLTextAreaElement) this.#lastField = target
    })
    form.addEventListener('focusout', () => setTimeout(() => this.#settle()))
    form.addEventListener('pointerdown', () => this.#press())
    // What was kept in this browser comes back into a passage that counts as done.
    form.addEventListener('desk:put', ({ target }) => {
      const row = rowOf(target)
      if (row && target instanceof HTMLTextAreaElement && target.value !== target.defaultValue) row.hidden = false
    })
    form.addEventListener('desk:heard', ({ detail }) => this.#hear(detail))
    // Whoever has chosen between two texts goes on where they were.
    partOf('choices')?.addEventListener('submit', () => setTimeout(() => this.#lastField?.focus()), { capture: true })
  }

  #clicked(event: MouseEvent): void {
    const button = event.target instanceof Element ? event.target.closest('button') : null
    const row = rowOf(button)
    if (button?.name !== 'done' || !row) return
    event.preventDefault()
    // Where one taps, a field with the focus would raise a keyboard over half of the page.
    this.#markDone(row, event instanceof PointerEvent && event.pointerType === 'touch')
  }

  #pressed(event: KeyboardEvent): void {
    const row = rowOf(event.target)
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing || !row) return
    event.preventDefault()
    this.#markDone(row)
  }

  /** What is done goes with the text, as a field of it: it waits for the line with it, and is refused with it. */
  #markDone(row: HTMLElement, isTapped = false): void {
    this.#done.value = [...new Set([...this.#doneNow(), idOf(row)])].join(' ')
    this.#done.dispatchEvent(new Event('change', { bubbles: true }))
    partOf('meanwhile')?.replaceChildren()
    this.#goOnFrom(row, isTapped)
    void saveFirst()
  }

  #doneNow(): string[] {
    return this.#done.value.split(' ').filter((id) => id !== '')
  }

  #goOnFrom(row: HTMLElement, isTapped: boolean): void {
    const rows = [...this.#form.querySelectorAll<HTMLElement>('section[data-status]')]
    const at = rows.indexOf(row)
    const next = [...rows.slice(at + 1), ...rows.slice(0, at)].find((one) => this.#isOpen(one))
    next?.scrollIntoView({ block: 'nearest' })
    const field = next?.querySelector<HTMLElement>(isTapped ? 'button[name="done"]' : 'textarea, button[name="done"]') ?? partOf('left')
    field?.focus({ preventScroll: next !== undefined })
  }

  #isOpen(row: HTMLElement): boolean {
    const status = this.#news.get(idOf(row))?.status ?? row.dataset['status']
    return !row.hidden && status !== 'done' && !this.#doneNow().includes(idOf(row))
  }

  #hear(heard: Heard): void {
    const { sent, rows, renumbered = {} } = heard
    const told = partOf('meanwhile')
    // Of what changed meanwhile, nobody has said yet that it is done.
    const isSaid = (id: string) => sent === undefined || sent['done']?.[0]?.split(' ').includes(id)
    this.#done.value = this.#doneNow()
      .filter((id) => !isSaid(id))
      .join(' ')
    // What was said once is not what the form is made from.
    if (sent) sent['done'] = ['']
    for (const field of this.#form.querySelectorAll('textarea')) {
      const said = sent?.[field.name]?.[0]
      if (said === undefined) continue
      // What is with the newsroom is not unsent any more.
      field.defaultValue = said
      if (field.value === said && renumbered[field.name] !== undefined) field.value = renumbered[field.name] ?? ''
    }
    for (const [name, html] of Object.entries(heard.panels)) put(partOf(`panel="${name}"`), html)
    if (this.#takeSource(String(heard.sourceRevision))) told?.replaceChildren(this.#words.sourceChanged)
    for (const row of rows) this.#news.set(String(row.id), { ...this.#news.get(String(row.id)), ...row })
    this.#settle()
    const left = partOf('left')
    if (left && left.textContent !== heard.left) left.textContent = heard.left
    if (this.#isOfOthers(rows)) told?.replaceChildren(this.#words.rowsChanged, ' ', make('a', { href: location.href }, this.#words.again))
  }

  /** Whether the source is another than the page was made of; from now on this one counts. */
  #takeSource(revision: string): boolean {
    const fields = document.querySelectorAll<HTMLInputElement>('input[name="sourceRevision"]')
    const isOther = [...fields].some(({ value }) => value !== revision)
    for (const field of fields) field.value = revision
    return isOther
  }

  #isOfOthers(rows: RowNews[]): boolean {
    const here = [...this.#form.querySelectorAll('textarea')].filter(({ value }) => value !== '').map(({ name }) => name)
    const there = rows.filter(({ hasField }) => hasField).map(({ id }) => `p-${id}`)
    return here.some((name) => !there.includes(name)) || there.some((name) => !this.#form.elements.namedItem(name))
  }

  // What goes from above a button between its press and its release takes it away from under the pointer.
  #press(): void {
    this.#isPressed = true
    const release = () => {
      this.#isPressed = false
      setTimeout(() => this.#settle())
    }
    for (const ends of ['pointerup', 'pointercancel']) document.addEventListener(ends, release, { once: true })
  }

  #settle(): void {
    if (this.#isPressed) return
    for (const row of this.#form.querySelectorAll<HTMLElement>('section[data-status]')) this.#show(row)
  }

  // Nothing changes around whoever writes, until they go on.
  #show(row: HTMLElement): void {
    const news = this.#news.get(idOf(row))
    if (!news || row.contains(document.activeElement)) return
    row.dataset['status'] = news.status
    row.className = `passage passage-${news.status}`
    for (const [name, html] of Object.entries(news.parts ?? {})) put(row.querySelector(`[data-part="${name}"]`), html)
    if (news.status !== 'done') row.hidden = false
  }
}

const rowOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('section[data-status]') : null

function put(part: Element | null, html: string): void {
  if (part && part.innerHTML !== html) part.innerHTML = html
}

// What was sent and refused comes back in the form, and is not saved.
function markUnsaved(field: HTMLTextAreaElement): void {
  const typed = field.value
  field.defaultValue = field.dataset['savedText'] ?? ''
  field.value = typed
}

const idOf = (row: HTMLElement): string => row.id.replace('passage-', '')
