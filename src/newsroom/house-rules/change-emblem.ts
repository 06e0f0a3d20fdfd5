import { Failure } from '#lib/failure.ts'
import type { Transaction } from '#platform/database/database.ts'

import { recordAct } from '../audit/record-act.ts'
import { readDrawing } from '../drawings/read-drawing.ts'
import { registersTag } from '../live-tags.ts'
import type { Member } from '../members/member.ts'
import type { Newsroom } from '../newsroom.ts'
import { requirePublished } from '../settings/require-published.ts'
import { authorize } from '../stories/story-policy.ts'
import { withoutWords } from '../visibility/emblem.ts'
import { noSuchRule } from '../visibility/require-visibility-rule.ts'
import { anyName } from './file-visibility-rule.ts'
import { houseRulesPolicy } from './house-rules-policy.ts'

type Which = { rule: string; language: string }

/** Puts a funder's emblem beside its statement, for readers of one language or, as `zxx`, of every one. */
export async function changeEmblem(newsroom: Newsroom, by: Member, input: Which & { bytes: Uint8Array }): Promise<void> {
  authorize(houseRulesPolicy.changeEmblem(by), 'change what funders want shown')
  const { rule, language } = input
  const { bytes, ...emblem } = readDrawing(input.bytes)
  const row = { ...emblem, bytes: Buffer.from(bytes) }
  await newsroom.db.transact(async (tx) => {
    const name = await requireRule(tx, rule)
    if (language !== withoutWords) await requirePublished(tx, language)
    await tx
      .insertInto('newsroom.emblem')
      .values({ rule_id: rule, language, ...row })
      .onConflict((conflict) => conflict.columns(['rule_id', 'language']).doUpdateSet(row))
      .execute()
    const details = { language, ...emblem }
    await recordAct(tx, by, { act: 'changeEmblem', kind: 'visibility rule', id: rule, name, at: newsroom.clock.now(), details })
    tx.touch([registersTag])
  })
}

/** Shows the statement without this emblem. */
export async function removeEmblem(newsroom: Newsroom, by: Member, { rule, language }: Which): Promise<void> {
  authorize(houseRulesPolicy.removeEmblem(by), 'change what funders want shown')
  await newsroom.db.transact(async (tx) => {
    const name = await requireRule(tx, rule)
    const removed = await tx
      .deleteFrom('newsroom.emblem')
      .where('rule_id', '=', rule)
      .where('language', '=', language)
      .returning('hash')
      .executeTakeFirst()
    if (!removed) throw new Failure('missing', 'no-such-emblem', 'This emblem is not there any more; open the house rules again.')
    const details = { language, ...removed }
    await recordAct(tx, by, { act: 'removeEmblem', kind: 'visibility rule', id: rule, name, at: newsroom.clock.now(), details })
    tx.touch([registersTag])
  })
}

/** The name of the funder whose rule it is. */
async function requireRule(tx: Transaction, rule: string): Promise<string> {
  const funder = await tx
    .selectFrom('newsroom.visibility_rule as held')
    .innerJoin('newsroom.organisation as funder', 'funder.id', 'held.funder_id')
    .select('funder.name')
    .where('held.id', '=', rule)
    .forUpdate('held')
    .executeTakeFirst()
  if (!funder) throw noSuchRule()
  return anyName(funder.name)
}
