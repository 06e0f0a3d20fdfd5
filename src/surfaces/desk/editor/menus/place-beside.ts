const gap = 4
const edge = 8

/** Puts a menu under a place on the screen, or over it where there is more room, and never out of the window. */
export function placeBeside(menu: HTMLElement, place: DOMRect, frame: HTMLElement): void {
  const around = frame.getBoundingClientRect()
  const roomBelow = window.innerHeight - place.bottom - gap - edge
  const roomAbove = place.top - gap - edge
  const isBelow = roomBelow >= Math.min(menu.scrollHeight, 240) || roomBelow >= roomAbove
  menu.style.maxHeight = `${Math.max(120, Math.min(384, isBelow ? roomBelow : roomAbove))}px`
  const { width, height } = menu.getBoundingClientRect()
  const isRightToLeft = getComputedStyle(menu).direction === 'rtl'
  const wanted = isRightToLeft ? place.right - width : place.left
  const left = Math.max(edge, Math.min(wanted, document.documentElement.clientWidth - width - edge))
  menu.style.left = `${left - around.left}px`
  menu.style.top = `${(isBelow ? place.bottom + gap : place.top - gap - height) - around.top}px`
}
