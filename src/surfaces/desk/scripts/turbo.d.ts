// Turbo brings no types of its own; these are what the desk uses of it (https://turbo.hotwired.dev/reference).
interface HTMLElementEventMap {
  'turbo:submit-end': CustomEvent<{ success: boolean }>
  'turbo:fetch-request-error': CustomEvent
}
interface DocumentEventMap {
  'turbo:submit-start': CustomEvent<{ formSubmission: { submitter?: HTMLElement } }>
  'turbo:submit-end': CustomEvent<{ success: boolean }>
  'turbo:before-render': CustomEvent<{ newBody: HTMLElement; renderMethod: 'replace' | 'morph' }>
}
