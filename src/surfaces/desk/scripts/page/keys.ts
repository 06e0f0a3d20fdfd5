import type { ScriptWords } from '../script-words.ts'

/** Keys for lists: j and k go down and up, Enter opens (the line has the focus), x ticks, / searches, ? tells them. Never while something is typed. */
export function listenToKeys(words: () => ScriptWords): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyped(event.target)) return
    const act = acts[event.key]
    if (act?.(words())) event.preventDefault()
  })
}

const acts: { [key: string]: (words: ScriptWords) => boolean } = {
  j: () => step(1),
  k: () => step(-1),
  x: () => {
    const box = document.activeElement?.closest('[data-lines] tr')?.querySelector<HTMLInputElement>('input[name=edition]')
    box?.click()
    return box !== null && box !== undefined
  },
  '/': () => {
    const field = document.querySelector<HTMLInputElement>('[data-search]')
    field?.focus()
    field?.select()
    return field !== null
  },
  '?': (words) => {
    void import('./keys-help.ts').then(({ openKeysHelp }) => openKeysHelp(words))
    return true
  },
}

function step(by: 1 | -1): boolean {
  const lines = [...document.querySelectorAll<HTMLAnchorElement>('[data-lines] :is(tbody th a, .line-story)')]
  const at = lines.findIndex((line) => line.closest('tr, .rail-item')?.contains(document.activeElement))
  const next = lines[at < 0 ? (by > 0 ? 0 : lines.length - 1) : at + by]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
  return lines.length > 0
}

function isTyped(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || (target.matches('input, textarea, select') && !target.matches('[type=checkbox], [type=radio]'))
}
