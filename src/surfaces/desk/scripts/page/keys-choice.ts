/** Whether keys of one letter act in this browser (https://www.w3.org/WAI/WCAG22/Understanding/character-key-shortcuts); a word spoken to a computer is letters too. */
export function offerKeysChoice(page: HTMLElement): void {
  const part = page.querySelector<HTMLElement>('[data-keys-choice]')
  const box = part?.querySelector('input')
  if (!part || !box) return
  try {
    box.checked = !localStorage['keys']
  } catch {
    // A browser that keeps nothing cannot keep the choice: it stays hidden.
    return
  }
  box.addEventListener('change', () => {
    if (box.checked) localStorage.removeItem('keys')
    else localStorage.setItem('keys', 'off')
  })
  part.hidden = false
}
