import { sql } from 'kysely'
import type { SqlBool } from 'kysely'
import { z } from 'zod'

import { Failure } from '#lib/failure.ts'
import { uuid7 } from '#lib/uuid7.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'

import type { Via } from '../audit/record-act.ts'
import { recordAct } from '../audit/record-act.ts'
import type { Newsroom } from '../newsroom.ts'
import { notify } from '../notices/notify.ts'
import { parseInput } from '../refused-input.ts'
import { saidAtMost, saidWords } from '../said-words.ts'
import type { RevisionContent } from '../stories/story.ts'
import { parseRevisionContent } from '../stories/story-input.ts'
import { nameInput, textInput } from '../text-input.ts'
import { hashOfToken } from './private-link.ts'

export const verdicts = ['approved', 'refused', 'commented'] as const

const answerInput = z.object({
  name: nameInput(120),
  verdict: z.enum(verdicts),
  words: textInput(saidAtMost),
})

const mostAnswers = 50

export type OpenLink = {
  id: string
  edition: string
  language: string
  revision: number
  hash: string
  content: RevisionContent
  forWhom: string
  madeBy: string
  madeByName: string
  expiresAt: Date
  headline: string
}

/** What a private link shows; undefined when it is unknown, expired or taken back. */
export async function openPrivateLink(db: Reader, token: string, now: Date): Promise<OpenLink | undefined> {
  return openLink(await openLinks(db, token, now).executeTakeFirst())
}

/** The same, held until the transaction ends: nobody takes it back meanwhile, answers are counted one after the other, and its draft is not deleted. */
async function holdPrivateLink(tx: Transaction, token: string, now: Date): Promise<OpenLink | undefined> {
  // The edition first, as whoever takes a link back does.
  const ofLink = tx.selectFrom('newsroom.private_link').select('edition_id').where('token_hash', '=', hashOfToken(token))
  await tx.selectFrom('newsroom.edition').select('id').where('id', 'in', ofLink).forUpdate().execute()
  return openLink(await openLinks(tx, token, now).forUpdate('link').executeTakeFirst())
}

function openLinks(db: Reader, token: string, now: Date) {
  return db
    .selectFrom('newsroom.private_link as link')
    .innerJoin('newsroom.revision as revision', (join) =>
      join.onRef('revision.edition_id', '=', 'link.edition_id').onRef('revision.number', '=', 'link.revision'),
    )
    .innerJoin('newsroom.edition as edition', 'edition.id', 'link.edition_id')
    .select(['link.id', 'link.edition_id', 'link.revision', 'link.for_whom', 'link.made_by', 'link.made_by_name', 'link.expires_at'])
    .select(['revision.content', 'revision.hash', 'edition.language'])
    .where('link.token_hash', '=', hashOfToken(token))
    .where('link.revoked_at', 'is', null)
    .where('link.expires_at', '>', now)
}

function openLink(row: Awaited<ReturnType<ReturnType<typeof openLinks>['executeTakeFirst']>>): OpenLink | undefined {
  if (!row) return undefined
  const content = parseRevisionContent(row.content)
  return {
    id: row.id,
    edition: row.edition_id,
    language: row.language,
    revision: row.revision,
    hash: row.hash,
    content,
    forWhom: row.for_whom,
    madeBy: row.made_by,
    madeByName: row.made_by_name,
    expiresAt: row.expires_at,
    headline: content.headline,
  }
}

