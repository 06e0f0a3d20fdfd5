/** A form is sent once: what is under way is not sent again by a second click or Enter. */
export function sendFormsOnce(): void {
  const underWay = new Set<EventTarget | null>()
  let sent: EventTarget | null = null
  let submitter: HTMLElement | undefined
  const begin = ({ target }: Event) => underWay.add((sent = target))
  document.addEventListener(
    'submit',
    (event) => {
      if (!underWay.has(event.target)) return
      event.preventDefault()
      event.stopImmediatePropagation()
    },
    { capture: true },
  )
  document.addEventListener('turbo:submit-start', (event) => {
    begin(event)
    submitter = event.detail.formSubmission.submitter
  })
  document.addEventListener('turbo:submit-end', ({ target, detail }) => {
    underWay.delete(target)
    // A box that was sent and is empty again is not one that somebody left empty.
    if (detail.success && target instanceof HTMLFormElement && target.matches('[data-comments] form')) target.reset()
  })
  // One that is left to the browser, and changes something: until this page is shown again, or the browser gives up.
  addEventListener('submit', (event) => {
    if (!event.defaultPrevented && event.target instanceof HTMLFormElement && event.target.method === 'post') begin(event)
  })
  // A button that rested while its form was sent had lost the focus, which would begin at the top of the page again.
  document.addEventListener('turbo:load', () => {
    if (document.activeElement === document.body) submitter?.focus({ preventScroll: true })
    submitter = undefined
  })
  const end = () => underWay.clear()
  addEventListener('pageshow', end)
  window.navigation?.addEventListener('navigateerror', end)
  // What is half written in another form stays when the page around it is brought up to date.
  document.addEventListener('turbo:before-morph-element', (event) => {
    const { target } = event
    const isField = target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type !== 'hidden')
    if (isField && target.form !== sent && target.value !== target.defaultValue) event.preventDefault()
  })
}
