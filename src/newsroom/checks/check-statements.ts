import type { FundedBy, VisibilityRule } from '../visibility/visibility-rule.ts'
import { ruleFor, speaksIn } from '../visibility/visibility-rule.ts'
import type { Found } from './finding.ts'

/** Who pays for what a story is about; `name` is for the desk. */
export type Funding = FundedBy & { name: string }
type Asked = { language: string; day: string; funding: readonly Funding[]; rules: readonly VisibilityRule[] }

/** The site closes a story with what its funders want said; this finds those whose rule does not say it in the story's language. */
export function checkStatements({ language, day, funding, rules }: Asked): Found[] {
  const missing = funding.filter((paid) => {
    const rule = ruleFor(rules, paid, { place: 'story', day })
    return rule !== undefined && !speaksIn(rule.statement, language)
  })
  return namesOf(missing).map((funder) => ({ field: 'projects', says: { code: 'statement missing', funder, language } }))
}

/** Finds funders of whom no rule says anything, for newsrooms that want one of each. */
export function checkFunderRules({ day, funding, rules }: Asked): Found[] {
  const without = funding.filter((paid) => !ruleFor(rules, paid, { place: 'story', day }))
  return namesOf(without).map((funder) => ({ field: 'projects', says: { code: 'funder without rule', funder } }))
}

/** A funder of several projects is told of once. */
const namesOf = (funding: readonly Funding[]): string[] => [...new Map(funding.map(({ funder, name }) => [funder, name])).values()]
