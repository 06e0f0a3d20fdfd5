import { sql } from 'kysely'
import type { z } from 'zod'

import { differing, inAnyOrder } from '#lib/differing.ts'
import { Failure } from '#lib/failure.ts'
import { uuid7 } from '#lib/uuid7.ts'
import type { Transaction } from '#platform/database/database.ts'

import { registersTag } from '../live-tags.ts'
import { recordAct } from '../audit/record-act.ts'
import type { Member } from '../members/member.ts'
import type { Newsroom } from '../newsroom.ts'
import { parseEntry } from '../register-input.ts'
import { requireLatest } from '../require-latest.ts'
import { authorize } from '../stories/story-policy.ts'
import { noSuchRule, requireVisibilityRule } from '../visibility/require-visibility-rule.ts'
import type { VisibilityRule } from '../visibility/visibility-rule.ts'
import { visibilityInput } from '../visibility/visibility-rule.ts'
import { houseRulesPolicy } from './house-rules-policy.ts'

type Input = z.input<typeof visibilityInput>
type Proposed = z.output<typeof visibilityInput>

/** Files what a funder wants said; every page that says it, or will, is printed anew. Returns its id. */
export async function fileVisibilityRule(newsroom: Newsroom, by: Member, input: Input): Promise<string> {
  authorize(houseRulesPolicy.fileVisibilityRule(by), 'say what funders want said')
  const at = newsroom.clock.now()
  const id = uuid7(at)
  await newsroom.db.transact(async (tx) => {
    const { funder, ...row } = await rowOf(tx, input)
    await tx
      .insertInto('newsroom.visibility_rule')
      .values({ id, ...row })
      .execute()
    await recordAct(tx, by, { act: 'fileVisibilityRule', kind: 'visibility rule', id, name: funder, at })
    tx.touch([registersTag])
  })
  return id
}

/** Changes a rule as a whole, from the version that was read. A new wording for what is released from now on is a new rule, and an end for this one. */
export async function changeVisibilityRule(
  newsroom: Newsroom,
  by: Member,
  input: Input & { rule: string; madeFrom: number },
): Promise<void> {
  authorize(houseRulesPolicy.changeVisibilityRule(by), 'change what funders want said')
  await newsroom.db.transact(async (tx) => {
    const { funder, ...row } = await rowOf(tx, input)
    await tx.selectFrom('newsroom.visibility_rule').select('id').where('id', '=', input.rule).forUpdate().executeTakeFirst()
    const before = await requireVisibilityRule(tx, input.rule)
    requireLatest(before, input.madeFrom)
    await tx
      .updateTable('newsroom.visibility_rule')
      .set({ ...row, version: before.version + 1 })
      .where('id', '=', input.rule)
      .execute()
    const at = newsroom.clock.now()
    await recordAct(tx, by, { act: 'changeVisibilityRule', kind: 'visibility rule', id: input.rule, name: funder, at })
    tx.touch([registersTag])
  })
}

/** Strikes a rule out, as if it had never been: for mistakes. One that ends keeps its stories as they were. */
export async function removeVisibilityRule(newsroom: Newsroom, by: Member, input: { rule: string }): Promise<void> {
  authorize(houseRulesPolicy.removeVisibilityRule(by), 'strike out what funders want said')
  await newsroom.db.transact(async (tx) => {
    const removed = await tx
      .deleteFrom('newsroom.visibility_rule')
      .where('id', '=', input.rule)
      .returning(['funder_id', 'statement'])
      .executeTakeFirst()
    if (!removed) throw noSuchRule()
    const funder = await tx.selectFrom('newsroom.organisation').select('name').where('id', '=', removed.funder_id).executeTakeFirst()
    const act = { act: 'removeVisibilityRule', kind: 'visibility rule', id: input.rule, name: anyName(funder?.name) } as const
    await recordAct(tx, by, { ...act, at: newsroom.clock.now(), details: { statement: removed.statement } })
    tx.touch([registersTag])
  })
}

export const anyName = (name: { [language: string]: string } | undefined): string => name?.['en'] ?? Object.values(name ?? {})[0] ?? ''

export const parseVisibilityRule = (input: Input): Proposed => parseEntry(visibilityInput, 'visibility-rule', input)

const parts = ['funder', 'project', 'statement', 'disclaimer', 'places', 'from', 'until'] as const

/** In which parts rules differ; the order of places is none. */
export function changedVisibilityRule(before: VisibilityRule, after: Proposed): (typeof parts)[number][] {
  return differing(parts, { ...before, places: inAnyOrder(before.places) }, { ...after, places: inAnyOrder(after.places) })
}

async function rowOf(tx: Transaction, input: Input) {
  const rule = parseVisibilityRule(input)
  const funder = await tx.selectFrom('newsroom.organisation').select('name').where('id', '=', rule.funder).executeTakeFirst()
  if (!funder) throw new Failure('invalid', 'no-such-funder', 'Choose a funder that the registers know.', { values: { field: 'funder' } })
  const project = rule.project && (await tx.selectFrom('newsroom.project').select('id').where('id', '=', rule.project).executeTakeFirst())
  if (rule.project && !project)
    throw new Failure('invalid', 'no-such-project', 'Choose a project that the registers know, or none.', { values: { field: 'project' } })
  return {
    funder: anyName(funder.name),
    funder_id: rule.funder,
    project_id: rule.project,
    statement: sql<{ [language: string]: string }>`${JSON.stringify(rule.statement)}::jsonb`,
    disclaimer: rule.disclaimer && sql<{ [language: string]: string }>`${JSON.stringify(rule.disclaimer)}::jsonb`,
    places: rule.places,
    from_day: rule.from,
    until_day: rule.until,
  }
}
