import { Failure } from '#lib/failure.ts'
import { uuid7 } from '#lib/uuid7.ts'
import type { Transaction } from '#platform/database/database.ts'

import type { Member } from '../members/member.ts'
import type { Newsroom } from '../newsroom.ts'
import { currentReferences, holdMerges, refuseArchived } from '../references/current-references.ts'
import { actOn } from './act-on.ts'
import { addRevision, readRevision } from './edition-store.ts'
import { requireFilable } from './require-filable.ts'
import type { RevisionContent } from './story.ts'
import { parseRevisionContent } from './story-input.ts'
import type { StorySubject } from './story-policy.ts'
import { authorize, mayMove, storyPolicy } from './story-policy.ts'

/** Files a new story with its first edition as a draft. */
export async function fileStory(
  newsroom: Newsroom,
  by: Member,
  input: { language: string; content: unknown },
): Promise<{ story: string; edition: string }> {
  const said = parseRevisionContent(input.content)
  const now = newsroom.clock.now()
  const story = uuid7(now)
  return newsroom.db.transact(async (tx) => {
    await holdMerges(tx)
    const content = await currentReferences(tx, said)
    authorize(storyPolicy.fileStory(by, subjectOf(by, input.language, content)), 'file this story')
    await requireFilable(tx, { language: input.language, section: content.section })
    await refuseArchived(tx, content)
    await tx
      .insertInto('newsroom.story')
      .values({
        id: story,
        kind: content.kind,
        origin_address: null,
        origin_key: null,
        batch_id: null,
        filed_at: now,
        filed_by: by.id,
      })
      .execute()
    const edition = await addEdition(tx, by, { story, language: input.language, content, now })
    const details = { story, language: input.language }
    await actOn(tx, by, { id: edition, headline: content.headline }, { act: 'fileStory', at: now, details })
    return { story, edition }
  })
}

/** Gives a story an edition in one more language, as a draft; the story has to be one's own or given to one, whatever the edition says. */
export async function fileEdition(
  newsroom: Newsroom,
  by: Member,
  input: { story: string; language: string; content: unknown },
): Promise<string> {
  const said = parseRevisionContent(input.content)
  const now = newsroom.clock.now()
  return newsroom.db.transact(async (tx) => {
    await holdMerges(tx)
    const content = await currentReferences(tx, said)
    const { filedBy, editions } = await holdStory(tx, input.story)
    const places = editions.map(({ section, projects }) => ({ section, projects, filedBy, language: input.language, state: 'draft' }))
    const theirs = places.filter((place) => storyPolicy.fileEdition(by, place))
    authorize(theirs.length > 0, 'file this edition')
    authorize(
      theirs.some((place) => mayMove(by, place, content)),
      'move a story there',
    )
    if (editions.some(({ language }) => language === input.language))
      throw new Failure('conflict', 'edition-exists', 'This story has an edition in that language already; write on there.')
    await requireFilable(tx, { language: input.language, section: content.section })
    // What the story is about already, it is about in one more language.
    const others: RevisionContent[] = []
    for (const { id, revision } of editions) others.push(await readRevision(tx, id, revision))
    await refuseArchived(tx, content, ...others)
    const edition = await addEdition(tx, by, { ...input, content, now })
    const details = { story: input.story, language: input.language }
    await actOn(tx, by, { id: edition, headline: content.headline }, { act: 'fileEdition', at: now, details })
    return edition
  })
}

/** A story that is held until the transaction ends, so that no two editions in one language are filed at once. */
export async function holdStory(tx: Transaction, id: string) {
  const story = await tx.selectFrom('newsroom.story').select('filed_by as filedBy').where('id', '=', id).forUpdate().executeTakeFirst()
  if (!story) throw new Failure('missing', 'no-such-story', 'There is no such story; it may have been undone with its batch.')
  const editions = await tx
    .selectFrom('newsroom.edition')
    .select(['id', 'revision', 'section_id as section', 'project_ids as projects', 'language'])
    .where('story_id', '=', id)
    .execute()
  return { ...story, editions }
}

/** A first revision in a language, as a draft; returns the edition's id. */
export async function addEdition(
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
