/** The likeliest 8-bit code page of a text that declares none: the one in which its letters make the most sensible words. */
export function guessCodePage(sample: Uint8Array): string {
  const scores = codePages.map((page) => ({ page, score: scoreOf(new TextDecoder(page).decode(sample), page) }))
  return scores.reduce((best, next) => (next.score > best.score ? next : best)).page
}

// Where two pages read a text equally well, the earlier one is meant.
const codePages = ['windows-1252', 'windows-1251', 'koi8-r', 'windows-1254', 'windows-1250', 'windows-1253', 'windows-1255', 'windows-1256']

function scoreOf(text: string, page: string): number {
  let score = 0
  for (const [word] of text.matchAll(/[^\s\p{ASCII}]*[^\s!-/:-@[-`{-~]+/gu)) if (/\P{ASCII}/u.test(word)) score += scoreOfWord(word, page)
  return score
}

function scoreOfWord(word: string, page: string): number {
  const letters = word.match(/[^\p{ASCII}]/gu)?.filter((char) => /\p{L}|\p{M}/u.test(char)).length ?? 0
  const foreign =
    word.match(/[^\p{ASCII}\p{L}\p{M}]/gu)?.filter((char) => !/[\p{Pi}\p{Pf}\p{Pd}…·°№„‚€§©®™\u00a0\u200c-\u200f«»،؛؟]/u.test(char))
      .length ?? 0
  const mixed = scriptsIn(word) > 1 ? letters + 1 : 0
  // KOI8-R and windows-1251 swap the cases: a small letter before a capital betrays the wrong one.
  const swapped = word.match(/\p{Ll}\p{Lu}/gu)?.length ?? 0
  return letters - 3 * foreign - 2 * mixed - 2 * swapped - rareLetters(word, page)
}

const scripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Hebrew}/u, /\p{Script=Arabic}/u]

const scriptsIn = (word: string) => scripts.filter((script) => script.test(word)).length

/** Icelandic letters where Turkish ones are likelier, and Central European ones where Western ones are. */
function rareLetters(word: string, page: string): number {
  const rare =
    page === 'windows-1252' ? /[ðþýÐÞÝ]/gu : page === 'windows-1250' ? /[^ąćęłńóśźżĄĆĘŁŃÓŚŹŻčďěňřšťůžČĎĚŇŘŠŤŮŽ\p{ASCII}]/gu : undefined
  const count = rare ? (word.match(rare)?.length ?? 0) : 0
  return page === 'windows-1250' ? count * 0.5 + 0.1 : count
}
