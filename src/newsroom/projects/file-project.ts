import { sql } from 'kysely'
import { z } from 'zod'

import { uuid7 } from '#lib/uuid7.ts'
import type { Transaction } from '#platform/database/database.ts'

import { registersTag } from '../live-tags.ts'
import type { Newsroom } from '../newsroom.ts'
import { namesInput, parseEntry, slugInput, translatedInput } from '../register-input.ts'

const day = z.iso.date().nullable().default(null)

export const projectInput = z.object({
  slug: slugInput,
  acronym: z.string().trim().max(40).nullable().default(null),
  title: translatedInput,
  description: z.record(z.string(), z.string().max(20_000)).default({}),
  objectives: z.record(z.string(), z.array(z.string().max(1000)).max(50)).default({}),
  starts: day,
  ends: day,
  status: z.enum(['planned', 'running', 'closed']),
  contact: z.string().max(300).nullable().default(null),
  alternativeNames: namesInput,
  funders: z
    .array(
      z.object({ organisation: z.uuid(), grantReference: z.string().max(120).nullable(), share: z.number().min(0).max(100).nullable() }),
    )
    .max(50)
    .default([]),
  partners: z
    .array(z.object({ organisation: z.uuid(), role: z.string().max(120).nullable() }))
    .max(100)
    .default([]),
  places: z.array(z.string().max(120)).max(250).default([]),
  topics: z.array(z.uuid()).max(50).default([]),
})

/** Adds a project with its funders, partners, places and topics. Returns its id. */
export async function fileProject(newsroom: Newsroom, input: z.input<typeof projectInput>): Promise<string> {
  const entry = parseEntry(projectInput, 'project', input)
  const id = uuid7(newsroom.clock.now())
  await newsroom.db.transact(async (tx) => {
    await tx
      .insertInto('newsroom.project')
      .values({
        id,
        slug: entry.slug,
        acronym: entry.acronym,
        title: sql`${JSON.stringify(entry.title)}::jsonb`,
        description: sql`${JSON.stringify(entry.description)}::jsonb`,
        objectives: sql`${JSON.stringify(entry.objectives)}::jsonb`,
        starts: entry.starts,
        ends: entry.ends,
        status: entry.status,
        contact: entry.contact,
        iati_identifier: null,
        alternative_names: entry.alternativeNames,
      })
      .execute()
    await joinAll(tx, id, entry)
    tx.touch([registersTag])
  })
  return id
}

async function joinAll(tx: Transaction, project_id: string, entry: z.infer<typeof projectInput>): Promise<void> {
  const funders = entry.funders.map((funder, position) => ({
    project_id,
    organisation_id: funder.organisation,
    grant_reference: funder.grantReference,
    share: funder.share,
    position,
  }))
  const partners = entry.partners.map((partner, position) => ({
    project_id,
    organisation_id: partner.organisation,
    role: partner.role,
    position,
  }))
  if (funders.length > 0) await tx.insertInto('newsroom.project_funder').values(funders).execute()
  if (partners.length > 0) await tx.insertInto('newsroom.project_partner').values(partners).execute()
  const places = entry.places.map((place_code, position) => ({ project_id, place_code, position }))
  if (places.length > 0) await tx.insertInto('newsroom.project_place').values(places).execute()
  const topics = entry.topics.map((topic_id) => ({ project_id, topic_id }))
  if (topics.length > 0) await tx.insertInto('newsroom.project_topic').values(topics).execute()
}
