import { uuid7 } from '#lib/uuid7.ts'
import type { Transaction } from '#platform/database/database.ts'

import type { Member } from '../members/member.ts'
import type { Newsroom } from '../newsroom.ts'
import { addRevision } from './edition-store.ts'
import type { RevisionContent } from './story.ts'
import { parseRevisionContent } from './story-input.ts'
import type { StorySubject } from './story-policy.ts'
import { authorize, storyPolicy } from './story-policy.ts'

/** Files a new story with its first edition as a draft. */
export async function fileStory(
  newsroom: Newsroom,
  by: Member,
  input: { language: string; content: unknown },
): Promise<{ story: string; edition: string }> {
  const content = parseRevisionContent(input.content)
  authorize(storyPolicy.fileStory(by, subjectOf(by, input.language, content)), 'file this story')
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
        filed_by: by.id,
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
  const content = parseRevisionContent(input.content)
  authorize(storyPolicy.fileEdition(by, subjectOf(by, input.language, content)), 'file this edition')
  const now = newsroom.clock.now()
  return newsroom.db.transact((tx) => addEdition(tx, by, { ...input, content, now }))
}

async function addEdition(
  tx: Transaction,
  by: Member,
  input: { story: string; language: string; content: RevisionContent; now: Date },
): Promise<string> {
  const edition = uuid7(input.now)
  await tx
    .insertInto('newsroom.edition')
    .values({
      id: edition,
      story_id: input.story,
      language: input.language,
      state: 'draft',
      revision: 1,
      saved_at: input.now,
      filed_by: by.id,
    })
    .execute()
  await addRevision(tx, by, { edition, number: 1, content: input.content, at: input.now })
  return edition
}

function subjectOf(by: Member, language: string, content: RevisionContent): StorySubject {
  return { section: content.section, projects: content.projects, language, filedBy: by.id, state: 'draft' }
}
