const signs: { [key: string]: [string, string] } = {
  Mod: ['Ctrl', '⌘'],
  Alt: ['Alt', '⌥'],
  Shift: ['Shift', '⇧'],
}

/** A shortcut as people read it: "Mod-Shift-8" is "Ctrl+Shift+8", on a Mac "⌘⇧8". */
export function keyNames(keys: string, isMac: boolean = /Mac|iP(hone|ad)/.test(navigator.platform)): string {
  const names = keys.split('-').map((key) => signs[key]?.[isMac ? 1 : 0] ?? (key.length === 1 ? key.toUpperCase() : key))
  return names.join(isMac ? '' : '+')
}

/** The same for `aria-keyshortcuts` (https://www.w3.org/TR/wai-aria-1.2/#aria-keyshortcuts). */
export function ariaKeys(keys: string, isMac: boolean = /Mac|iP(hone|ad)/.test(navigator.platform)): string {
  return keys
    .split('-')
    .map((key) => (key === 'Mod' ? (isMac ? 'Meta' : 'Control') : key.length === 1 ? key.toUpperCase() : key))
    .join('+')
}
