/** The quotation marks of a language, outer and inner. French spaces them with a narrow space that does not break. */
export type QuoteStyle = { open: string; close: string; innerOpen: string; innerClose: string }

const narrow = '\u202f'

// As CLDR's delimiters have them, and newspapers of the language print them. A letter pair: outer, inner.
const english = style('“”‘’')
const german = style('„“‚‘')
const guillemets = style('«»“”')
const russian = style('«»„“')
const swiss = style('«»‹›')
const polish = style('„”«»')
const nordic = style('””’’')
const french: QuoteStyle = { open: `«${narrow}`, close: `${narrow}»`, innerOpen: '“', innerClose: '”' }

const styles: { [language: string]: QuoteStyle } = {
  af: english,
  am: swiss,
  ar: guillemets,
  az: guillemets,
  be: russian,
  bg: german,
  bs: style('„”‘’'),
  ca: guillemets,
  cs: german,
  da: english,
  de: german,
  'de-CH': swiss,
  'de-LI': swiss,
  el: guillemets,
  en: english,
  es: guillemets,
  'es-MX': english,
  et: style('„“«»'),
  eu: guillemets,
  fa: swiss,
  fi: nordic,
  fr: french,
  'fr-CH': style('«»‹›'),
  he: style('””’’'),
  hr: german,
  hu: style('„”»«'),
  hy: style('«»„“'),
  is: german,
  it: guillemets,
  'it-CH': swiss,
  ja: style('「」『』'),
  ka: style('„“‚‘'),
  kk: russian,
  ky: russian,
  lt: german,
  lv: style('«»„“'),
  mk: style('„“’‘'),
  mn: guillemets,
  nb: style('«»‘’'),
  nl: english,
  nn: style('«»‘’'),
  no: style('«»‘’'),
  pl: polish,
  pt: english,
  'pt-PT': guillemets,
  ro: polish,
  ru: russian,
  sk: german,
  sl: german,
  sq: guillemets,
  sr: style('„”’’'),
  sv: nordic,
  tg: russian,
  tk: english,
  tr: english,
  uk: russian,
  ur: style('”“’‘'),
  uz: english,
  vi: english,
  zh: english,
  'zh-Hant': style('「」『』'),
  'zh-TW': style('「」『』'),
  'zh-HK': style('「」『』'),
}

/** The quotation marks of a language (BCP 47): its own, else those of the language without its region, else English ones. */
export function quoteStyleOf(language: string): QuoteStyle {
  const parts = language.split('-')
  const names = parts.map((_, i) => parts.slice(0, parts.length - i).join('-'))
  return names.flatMap((name) => styles[name] ?? [])[0] ?? english
}

function style(marks: string): QuoteStyle {
  const [open = '“', close = '”', innerOpen = '‘', innerClose = '’'] = marks
  return { open, close, innerOpen, innerClose }
}
