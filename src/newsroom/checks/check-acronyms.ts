import type { CheckedText, Span } from './checked-text.ts'
import { placeOf } from './checked-text.ts'
import { commonAcronymsIn } from './common-acronyms.ts'
import type { Found } from './finding.ts'

type Use = Span & { acronym: string; field: 'headline' | 'summary' | 'body'; isExplained: boolean }

/**
 * Finds acronyms whose first use says nothing of what they stand for: neither "World Health Organization (WHO)" nor "WHO (World Health
 * Organization)". What everyone knows and what the page explains in its facts (`explained`) is left alone; a headline leaves it to the text.
 */
export function checkAcronyms(checked: CheckedText, explained: ReadonlySet<string>): Found[] {
  const common = commonAcronymsIn(checked.language)
  const isKnown = (acronym: string) => common.has(acronym) || explained.has(acronym)
  const uses = [...usesIn('summary', checked.summary), ...usesIn('body', checked.text), ...usesIn('headline', checked.headline)]
  const seen = new Set<string>()
  return uses.flatMap((use): Found[] => {
    if (seen.has(use.acronym)) return []
    seen.add(use.acronym)
    if (use.isExplained || isKnown(use.acronym)) return []
    const text = { headline: checked.headline, summary: checked.summary, body: checked.text }[use.field]
    return [{ field: use.field, ...placeOf(text, use), says: { code: 'acronym unexplained', acronym: use.acronym } }]
  })
}

// Two to seven capitals or digits, at least two of them letters, in one of the scripts that have capitals; "NGOs" is the plural of "NGO".
const token = /(?<![\p{L}\p{M}\p{N}_@/.#])(\p{Lu}[\p{Lu}\p{N}]{1,6})(?:[’']?s)?(?![\p{L}\p{M}\p{N}_@])(?!\.\p{L}|\/\p{L})/gu

function usesIn(field: Use['field'], text: string): Use[] {
  return [...text.matchAll(token)].flatMap((match): Use[] => {
    const [whole, acronym = ''] = match
    const span = { from: match.index, to: match.index + acronym.length }
    const after = text.slice(match.index + whole.length, match.index + whole.length + 80)
    const isNone = !/\p{Lu}.*\p{Lu}/u.test(acronym) || isNumeral(acronym) || isShouted(text, span) || isDateline(field, span, after)
    if (isNone || (field === 'headline' && isLabel(text, span, after))) return []
    return [{ ...span, acronym, field, isExplained: isExplained(text, span, after) }]
  })
}

/** Centuries, articles and popes. */
const isNumeral = (acronym: string): boolean => /^[IVX]+$|^[ІХV]+$/.test(acronym)

/** A line of capitals is a shout and no row of acronyms. */
function isShouted(text: string, { from, to }: Span): boolean {
  const before = /(\p{L}+)[\s,–—-]+$/u.exec(text.slice(Math.max(0, from - 30), from))?.[1] ?? ''
  const after = /^[\s,–—-]+(\p{L}+)/u.exec(text.slice(to, to + 30))?.[1] ?? ''
  return [before, after].some((word) => /^\p{Lu}{4,}$/u.test(word))
}

/** "OSLO, 5 May –" at the beginning of a body. */
const isDateline = (field: Use['field'], { from }: Span, after: string): boolean =>
  field === 'body' && from === 0 && /^\s*(\([^)]*\)\s*)?([,،]|[–—]|-\s)/u.test(after)

/** "PROJECT: what happened". */
const isLabel = (text: string, { from }: Span, after: string): boolean =>
  /^\s*([\p{L}\p{N}-]+\s+)?$/u.test(text.slice(0, from)) && /^(\s+[\p{N}IVX]+)?\s*[:|–—]/u.test(after)

function isExplained(text: string, { from }: Span, after: string): boolean {
  // WHO (World Health Organization): two words at least, or "(World" would do.
  if (/^\s?[([]\p{L}[\p{L}\p{M}’'-]*(\s+|-)[“”«"„\p{L}]/u.test(after)) return true
  // World Health Organization (WHO); also "(hereinafter WHO)", "(далее — ВОЗ)", "(WHO, Geneva)".
  const before = text.slice(Math.max(0, from - 80), from)
  const opened = Math.max(before.lastIndexOf('('), before.lastIndexOf('['))
  if (opened < 0 || /[)\]]/.test(before.slice(opened)) || before.length - opened > 40) return false
  return /\p{L}{3}[\p{L}\p{M}]*[“”«»"’']*\s*$/u.test(before.slice(0, opened)) && /^["”»’']?\s*[)\],;/–—]/u.test(after)
}
