import { sql } from 'kysely'
import { z } from 'zod'

import { recordAct } from '../audit/record-act.ts'
import type { Member } from '../members/member.ts'
import type { Newsroom } from '../newsroom.ts'
import { parseEntry } from '../register-input.ts'
import { levelsFrom, levelsSchema, styleSchema } from '../settings/house-rules.ts'
import { authorize } from '../stories/story-policy.ts'
import { houseRulesPolicy } from './house-rules-policy.ts'

export const houseRulesInput = z.object({
  levels: levelsSchema.optional(),
  style: styleSchema.optional(),
  /** Where a second pair of eyes is needed: the sections, and stories that have none. */
  secondPair: z.object({ sections: z.array(z.uuid()), withoutSection: z.boolean() }).optional(),
})

/** Changes what the house asks of a text; what is absent stays. It holds from the next save and the next release on. */
export async function changeHouseRules(newsroom: Newsroom, by: Member, input: z.input<typeof houseRulesInput>): Promise<void> {
  authorize(houseRulesPolicy.changeHouseRules(by), 'change the house rules')
  const { levels, style, secondPair } = parseEntry(houseRulesInput, 'house-rules', input)
  await newsroom.db.transact(async (tx) => {
    const settings = await tx.selectFrom('newsroom.settings').select('check_levels').forUpdate().executeTakeFirstOrThrow()
    const changes = {
      ...(levels && { check_levels: sql`${JSON.stringify({ ...levelsFrom(settings.check_levels), ...levels })}::jsonb` }),
      ...(style && { house_style: sql`${JSON.stringify(once(style))}::jsonb` }),
      ...(secondPair && { needs_second_pair: secondPair.withoutSection }),
    }
    if (Object.keys(changes).length > 0) await tx.updateTable('newsroom.settings').set(changes).execute()
    const details = { ...(levels && { levels }), ...(style && { styleEntries: style.length }), ...(secondPair && { secondPair }) }
    const at = newsroom.clock.now()
    await recordAct(tx, by, { act: 'changeHouseRules', kind: 'settings', id: 'house rules', name: 'house rules', at, details })
    if (!secondPair) return
    await tx
      .updateTable('newsroom.section')
      .set({ needs_second_pair: sql<boolean>`id = any(${secondPair.sections}::uuid[])` })
      .execute()
  })
}

/** Of two entries for one word the later one counts; what is right already is no entry. */
function once(style: z.infer<typeof styleSchema>): z.infer<typeof styleSchema> {
  const entries = new Map(style.map((entry) => [`${entry.language} ${entry.wrong}`, entry]))
  return [...entries.values()].filter(({ wrong, right }) => wrong !== right)
}
