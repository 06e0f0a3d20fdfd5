const tended = new WeakSet<Element>()

/** Boxes grow with what is in them, where the style sheet cannot make them; one that holds a single line keeps to it. */
export function tendTextBoxes(page: Document): void {
  const grow = (box: HTMLTextAreaElement): void => {
    box.style.height = 'auto'
    box.style.height = `${box.scrollHeight}px`
  }
  const growsByItself = CSS.supports('field-sizing', 'content')
  const boxes = [...page.querySelectorAll<HTMLTextAreaElement>('textarea')].filter((box) => !tended.has(box))
  for (const box of boxes) tended.add(box)
  for (const box of boxes.filter(({ dataset }) => dataset['grows'] !== undefined)) {
    if (growsByItself) box.classList.add('grows')
    else {
      box.addEventListener('input', () => grow(box))
      box.addEventListener('desk:put', () => grow(box))
      grow(box)
    }
  }
  for (const box of boxes.filter(({ dataset }) => dataset['oneLine'] !== undefined)) {
    box.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && !event.isComposing) event.preventDefault()
    })
    box.addEventListener('beforeinput', (event) => {
      if (event.inputType !== 'insertFromPaste' && event.inputType !== 'insertFromDrop') return
      const text = event.data ?? event.dataTransfer?.getData('text/plain') ?? ''
      if (!/[\r\n]/.test(text)) return
      event.preventDefault()
      box.setRangeText(text.trim().replace(/\s*[\r\n]+\s*/g, ' '), box.selectionStart, box.selectionEnd, 'end')
      box.dispatchEvent(new Event('input', { bubbles: true }))
    })
  }
}
