import { actOnKeys } from './keys.ts'

let isListening = false

/** Keys of lists: j and k go down and up, Enter opens (the line has the focus), x ticks. */
export function listenInLists(): void {
  if (isListening) return
  isListening = true
  actOnKeys({
    j: () => step(1),
    k: () => step(-1),
    x: () => {
      const box = document.activeElement?.closest('[data-lines] tr')?.querySelector<HTMLInputElement>('input[name=edition]')
      box?.click()
      return box !== null && box !== undefined
    },
  })
}

function step(by: 1 | -1): boolean {
  const lines = [...document.querySelectorAll<HTMLAnchorElement>('[data-lines] :is(tbody th a, .line-story)')]
  const at = lines.findIndex((line) => line.closest('tr, .rail-item')?.contains(document.activeElement))
  const next = lines[at < 0 ? (by > 0 ? 0 : lines.length - 1) : at + by]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
  return lines.length > 0
}
