import { z } from 'zod'

import type { Translated } from '#platform/database/register-rows.ts'

import { translatedInput } from '../register-input.ts'
import type { Emblem } from './emblem.ts'

export const statementPlaces = ['story', 'project page', 'mail', 'document'] as const
export type StatementPlace = (typeof statementPlaces)[number]

/** What a funder wants said beside what it pays for, of all its projects or of one, in what is released from a day to a day (`YYYY-MM-DD`, both included). */
export type VisibilityRule = {
  id: string
  /** Ids. */
  funder: string
  project: string | null
  statement: Translated
  disclaimer: Translated | null
  /** One a language at most. */
  emblems: Emblem[]
  places: StatementPlace[]
  from: string | null
  until: string | null
}

/** A rule with the version by which a change says what it was made from; emblems do not count. */
export type HeldVisibilityRule = VisibilityRule & { version: number }

const day = z.iso.date().nullable().default(null)

export const visibilityInput = z
  .object({
    funder: z.uuid(),
    project: z.uuid().nullable().default(null),
    statement: translatedInput.refine((statement) => Object.keys(statement).length > 0, { params: { problem: 'missing' } }),
    disclaimer: translatedInput.nullable().default(null),
    places: z.array(z.enum(statementPlaces)).min(1),
    from: day,
    until: day,
  })
  .refine(({ from, until }) => from === null || until === null || from <= until, { path: ['until'], params: { problem: 'ends-early' } })

/** A funder of a project, by ids. */
export type FundedBy = { project: string; funder: string }

/**
 * The rule that holds for a funder of a project in a place on a day: one for the project before one for all, of several the one that began last.
 */
export function ruleFor(
  rules: readonly VisibilityRule[],
  of: FundedBy,
  at: { place: StatementPlace; day: string },
): VisibilityRule | undefined {
  return rules
    .filter((rule) => rule.funder === of.funder && (rule.project === null || rule.project === of.project))
    .filter((rule) => rule.places.includes(at.place))
    .filter(({ from, until }) => (from === null || from <= at.day) && (until === null || until >= at.day))
    .toSorted((a, b) => Number(b.project !== null) - Number(a.project !== null) || (b.from ?? '').localeCompare(a.from ?? ''))[0]
}

/** A statement in a reader's language, else in that of the newsroom, else in whatever it is written in. */
export function wordsFor(said: Translated, language: string, defaultLanguage: string): { words: string; language: string } | undefined {
  const found = [language, language.split('-')[0] ?? '', defaultLanguage, ...Object.keys(said)].find((one) => said[one])
  const words = found === undefined ? undefined : said[found]
  return found === undefined || words === undefined ? undefined : { words, language: found }
}

export const speaksIn = (said: Translated, language: string): boolean => Boolean(said[language] ?? said[language.split('-')[0] ?? ''])

/** Whether a text says a statement already, word for word; spaces, marks and case apart. */
export const saysAlready = (text: string, statement: string): boolean => wordsAlone(text).includes(wordsAlone(statement))

const wordsAlone = (text: string): string =>
  ` ${text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()} `