/** Keeps what a partner or donor says of the revision they were shown, with that revision's hash. Whoever holds the link may answer. */
export async function answerPrivateLink(
  newsroom: Newsroom,
  token: string,
  input: { name: string; verdict: string; words: string },
  via: Via = { surface: 'desk', address: null },
): Promise<void> {
  const said = { ...input, words: saidWords(input.words) }
  const { name, verdict, words } = parseInput(answerInput, said, { code: 'bad-answer', lead: 'The answer cannot be kept' })
  if (verdict !== 'approved' && words === '')
    throw new Failure('invalid', 'no-words', 'Say what should change.', { values: { field: 'words' } })
  await newsroom.db.transact(async (tx) => {
    const at = newsroom.clock.now()
    const link = await holdPrivateLink(tx, token, at)
    if (!link) throw new Failure('missing', 'no-such-link', 'This link has expired or was taken back. Ask the newsroom for a new one.')
    const { answers } = await tx
      .selectFrom('newsroom.private_answer')
      .select((eb) => eb.fn.countAll<number>().as('answers'))
      .where('link_id', '=', link.id)
      .executeTakeFirstOrThrow()
    if (answers >= mostAnswers)
      throw new Failure('conflict', 'too-many-answers', 'This link has had many answers. Write to the newsroom instead.')
    const id = uuid7(at)
    await tx
      .insertInto('newsroom.private_answer')
      .values({ id, link_id: link.id, name, verdict, words, revision_hash: link.hash, at })
      .execute()
    const by = { id: null, name: `${name} (${link.forWhom})` }
    if (verdict !== 'approved') await beginThread(tx, link, { id, by: by.name, words, at })
    await notify(tx, { to: [link.madeBy], edition: link.edition, kind: verdict === 'commented' ? 'answered' : verdict, by, words, at })
    const said = { act: 'answerPrivateLink', kind: 'edition', id: link.edition, name: link.headline } as const
    await recordAct(tx, { ...by, via }, { ...said, at, details: { revision: link.revision, verdict } })
  })
}

/** What somebody outside wants changed stands among the comments, under the answer's own id, until it is resolved. */
async function beginThread(tx: Transaction, link: OpenLink, said: { id: string; by: string; words: string; at: Date }): Promise<void> {
  const { id, words, at } = said
  await tx
    .insertInto('newsroom.comment')
    .values({
      id,
      edition_id: link.edition,
      thread_id: id,
      revision: link.revision,
      anchor: null,
      member_id: null,
      member_name: said.by,
      words,
      at,
    })
    .execute()
}

export type KnownLink = {
  id: string
  forWhom: string
  revision: number
  madeBy: string
  madeAt: Date
  expiresAt: Date
  revokedAt: Date | null
  answers: { name: string; verdict: string; words: string; hash: string; at: Date }[]
}

/** The private links of an edition with what was answered, newest first. */
export async function findPrivateLinks(
  db: Reader,
  edition: string,
  { after, atMost }: { after?: { madeAt: Date; id: string } | undefined; atMost?: number } = {},
): Promise<KnownLink[]> {
  let made = db
    .selectFrom('newsroom.private_link')
    .select(['id', 'for_whom', 'revision', 'made_by_name', 'made_at', 'expires_at', 'revoked_at'])
    .where('edition_id', '=', edition)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
  if (after) made = made.where(sql<SqlBool>`(made_at, id) < (${after.madeAt}, ${after.id}::uuid)`)
  if (atMost !== undefined) made = made.limit(atMost)
  const links = await made.execute()
  if (links.length === 0) return []
  const answers = await db
    .selectFrom('newsroom.private_answer')
    .select(['link_id', 'name', 'verdict', 'words', 'revision_hash', 'at'])
    .where(
      'link_id',
      'in',
      links.map(({ id }) => id),
    )
    .orderBy('at')
    .execute()
  const byLink = Map.groupBy(answers, (answer) => answer.link_id)
  return links.map((link) => ({
    id: link.id,
    forWhom: link.for_whom,
    revision: link.revision,
    madeBy: link.made_by_name,
    madeAt: link.made_at,
    expiresAt: link.expires_at,
    revokedAt: link.revoked_at,
    answers: (byLink.get(link.id) ?? []).map(({ name, verdict, words, revision_hash, at }) => ({
      name,
      verdict,
      words,
      hash: revision_hash,
      at,
    })),
  }))
}
