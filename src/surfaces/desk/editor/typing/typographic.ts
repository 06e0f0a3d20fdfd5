import { quoteStyleOf } from './quote-styles.ts'
import type { QuoteStyle } from './quote-styles.ts'

/** What a typed character becomes: so many characters before the caret go, and these come. */
export type Change = { remove: number; insert: string }

const apostrophe = '’'

/**
 * What a typed character becomes in a language, after the text `before` of its paragraph; undefined: what was typed. Quotation
 * marks and apostrophes take their shape, two hyphens are an en dash, three an em dash, three points an ellipsis.
 */
export function typographic(before: string, typed: string, language: string): Change | undefined {
  if (isCode(before)) return undefined
  switch (typed) {
    case '"':
      return doubleQuote(before, quoteStyleOf(language))
    case "'":
      return singleQuote(before, quoteStyleOf(language))
    case '-':
      return dash(before)
    case '.':
      return before.endsWith('..') && !before.endsWith('...') ? { remove: 2, insert: '…' } : undefined
    default:
      return undefined
  }
}

/** Whether the last word is of the kind that machines read: an address, a path, a piece of a program. */
function isCode(before: string): boolean {
  const word = /\S*$/.exec(before)?.[0] ?? ''
  return /[=<>{}\\`_|~^]|:\/\/|^www\.|^\/|\w\((["'].*)?$/.test(word)
}

function doubleQuote(before: string, { open, close }: QuoteStyle): Change {
  if (isOpenIn(before, open.trim(), close.trim()) && !/[([{]$/.test(before)) {
    // Whoever put a space before a mark that brings its own meant the same one.
    const spaces = close.length > 1 ? (/[ \u00a0\u202f]+$/.exec(before)?.[0].length ?? 0) : 0
    if (spaces > 0 || !opensAfter(before)) return { remove: spaces, insert: close }
  }
  return opensAfter(before) ? { remove: 0, insert: open } : { remove: 0, insert: close }
}

function singleQuote(before: string, { innerOpen, innerClose }: QuoteStyle): Change {
  if (opensAfter(before)) return { remove: 0, insert: innerOpen }
  const closes = innerClose !== apostrophe && isOpenIn(before, innerOpen, innerClose)
  return { remove: 0, insert: closes ? innerClose : apostrophe }
}

function opensAfter(before: string): boolean {
  return /(^|[\s([{«„“‘‚‹「『”‟–—/-])$/.test(before) && !/[\p{L}\p{N}.,!?…]”$/u.test(before)
}

/** Whether a mark stands open. Where both are the same character, every second one closes. */
function isOpenIn(before: string, open: string, close: string): boolean {
  if (open === close) return before.split(open).length % 2 === 0
  return before.lastIndexOf(open) > before.lastIndexOf(close)
}

function dash(before: string): Change | undefined {
  // A paragraph of three hyphens is a rule.
  if (/^–$/.test(before)) return undefined
  if (before.endsWith('–')) return { remove: 1, insert: '—' }
  return /(^|[^-–—!])-$/.test(before) ? { remove: 1, insert: '–' } : undefined
}
