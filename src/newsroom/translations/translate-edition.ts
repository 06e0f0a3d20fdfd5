import { Failure } from '#lib/failure.ts'

import { recordAct } from '../audit/record-act.ts'
import type { Member } from '../members/member.ts'
import type { Newsroom } from '../newsroom.ts'
import { requirePublished } from '../settings/require-published.ts'
import { lockEdition, readRevision } from '../stories/edition-store.ts'
import { addEdition, holdStory } from '../stories/file-story.ts'
import { beginFollowing } from '../stories/passages/follow.ts'
import { passagesOf } from '../stories/passages/map-passages.ts'
import { addTranslation } from '../stories/passages/translation-store.ts'
import { authorize, storyPolicy } from '../stories/story-policy.ts'

/**
 * Makes an edition in another language from one that is there: a draft with its structure and its facts, whose passages wait in the source's
 * words. Returns its id.
 */
export async function translateEdition(newsroom: Newsroom, by: Member, input: { edition: string; language: string }): Promise<string> {
  const { language } = input
  return newsroom.db.transact(async (tx) => {
    const now = newsroom.clock.now()
    const source = await lockEdition(tx, input.edition)
    authorize(storyPolicy.readStory(by, source), 'read this story')
    const { filedBy, editions } = await holdStory(tx, source.story)
    const isTheirs = [filedBy, source.filedBy].some((owner) =>
      storyPolicy.translateEdition(by, { ...source, filedBy: owner, language, state: 'draft' }),
    )
    authorize(isTheirs, 'translate this story into that language')
    await requirePublished(tx, language)
    if (source.language === language)
      throw new Failure('invalid', 'same-language', 'This edition is in that language already.', { values: { field: 'language' } })
    if (editions.some((edition) => edition.language === language))
      throw new Failure('conflict', 'edition-exists', 'This story has an edition in that language already; write on there.', {
        values: { field: 'language' },
      })
    const content = await readRevision(tx, source.id, source.revision)
    const edition = await addEdition(tx, by, { story: source.story, language, content, now })
    const passages = beginFollowing(passagesOf(content))
    const revisions = { madeFrom: source.revision, sourceRevision: source.revision, targetRevision: 1 }
    await addTranslation(tx, { edition, source: source.id, ...revisions, passages }, { by: by.name, at: now })
    const details = { from: source.id, fromLanguage: source.language, fromRevision: source.revision, language }
    await recordAct(tx, by, { act: 'translateEdition', kind: 'edition', id: edition, name: source.headline, at: now, details })
    return edition
  })
}
