import { Failure } from '#lib/failure.ts'
import type { Reader } from '#platform/database/database.ts'

import { readVisibilityRules } from './read-visibility-rules.ts'
import type { HeldVisibilityRule } from './visibility-rule.ts'

export async function requireVisibilityRule(db: Reader, id: string): Promise<HeldVisibilityRule> {
  const [rule] = await readVisibilityRules(db, { id })
  if (!rule) throw noSuchRule()
  return rule
}

export const noSuchRule = (): Failure =>
  new Failure('missing', 'no-such-rule', 'This rule is not there any more; open the house rules again.')
