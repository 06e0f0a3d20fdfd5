import { uuid7 } from '#lib/uuid7.ts'

import type { Member } from '../members/member.ts'
import type { Newsroom } from '../newsroom.ts'
import { addRevision } from './edition-store.ts'
import { parseRevisionContent } from './story-input.ts'
import { authorize, mayWrite } from './story-policy.ts'

/** Files a new story with its first edition as a draft. */
export async function fileStory(
  newsroom: Newsroom,
  by: Member,
  input: { language: string; content: unknown },
): Promise<{ story: string; edition: string }> {
  authorize(mayWrite(by), 'file a story')
  const content = parseRevisionContent(input.content)
  const now = newsroom.clock.now()
  const story = uuid7(now)
  return newsroom.db.transact(async (tx) => {
    await tx
      .insertInto('newsroom.story')
      .values({
        id: story,
        kind: content.kind,
        section_id: content.section,
        origin_address: null,
        origin_key: null,
        batch_id: null,
        filed_at: now,
      })
      .execute()
    return { story, edition: await addEdition(tx, by, { story, language: input.language, content, now }) }
  })
}

/** Gives a story an edition in one more language, as a draft. */
export async function fileEdition(
  newsroom: Newsroom,
  by: Member,
  input: { story: string; language: string; content: unknown },
): Promise<string> {
  authorize(mayWrite(by), 'file an edition')
  const content = parseRevisionContent(input.content)
  const now = newsroom.clock.now()
  return newsroom.db.transact((tx) => addEdition(tx, by, { ...input, content, now }))
}

type Transaction = Parameters<Parameters<Newsroom['db']['transact']>[0]>[0]

async function addEdition(
  tx: Transaction,
  by: Member,
  input: { story: string; language: string; content: ReturnType<typeof parseRevisionContent>; now: Date },
): Promise<string> {
  const edition = uuid7(input.now)
  await tx
    .insertInto('newsroom.edition')
    .values({ id: edition, story_id: input.story, language: input.language, state: 'draft', revision: 1 })
    .execute()
  await addRevision(tx, by, edition, 1, input.content, input.now)
  return edition
}
