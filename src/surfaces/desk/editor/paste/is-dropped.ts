import { styleOf } from './read-inert.ts'

const names = new Set(
  (
    'audio base button canvas col colgroup datalist del embed head iframe img input link map meta meter nav noscript object option ' +
    'picture progress script select source style svg template textarea title track video xml'
  ).split(' '),
)

const roles = /^(navigation|banner|contentinfo|search|complementary|toolbar|menu|menubar|dialog|alertdialog|button)$/

/** What of a page is not its text: scripts, pictures, navigation, forms, and whatever nobody sees. */
export function isDropped(element: HTMLElement): boolean {
  const { localName } = element
  if (names.has(localName) || /^(v|w|o:ole|m):/.test(localName)) return true
  if (roles.test(element.getAttribute('role') ?? '') || element.hasAttribute('hidden')) return true
  if (styleOf(element, 'display') === 'none' || styleOf(element, 'visibility') === 'hidden') return true
  // Captions of pictures, and what only decorates, go with the pictures.
  if (localName === 'figcaption' && element.parentElement?.querySelector('img, picture, video, svg, iframe')) return true
  return element.getAttribute('aria-hidden') === 'true' && element.textContent.trim().length < 3
}
