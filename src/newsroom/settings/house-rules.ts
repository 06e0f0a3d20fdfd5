import { z } from 'zod'

import { checkLevels, checkNames, defaultLevels } from '../checks/finding.ts'
import type { CheckLevels, CheckName } from '../checks/finding.ts'
import type { StyleEntry } from '../checks/check-house-style.ts'
import { lineInput } from '../text-input.ts'

/** What the house asks of a text before readers have it. Whether a section wants a second pair of eyes is said by the section. */
export type HouseRules = {
  levels: CheckLevels
  style: StyleEntry[]
  /** Of stories without a section. */
  needsSecondPair: boolean
}

export const levelsSchema = z.partialRecord(z.enum(checkNames), z.enum(checkLevels))
export const styleSchema = z
  .array(
    z.object({
      wrong: lineInput(200).min(1),
      right: lineInput(200).min(1),
      language: z.string().min(2).max(35),
    }),
  )
  .max(2000)

/** Stored levels with the defaults for what the house has not decided; what a later Dateline no longer knows is left out. */
export function levelsFrom(stored: unknown): CheckLevels {
  const said = new Map(Object.entries(typeof stored === 'object' && stored !== null ? stored : {}))
  const levelOf = (name: CheckName) => checkLevels.find((level) => level === said.get(name)) ?? defaultLevels[name]
  return {
    summary: levelOf('summary'),
    'summary length': levelOf('summary length'),
    translation: levelOf('translation'),
    headings: levelOf('headings'),
    'link words': levelOf('link words'),
    links: levelOf('links'),
    'house style': levelOf('house style'),
    statements: levelOf('statements'),
    'funder rules': levelOf('funder rules'),
    years: levelOf('years'),
    acronyms: levelOf('acronyms'),
  }
}
