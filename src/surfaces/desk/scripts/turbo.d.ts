// Turbo brings no types of its own; these are what the desk uses of it (https://turbo.hotwired.dev/reference).
declare module '@hotwired/turbo' {
  export const config: { drive: { progressBarDelay: number } }
}

interface DocumentEventMap {
  'turbo:before-render': CustomEvent<{ newBody: HTMLElement; renderMethod: 'replace' | 'morph' }>
}
