const tended = new WeakSet<Element>()

/** Boxes grow with what is in them, where the style sheet cannot make them; one that holds a single line keeps to it. */
export function tendTextBoxes(page: Document): void {
  const growsByItself = CSS.supports('field-sizing', 'content')
  for (const box of page.querySelectorAll<HTMLTextAreaElement>('textarea')) {
    if (tended.has(box)) continue
    tended.add(box)
    if ('grows' in box.dataset && !growsByItself) void import('./grow-boxes.ts').then(({ growBox }) => growBox(box))
    if ('oneLine' in box.dataset) keepToOneLine(box)
  }
}

function keepToOneLine(box: HTMLTextAreaElement): void {
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
