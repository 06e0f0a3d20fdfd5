import { markFootnotes } from './mark-footnotes.ts'
import { nestListParagraphs } from './nest-list-paragraphs.ts'
import { readInert } from './read-inert.ts'
import { tidyBlocks } from './tidy-blocks.ts'
import { unwrapWord } from './unwrap-word.ts'

/**
 * Pasted HTML as the body can hold it: paragraphs, headings, lists, quotes, tables, rules, bold, italic, links and footnotes,
 * without a class, a style or anything that is loaded. What another Dateline copied comes through as it is.
 */
export function cleanPasted(html: string): string {
  if (html.includes('data-pm-slice')) return html
  const body = readInert(fragmentOf(html))
  unwrapWord(body)
  markFootnotes(body)
  nestListParagraphs(body)
  const clean = document.implementation.createHTMLDocument()
  tidyBlocks(body, clean.body)
  return clean.body.innerHTML
}

/** Windows wraps what was copied in a page of its own and says where it begins. */
function fragmentOf(html: string): string {
  const [, start] = /<!--\s*StartFragment\s*-->([\s\S]*)/i.exec(html) ?? []
  return start?.replace(/<!--\s*EndFragment\s*-->[\s\S]*/i, '') ?? html
}
