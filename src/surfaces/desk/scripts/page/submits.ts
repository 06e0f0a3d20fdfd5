/** A form is sent once: what is under way is not sent again by a second click or Enter. */
export function sendFormsOnce(): void {
  const underWay = new WeakSet<EventTarget>()
  document.addEventListener(
    'submit',
    (event) => {
      if (event.target && underWay.has(event.target)) {
        event.preventDefault()
        event.stopImmediatePropagation()
      }
    },
    { capture: true },
  )
  let sent: EventTarget | null = null
  document.addEventListener('turbo:submit-start', ({ target }) => {
    sent = target
    if (target) underWay.add(target)
  })
  document.addEventListener('turbo:submit-end', ({ target, detail }) => {
    if (target) underWay.delete(target)
    // A box that was sent and is empty again is not one that somebody left empty.
    if (detail.success && target instanceof HTMLFormElement && target.matches('[data-comments] form')) target.reset()
  })
  // What is half written in another form stays when the page around it is brought up to date.
  document.addEventListener('turbo:before-morph-element', (event) => {
    const { target } = event
    const isField = target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type !== 'hidden')
    if (isField && target.form !== sent && target.value !== target.defaultValue) event.preventDefault()
  })
}
