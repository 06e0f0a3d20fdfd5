import { z } from 'zod'

import type { Reader, Transaction } from '#platform/database/database.ts'

import type { Entry, Joins } from '../entries/field.ts'

const joined = z.object({
  funders: z.array(z.object({ organisation: z.string(), grantReference: z.string().nullable(), share: z.number().nullable() })),
  partners: z.array(z.object({ organisation: z.string(), role: z.string().nullable() })),
  places: z.array(z.string()),
  topics: z.array(z.string()),
})

/** A project's funders, partners, places and topics, which are kept in tables of their own. */
export const projectJoins: Joins = { read: readJoins, write: writeJoins }

async function readJoins(db: Reader, ids?: string[]) {
  if (ids?.length === 0) return new Map<string, Record<string, unknown>>()
  const [funders, partners, places, topics] = await Promise.all([
    ids ? funderRows(db).where('project_id', 'in', ids).execute() : funderRows(db).execute(),
    ids ? partnerRows(db).where('project_id', 'in', ids).execute() : partnerRows(db).execute(),
    ids ? placeRows(db).where('project_id', 'in', ids).execute() : placeRows(db).execute(),
    ids ? topicRows(db).where('project_id', 'in', ids).execute() : topicRows(db).execute(),
  ])
  const of = { funders: byProject(funders), partners: byProject(partners), places: byProject(places), topics: byProject(topics) }
  const all = new Set([funders, partners, places, topics].flat().map(({ project_id }) => project_id))
  for (const id of ids ?? []) all.add(id)
  return new Map(
    [...all].map((id) => [
      id,
      {
        funders: (of.funders.get(id) ?? []).map((row) => ({
          organisation: row.organisation_id,
          grantReference: row.grant_reference,
          share: row.share === null ? null : Number(row.share),
        })),
        partners: (of.partners.get(id) ?? []).map(({ organisation_id, role }) => ({ organisation: organisation_id, role })),
        places: (of.places.get(id) ?? []).map(({ place_code }) => place_code),
        topics: (of.topics.get(id) ?? []).map(({ topic_id }) => topic_id),
      },
    ]),
  )
}

const byProject = <Row extends { project_id: string }>(rows: Row[]) => Map.groupBy(rows, ({ project_id }) => project_id)

const funderRows = (db: Reader) =>
  db.selectFrom('newsroom.project_funder').select(['project_id', 'organisation_id', 'grant_reference', 'share']).orderBy('position')
const partnerRows = (db: Reader) =>
  db.selectFrom('newsroom.project_partner').select(['project_id', 'organisation_id', 'role']).orderBy('position')
const placeRows = (db: Reader) => db.selectFrom('newsroom.project_place').select(['project_id', 'place_code']).orderBy('position')
const topicRows = (db: Reader) => db.selectFrom('newsroom.project_topic').select(['project_id', 'topic_id']).orderBy('topic_id')

async function writeJoins(tx: Transaction, project_id: string, entry: Entry): Promise<void> {
  const { funders, partners, places, topics } = joined.parse(entry)
  await tx.deleteFrom('newsroom.project_funder').where('project_id', '=', project_id).execute()
  await tx.deleteFrom('newsroom.project_partner').where('project_id', '=', project_id).execute()
  await tx.deleteFrom('newsroom.project_place').where('project_id', '=', project_id).execute()
  await tx.deleteFrom('newsroom.project_topic').where('project_id', '=', project_id).execute()
  const funderValues = funders.map(({ organisation, grantReference, share }, position) => ({
    project_id,
    organisation_id: organisation,
    grant_reference: grantReference,
    share,
    position,
  }))
  const partnerValues = partners.map(({ organisation, role }, position) => ({ project_id, organisation_id: organisation, role, position }))
  if (funderValues.length > 0) await tx.insertInto('newsroom.project_funder').values(funderValues).execute()
  if (partnerValues.length > 0) await tx.insertInto('newsroom.project_partner').values(partnerValues).execute()
  const placeValues = places.map((place_code, position) => ({ project_id, place_code, position }))
  if (placeValues.length > 0) await tx.insertInto('newsroom.project_place').values(placeValues).execute()
  const topicValues = topics.map((topic_id) => ({ project_id, topic_id }))
  if (topicValues.length > 0) await tx.insertInto('newsroom.project_topic').values(topicValues).execute()
}
