// Turbo brings no types of its own; these are what the desk uses of it (https://turbo.hotwired.dev/reference).
interface DocumentEventMap {
  'turbo:before-render': CustomEvent<{ newBody: HTMLElement; renderMethod: 'replace' | 'morph' }>
}
