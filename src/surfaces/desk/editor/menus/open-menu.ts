import type { Act } from '../acts.ts'
import type { Bench } from '../bench.ts'
import { beginStep } from '../begin-step.ts'
import { deskLanguage, make } from '../dom.ts'
import { placeBeside } from './place-beside.ts'

type Wanted = { acts: Act[]; beside: { getBoundingClientRect(): DOMRect }; label?: string; back(): void }

/** A menu of things to do, beside a button or the caret (https://www.w3.org/WAI/ARIA/apg/patterns/menu-button/). */
export function openMenu(bench: Bench, { acts, beside, label, back }: Wanted): void {
  const { words, frame } = bench
  const items = acts.map(({ name }) => make('li', { role: 'menuitem', tabindex: -1 }, words.acts[name]))
  const menu = make('ul', { role: 'menu', class: 'editor-menu', 'aria-label': label ?? words.acts.insert, ...deskLanguage() }, ...items)
  const opener = beside instanceof HTMLElement ? beside : undefined
  opener?.setAttribute('aria-expanded', 'true')

  const close = (then: () => void) => {
    menu.removeEventListener('focusout', leave)
    opener?.setAttribute('aria-expanded', 'false')
    menu.remove()
    then()
  }
  const leave = ({ relatedTarget }: FocusEvent) => {
    if (!(relatedTarget instanceof Node && menu.contains(relatedTarget))) close(() => undefined)
  }
  const take = (index: number) => {
    const act = acts[index]
    if (!act) return
    close(() => {
      bench.editor.view.focus()
      beginStep(bench.editor)
      act.run(bench)
    })
  }

  menu.addEventListener('focusout', leave)
  menu.addEventListener('mousedown', (event) => event.preventDefault())
  menu.addEventListener('click', ({ target }) => take(items.findIndex((item) => target instanceof Node && item.contains(target))))
  menu.addEventListener('keydown', (event) => {
    const at = items.findIndex((item) => item === document.activeElement)
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key] ?? startingWith(items, event.key, at)
    if (event.key === 'Escape') close(back)
    else if (event.key === 'Enter' || event.key === ' ') take(at)
    else if (next === undefined) return
    else items[(next + items.length) % items.length]?.focus()
    event.preventDefault()
    event.stopPropagation()
  })
  frame.append(menu)
  placeBeside(menu, beside.getBoundingClientRect(), frame)
  items[0]?.focus()
}

function startingWith(items: HTMLElement[], key: string, after: number): number | undefined {
  if (key.length !== 1 || key === ' ') return undefined
  const order = [...items.keys()].map((i) => (after + 1 + i) % items.length)
  return order.find((i) => items[i]?.textContent.toLowerCase().startsWith(key.toLowerCase()))
}
