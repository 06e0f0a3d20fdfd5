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

const typing = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable=true]'

/** Acts say whether there was something to do. Never while something is typed, nor where somebody turned them off (keys-choice.ts). */
export function actOnKeys(acts: Acts): void {
  document.addEventListener('keydown', (event) => {
    const { target } = event
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
    if (areKeysOff() || (target instanceof Element && target.closest(typing))) return
    if (acts[event.key]?.()) event.preventDefault()
  })
}

function areKeysOff(): boolean {
  try {
    return !!localStorage['keys']
  } catch {
    // A browser that keeps nothing keeps no such choice.
    return false
  }
}
