import { sql } from 'kysely'

import { Failure } from '#lib/failure.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'

import { parseRevisionContent } from '../story-input.ts'
import type { Followed } from './followed.ts'
import { countPassages, followedPassages } from './followed.ts'
import { passagesOf } from './map-passages.ts'
import type { Passage } from './passage.ts'

/** An edition that was made from another, and how far its passages follow it. */
export type Translation = {
  edition: string
  source: string
  madeFrom: number
  sourceRevision: number
  targetRevision: number
  passages: Followed[]
}

/** The translation that an edition is; undefined for one that was made from none. */
export async function findTranslation(db: Reader, edition: string): Promise<Translation | undefined> {
  const row = await rows(db).where('edition_id', '=', edition).executeTakeFirst()
  return row && translationOf(row)
}

/** The same, held until the transaction ends; a Failure where the edition was made from none. */
export async function holdTranslation(tx: Transaction, edition: string): Promise<Translation> {
  const row = await rows(tx).where('edition_id', '=', edition).forUpdate().executeTakeFirst()
  if (!row) throw new Failure('missing', 'no-translation', 'This edition was not made from another; there is nothing to lay beside it.')
  return translationOf(row)
}

/** What an edition is made from, and what is made from it, held until the transaction ends. */
export async function holdTranslationsAround(tx: Transaction, edition: string): Promise<Translation[]> {
  const found = await rows(tx)
    .where((eb) => eb.or([eb('edition_id', '=', edition), eb('source_id', '=', edition)]))
    .orderBy('edition_id')
    .forUpdate()
    .execute()
  return found.map(translationOf)
}

export async function keepTranslation(tx: Transaction, translation: Translation): Promise<void> {
  const { stale, waiting, machine } = countPassages(translation.passages)
  await tx
    .updateTable('newsroom.translation')
    .set({
      source_revision: translation.sourceRevision,
      target_revision: translation.targetRevision,
      passages: sql`${JSON.stringify(translation.passages)}::jsonb`,
      stale_passages: stale,
      waiting_passages: waiting,
      machine_passages: machine,
    })
    .where('edition_id', '=', translation.edition)
    .execute()
}

export async function addTranslation(tx: Transaction, translation: Translation, made: { by: string; at: Date }): Promise<void> {
  await tx
    .insertInto('newsroom.translation')
    .values({
      edition_id: translation.edition,
      source_id: translation.source,
      made_from: translation.madeFrom,
      made_by: made.by,
      made_at: made.at,
      source_revision: translation.sourceRevision,
      target_revision: translation.targetRevision,
      passages: sql`'[]'::jsonb`,
    })
    .execute()
  await keepTranslation(tx, translation)
}

/** The passages of a revision. */
export async function readPassages(db: Reader, edition: string, revision: number): Promise<Passage[]> {
  const row = await db
    .selectFrom('newsroom.revision')
    .select('content')
    .where('edition_id', '=', edition)
    .where('number', '=', revision)
    .executeTakeFirstOrThrow()
  return passagesOf(parseRevisionContent(row.content))
}

const rows = (db: Reader) =>
  db.selectFrom('newsroom.translation').select(['edition_id', 'source_id', 'made_from', 'source_revision', 'target_revision', 'passages'])

/** A translation from its row, for a read that joins more to it. */
export function translationOf(row: Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]): Translation {
  return {
    edition: row.edition_id,
    source: row.source_id,
    madeFrom: row.made_from,
    sourceRevision: row.source_revision,
    targetRevision: row.target_revision,
    passages: followedPassages.parse(row.passages),
  }
}
