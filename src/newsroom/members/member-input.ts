import { sql } from 'kysely'
import { z } from 'zod'

import type { Reader } from '#platform/database/database.ts'

import type { Fault } from '../refused-input.ts'
import { parseInput, RefusedInput } from '../refused-input.ts'
import { nameInput } from '../text-input.ts'
import { roles } from './member.ts'

export const emailInput = z.email().trim().max(254).toLowerCase()
const memberName = nameInput(120)
const idsInput = z.array(z.uuid()).max(500).nullable()

/** What is given to a member; null: all of them. */
export const givenInput = z.object({
  name: memberName,
  role: z.enum(roles),
  projects: idsInput,
  sections: idsInput,
  languages: z.array(z.string().min(2).max(35)).max(50).nullable(),
})
export type Given = z.infer<typeof givenInput>

export const invitationInput = givenInput.extend({ email: emailInput })

export const mailWishes = ['at once', 'daily', 'never'] as const
export type MailWish = (typeof mailWishes)[number]

export const profileInput = z.object({ name: memberName, language: z.string().min(2).max(35).nullable(), mailWish: z.enum(mailWishes) })

/** Parses what was said of a member. */
export const parseMember = <Schema extends z.ZodType>(schema: Schema, input: unknown): z.infer<Schema> =>
  parseInput(schema, input, { code: 'bad-member', lead: 'The member cannot be saved' })

/** Refuses what names projects, sections or languages that this newsroom does not have. */
export async function requireKnown(db: Reader, { projects, sections, languages }: Given): Promise<void> {
  const [project, section, settings] = await Promise.all([
    countKnown(db, 'newsroom.project', projects),
    countKnown(db, 'newsroom.section', sections),
    db.selectFrom('newsroom.settings').select('languages').executeTakeFirstOrThrow(),
  ])
  const unknown = [
    project === new Set(projects).size ? [] : ['projects'],
    section === new Set(sections).size ? [] : ['sections'],
    (languages ?? []).every((language) => settings.languages.includes(language)) ? [] : ['languages'],
  ]
  const faults = unknown.flat().map((field): Fault => ({ path: [field], problem: 'not-there', values: {} }))
  if (faults.length > 0) throw new RefusedInput('unknown-given', 'This cannot be given', faults)
}

async function countKnown(db: Reader, table: 'newsroom.project' | 'newsroom.section', ids: string[] | null): Promise<number> {
  if (ids === null || ids.length === 0) return 0
  const { known } = await db
    .selectFrom(table)
    .select((eb) => eb.fn.countAll<number>().as('known'))
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .executeTakeFirstOrThrow()
  return known
}
