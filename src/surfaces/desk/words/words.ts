import type { DeskWords } from './desk-words.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

const spoken: ReadonlyMap<string, DeskWords> = new Map([en, fr].map((words) => [words.language, words]))

/** The languages that the desk speaks. */
export const deskLanguages: readonly string[] = [...spoken.keys()]

/** The desk's words in a language that a member chose, or that a browser asks for; English where we do not speak it. */
export function deskWordsIn(language: string | null | undefined): DeskWords {
  return spoken.get(language?.split('-')[0] ?? 'en') ?? en
}

/** The first language of an Accept-Language header (RFC 9110, section 12.5.4) that the desk speaks. */
export function deskLanguageOf(accepted: string | undefined): string {
  const asked = (accepted ?? '').slice(0, 500).split(',').map(weighed)
  const best = asked.toSorted((a, b) => b.weight - a.weight).find(({ language, weight }) => weight > 0 && spoken.has(language))
  return best?.language ?? 'en'
}

function weighed(part: string): { language: string; weight: number } {
  const [tag = '', ...parameters] = part.trim().split(';')
  const q = parameters.map((parameter) => /^\s*q=([\d.]+)/.exec(parameter)?.[1]).find((weight) => weight !== undefined)
  return { language: tag.split('-')[0]?.toLowerCase() ?? '', weight: q === undefined ? 1 : Number(q) }
}
