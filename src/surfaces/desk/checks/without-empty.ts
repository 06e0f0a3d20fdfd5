import type { Finding } from '#newsroom/checks/finding.ts'

/** Fields that a text needs before its release. */
export type Wanted = 'headline' | 'summary'

const wantedFor: Partial<Record<Finding['says']['code'], Wanted>> = { 'headline missing': 'headline', 'summary missing': 'summary' }

/** The findings of a text that nobody has begun to write, apart from what is empty because of that. */
export function withoutEmpty(findings: readonly Finding[]): { findings: Finding[]; wanted: Wanted[] } {
  return {
    findings: findings.filter(({ says }) => wantedFor[says.code] === undefined),
    wanted: findings.flatMap(({ says }) => wantedFor[says.code] ?? []),
  }
}
