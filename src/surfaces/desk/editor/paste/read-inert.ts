/**
 * Reads HTML of another program into a document where nothing runs and nothing is fetched. Styles stay readable as `data-style`:
 * the page's policy forbids inline styles, in a parsed document as well, and the browser would report each of them.
 */
export function readInert(html: string): HTMLElement {
  const quiet = html
    .replace(/<style\b[\s\S]*?(<\/style\s*>|$)/gi, '')
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/(\s)style(\s*=)/gi, '$1data-style$2'))
  return new DOMParser().parseFromString(quiet, 'text/html').body
}

/** What a style of another program says of one property, as CSS has it; '' for nothing. */
export function styleOf(element: Element, property: string): string {
  const declarations = (element.getAttribute('data-style') ?? '').split(';')
  const found = declarations.findLast((declaration) => declaration.slice(0, declaration.indexOf(':')).trim().toLowerCase() === property)
  return found
    ? found
        .slice(found.indexOf(':') + 1)
        .replace('!important', '')
        .trim()
        .toLowerCase()
    : ''
}
