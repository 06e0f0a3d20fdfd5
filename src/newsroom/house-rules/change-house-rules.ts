import { sql } from 'kysely'
import { z } from 'zod'

import { differing, inAnyOrder } from '#lib/differing.ts'
import type { Transaction } from '#platform/database/database.ts'

import { recordAct } from '../audit/record-act.ts'
import type { CheckName } from '../checks/finding.ts'
import { checkNames } from '../checks/finding.ts'
import { lockRegister } from '../entries/lock-register.ts'
import type { Member } from '../members/member.ts'
import type { Newsroom } from '../newsroom.ts'
import { parseEntry } from '../register-input.ts'
import { requireLatest } from '../require-latest.ts'
import { levelsSchema, styleSchema } from '../settings/house-rules.ts'
import { authorize } from '../stories/story-policy.ts'
import { houseRulesPolicy } from './house-rules-policy.ts'
import type { HeldHouseRules } from './read-held-house-rules.ts'
import { readHeldHouseRules } from './read-held-house-rules.ts'

export const houseRulesInput = z.object({
  levels: levelsSchema.optional(),
  style: styleSchema.optional(),
  /** Where a second pair of eyes is needed: the sections, and stories that have none. */
  secondPair: z.object({ sections: z.array(z.uuid()).max(1000), withoutSection: z.boolean() }).optional(),
})
type Input = z.input<typeof houseRulesInput>
type Proposed = z.output<typeof houseRulesInput>

/** Changes what the house asks of a text, from the version that was read; what is absent stays. It holds from the next save and the next release on. */
export async function changeHouseRules(newsroom: Newsroom, by: Member, change: Input & { madeFrom: number }): Promise<void> {
  authorize(houseRulesPolicy.changeHouseRules(by), 'change the house rules')
  const proposed = parseHouseRules(change)
  const { levels, style, secondPair } = proposed
  await newsroom.db.transact(async (tx) => {
    await lockRegister(tx, 'sections')
    await tx.selectFrom('newsroom.settings').select('only_row').forUpdate().executeTakeFirst()
    const before = await readHeldHouseRules(tx)
    requireLatest(before, change.madeFrom)
    await tx
      .updateTable('newsroom.settings')
      .set({
        ...(levels && { check_levels: sql`${JSON.stringify({ ...before.levels, ...levels })}::jsonb` }),
        ...(style && { house_style: sql`${JSON.stringify(style)}::jsonb` }),
        ...(secondPair && { needs_second_pair: secondPair.withoutSection }),
        house_rules_version: sql<number>`house_rules_version + 1`,
      })
      .execute()
    if (secondPair) await askSecondPairIn(tx, secondPair.sections)
    const details = { ...(levels && { levels }), ...(style && { styleEntries: style.length }), ...(secondPair && { secondPair }) }
    const at = newsroom.clock.now()
    await recordAct(tx, by, { act: 'changeHouseRules', kind: 'settings', id: 'house rules', name: 'house rules', at, details })
  })
}

/** What is proposed; refuses with one line. Of two entries for one word the later one counts; what is right already is no entry. */
export function parseHouseRules(input: Input): Proposed {
  const { style, ...rest } = parseEntry(houseRulesInput, 'house-rules', input)
  if (!style) return rest
  const entries = new Map(style.map((entry) => [`${entry.language} ${entry.wrong}`, entry]))
  return { ...rest, style: [...entries.values()].filter(({ wrong, right }) => wrong !== right) }
}

/** In which checks and parts house rules would be others; the order of words and sections is none. */
export function changedHouseRules(before: HeldHouseRules, { levels, ...rest }: Proposed): (CheckName | 'style' | 'secondPair')[] {
  const checks = differing(checkNames, before.levels, { ...before.levels, ...levels })
  return [...checks, ...differing(['style', 'secondPair'], withoutOrder(before), withoutOrder({ ...before, ...rest }))]
}

function withoutOrder({ style, secondPair }: Proposed) {
  const lines = style?.map(({ language, wrong, right }) => JSON.stringify([language, wrong, right]))
  return {
    style: lines && inAnyOrder(lines),
    secondPair: secondPair && { ...secondPair, sections: inAnyOrder(secondPair.sections) },
  }
}

/** A section whose say is another from now on is of a new version, as if its entry had been changed. */
async function askSecondPairIn(tx: Transaction, sections: string[]): Promise<void> {
  const isAsked = sql<boolean>`id = any(${sections}::uuid[])`
  await tx
    .updateTable('newsroom.section')
    .set({ needs_second_pair: isAsked, version: sql<number>`version + 1` })
    .where('needs_second_pair', 'is distinct from', isAsked)
    .execute()
}
