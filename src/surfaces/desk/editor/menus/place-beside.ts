const gap = 4
const edge = 8
const highest = 384

/** Puts a menu under a place on the screen, or over it where there is more room, and never out of the window. */
export function placeBeside(menu: HTMLElement, place: DOMRect, frame: HTMLElement): void {
  const around = frame.getBoundingClientRect()
  const roomBelow = window.innerHeight - place.bottom - gap - edge
  const roomAbove = place.top - gap - edge
  const isBelow = roomBelow >= Math.min(menu.scrollHeight, 240) || roomBelow >= roomAbove
  menu.style.maxHeight = `${wholeEntries(menu, Math.min(highest, isBelow ? roomBelow : roomAbove))}px`
  const { width, height } = menu.getBoundingClientRect()
  const isRightToLeft = getComputedStyle(menu).direction === 'rtl'
  const wanted = isRightToLeft ? place.right - width : place.left
  const left = Math.max(edge, Math.min(wanted, document.documentElement.clientWidth - width - edge))
  menu.style.left = `${left - around.left}px`
  menu.style.top = `${(isBelow ? place.bottom + gap : place.top - gap - height) - around.top}px`
}

/** The height up to the end of the last entry that there is room for: none is cut through. */
function wholeEntries(menu: HTMLElement, room: number): number {
  const borders = menu.offsetHeight - menu.clientHeight
  if (menu.scrollHeight + borders <= room) return room
  const ends = [...menu.children].map((entry) => (entry instanceof HTMLElement ? entry.offsetTop + entry.offsetHeight + borders : 0))
  return Math.max(ends[0] ?? room, ...ends.filter((end) => end <= room))
}
