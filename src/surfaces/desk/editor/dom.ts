type Attributes = { [name: string]: string | number | boolean | null }

/** Makes an element. `true` is an empty attribute; `false` and `null` leave it out. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name)
  setAttributes(element, attributes)
  element.append(...children)
  return element
}

export function setAttributes(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === false) element.removeAttribute(name)
    else element.setAttribute(name, value === true ? '' : String(value))
  }
}

let made = 0

/** An id that nothing else on the page has. */
export function newId(kind: string): string {
  made += 1
  return `editor-${kind}-${made}`
}

/** Whether things run from right to left where an element stands. */
export function isRightToLeft(element: Element): boolean {
  return getComputedStyle(element).direction === 'rtl'
}

/** The language and direction of the desk, for the tools around a text that may be in another one. */
export function deskLanguage(): { lang: string; dir: string } {
  const { lang, dir } = document.documentElement
  return { lang: lang || 'en', dir: dir === 'rtl' ? 'rtl' : 'ltr' }
}
