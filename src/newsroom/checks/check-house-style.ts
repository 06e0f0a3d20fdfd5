import type { CheckedText, Span } from './checked-text.ts'
import { placeOf } from './checked-text.ts'
import type { Found } from './finding.ts'

/** A name or word that the newsroom writes in one way, in one language (BCP 47; "en" speaks for "en-GB" too). */
export type StyleEntry = { wrong: string; right: string; language: string }

/**
 * Finds what the house writes otherwise: whole words, in the case in which they are listed, in capitals, or at the beginning of a sentence.
 * "Turkey" is a country, "turkey" a bird.
 */
export function checkHouseStyle(checked: CheckedText, entries: readonly StyleEntry[]): Found[] {
  const { language } = checked
  const mine = entries.filter((entry) => speaksFor(entry.language, language))
  if (mine.length === 0) return []
  const fields = [
    ['headline', checked.headline],
    ['summary', checked.summary],
    ['body', checked.text],
  ] as const
  return fields.flatMap(([field, text]) =>
    mine
      .flatMap((entry) => findEntry(text, entry, language))
      .toSorted((a, b) => a.from - b.from)
      .map(({ right, ...span }) => {
        const wrong = text.slice(span.from, span.to)
        return { field, ...placeOf(text, span), says: { code: 'house style', wrong, right }, mend: { replaceBy: right } }
      }),
  )
}

const speaksFor = (listed: string, language: string): boolean => language === listed || language.startsWith(`${listed}-`)

function findEntry(text: string, { wrong, right }: StyleEntry, language: string): (Span & { right: string })[] {
  const capitals = wrong.toLocaleUpperCase(language)
  // Most of a list is in no text: a plain search says so at once.
  if (!hasAny(text, [firstWord(wrong), firstWord(capitalised(wrong, language)), firstWord(capitals)])) return []
  const forms = [
    ...new Map([
      [wrong, right],
      [capitalised(wrong, language), capitalised(right, language)],
      [capitals, right.toLocaleUpperCase(language)],
    ]),
  ]
  return forms.flatMap(([form, better]) =>
    [...text.matchAll(wholeWords(form))].flatMap((match) => {
      const from = match.index + match[0].length - (match[1]?.length ?? 0)
      const span = { from, to: match.index + match[0].length }
      return isRightAlready(text, span, better) || isInAddress(text, span) ? [] : [{ ...span, right: better }]
    }),
  )
}

/** In Arabic script the words "and", "in", "for" are letters before a word. */
function wholeWords(words: string): RegExp {
  const pattern = words
    .trim()
    .split(/\s+/)
    .map(escaped)
    .join(String.raw`\s+`)
  const joined = /^\p{Script=Arabic}/u.test(words) ? '[وف]?[بكل]?' : ''
  return new RegExp(String.raw`(?<![\p{L}\p{M}\p{N}])${joined}(${pattern})(?![\p{L}\p{M}\p{N}])`, 'gu')
}

const escaped = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`).replace(/['’]/g, "['’]")
const firstWord = (words: string): string => words.trim().split(/[\s'’]/)[0] ?? ''
const hasAny = (text: string, words: string[]): boolean => words.some((word) => text.includes(word))

function capitalised(words: string, language: string): string {
  const [first = ''] = words
  return first.toLocaleUpperCase(language) + words.slice(first.length)
}

/** "Macedonia" within "North Macedonia" is written as the house writes it. */
function isRightAlready(text: string, { from, to }: Span, right: string): boolean {
  const found = text.slice(from, to)
  for (let at = right.indexOf(found); at >= 0; at = right.indexOf(found, at + 1)) {
    if (text.startsWith(right, from - at) && from >= at) return true
  }
  return false
}

/** An address or a mail address is nobody's spelling. */
function isInAddress(text: string, { from, to }: Span): boolean {
  const before = /\S*$/.exec(text.slice(Math.max(0, from - 200), from))?.[0] ?? ''
  const after = /^\S*/.exec(text.slice(to, to + 200))?.[0] ?? ''
  return /:\/\/|www\.|@/i.test(before + after)
}
