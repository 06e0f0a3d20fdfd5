import type { ScriptWords } from '../script-words.ts'

type Acts = { [key: string]: () => boolean }

/** Keys of every page: / searches, ? tells the keys. */
export function listenToKeys(words: () => ScriptWords): void {
  actOnKeys({
    '/': () => {
      const field = document.querySelector<HTMLInputElement>('[data-search]')
      field?.focus()
      field?.select()
      return field !== null
    },
    '?': () => {
      void import('./keys-help.ts').then(({ openKeysHelp }) => openKeysHelp(words()))
      return true
    },
  })
}

/** Acts say whether there was something to do. Never while something is typed. */
export function actOnKeys(acts: Acts): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyped(event.target)) return
    if (acts[event.key]?.()) event.preventDefault()
  })
}

function isTyped(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || (target.matches('input, textarea, select') && !target.matches('[type=checkbox], [type=radio]'))
}
