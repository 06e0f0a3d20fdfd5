import { checkAcronyms } from './check-acronyms.ts'
import { checkActivity, checkActivityDays } from './check-activity.ts'
import { checkHeadings } from './check-headings.ts'
import { checkHeadline } from './check-headline.ts'
import { checkHouseStyle } from './check-house-style.ts'
import type { StyleEntry } from './check-house-style.ts'
import { checkLinks } from './check-links.ts'
import type { PathState } from './check-links.ts'
import { checkLinkWords } from './check-link-words.ts'
import { checkFunderRules, checkStatements } from './check-statements.ts'
import type { Funding } from './check-statements.ts'
import { checkSummary, checkSummaryLength } from './check-summary.ts'
import { checkTranslation } from './check-translation.ts'
import { checkYears } from './check-years.ts'
import type { CheckedText } from './checked-text.ts'
import type { CheckLevels, CheckName, Finding, FixedCheck, Found } from './finding.ts'
import { checkNames, fixedLevels } from './finding.ts'
import type { VisibilityRule } from '../visibility/visibility-rule.ts'

/** What checks ask of the archive besides the text. */
export type Known = {
  levels: CheckLevels
  houseStyle: readonly StyleEntry[]
  /** Where this newsroom is on the web, if it is known. */
  origin?: string
  stateOf: (path: string) => PathState
  /** The day of release, `YYYY-MM-DD`, by which rules of funders hold. */
  day: string
  funding: readonly Funding[]
  rules: readonly VisibilityRule[]
  /** Acronyms that the page explains in its facts. */
  acronyms: ReadonlySet<string>
  /** How many of its passages still wait in the words of the edition that it was made from. */
  untranslated: number
}

type Check = (checked: CheckedText, known: Known) => Found[]

const checks: Readonly<Record<CheckName, Check>> = {
  summary: checkSummary,
  'summary length': checkSummaryLength,
  translation: checkTranslation,
  headings: checkHeadings,
  'link words': checkLinkWords,
  links: checkLinks,
  'house style': (checked, { houseStyle }) => checkHouseStyle(checked, houseStyle),
  statements: ({ language }, known) => checkStatements({ ...known, language }),
  'funder rules': ({ language }, known) => checkFunderRules({ ...known, language }),
  years: checkYears,
  acronyms: (checked, { acronyms }) => checkAcronyms(checked, acronyms),
}

const mostOfOne = 50

/** Everything that the newsroom's checks find in a text, what blocks first; of one kind at most 50. */
export function findFindings(checked: CheckedText, known: Known): Finding[] {
  const findings = [
    ...findingsOf('headline', fixedLevels.headline, checkHeadline(checked)),
    ...findingsOf('activity days', fixedLevels['activity days'], checkActivityDays(checked)),
    ...checkNames.flatMap((check) => {
      const level = known.levels[check]
      return level === 'off' ? [] : findingsOf(check, level, checks[check](checked, known))
    }),
    ...findingsOf('activity', fixedLevels.activity, checkActivity(checked)),
  ]
  return findings.toSorted((a, b) => Number(b.level === 'block') - Number(a.level === 'block'))
}

function findingsOf(check: CheckName | FixedCheck, level: Finding['level'], found: Found[]): Finding[] {
  return found
    .slice(0, mostOfOne)
    .map(({ atMost, ...one }, i): Finding => ({ id: `${check.replaceAll(' ', '-')}-${i + 1}`, check, level: atMost ?? level, ...one }))
}
