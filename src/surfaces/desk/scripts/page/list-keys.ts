import { actOnKeys } from './keys.ts'

const line = 'tbody tr, .rail-item'
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
  const lines = [...document.querySelectorAll(`[data-lines] :is(${line})`)].flatMap((one) => one.querySelector<HTMLElement>('a') ?? [])
  const at = lines.findIndex((link) => link.closest(line)?.contains(document.activeElement))
  const next = lines[at < 0 ? (by > 0 ? 0 : lines.length - 1) : at + by]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
  return lines.length > 0
}
