const gone = [
  '[data-style*="mso-hide:all"]',
  '[data-style*="mso-element:comment"]',
  '[data-style*="mso-element:header"]',
  '[data-style*="mso-element:footer"]',
  '.MsoCommentReference',
  '.msoDel',
  '.EOP',
]

const titles = '.MsoTitle'
const quotes = 'p.MsoQuote, p.MsoIntenseQuote'

/** Gives the styles of Word, on the desk and online, the names that HTML has for them. */
export function unwrapWord(body: HTMLElement): void {
  for (const element of body.querySelectorAll(gone.join(','))) element.remove()
  // The line over Word's footnotes is no rule of the text.
  for (const rule of body.querySelectorAll('[data-style*="mso-element:footnote-list"] > hr, [data-style*="mso-element:endnote-list"] > hr'))
    rule.remove()
  for (const title of body.querySelectorAll(titles)) rename(title, 'h2')
  for (const quote of body.querySelectorAll(quotes)) wrapQuote(quote)
}

function rename(element: Element, name: string): void {
  const renamed = element.ownerDocument.createElement(name)
  renamed.append(...element.childNodes)
  element.replaceWith(renamed)
}

function wrapQuote(paragraph: Element): void {
  const before = paragraph.previousElementSibling
  const quote = before?.localName === 'blockquote' ? before : paragraph.ownerDocument.createElement('blockquote')
  if (quote !== before) paragraph.before(quote)
  quote.append(paragraph)
}
