/** Lets a box grow with what is in it, in a browser whose style sheets cannot. */
export function growBox(box: HTMLTextAreaElement): void {
  const grow = (): void => {
    box.style.height = 'auto'
    box.style.height = `${box.scrollHeight}px`
  }
  box.addEventListener('input', grow)
  box.addEventListener('desk:put', grow)
  grow()
}
