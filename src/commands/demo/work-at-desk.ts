import { join } from 'node:path'

import { z } from 'zod'

import { assignStory } from '#newsroom/assignments/assign-story.ts'
import { addComment } from '#newsroom/comments/add-comment.ts'
import { inviteMember } from '#newsroom/members/invite-member.ts'
import { findFirstAdministrator } from '#newsroom/members/make-sign-in-link.ts'
import type { Member } from '#newsroom/members/member.ts'
import { operator } from '#newsroom/members/member.ts'
import type { Newsroom } from '#newsroom/newsroom.ts'
import { sendForReview } from '#newsroom/review/send-for-review.ts'
import { fileStory } from '#newsroom/stories/file-story.ts'
import { passagesOf } from '#newsroom/stories/passages/map-passages.ts'
import { releaseStory } from '#newsroom/stories/release-story.ts'
import { saveRevision } from '#newsroom/stories/save-revision.ts'
import type { RevisionContent } from '#newsroom/stories/story.ts'
import { readSideBySide } from '#newsroom/translations/read-translation.ts'
import { translateEdition } from '#newsroom/translations/translate-edition.ts'
import { writePassages } from '#newsroom/translations/write-passages.ts'
import { bodyFromMarkdown } from '#surfaces/intake/body-from-markdown.ts'

import { contentOf } from './demo-content.ts'
import type { DemoRegisters } from './fill-registers.ts'
import { readDemo } from './fill-registers.ts'
import { readDemoStories } from './read-demo-stories.ts'

const person = z.object({ name: z.string(), email: z.string(), role: z.enum(['contributor', 'editor']) })
const demoDesk = z.object({
  members: z.object({ author: person, editor: person }),
  draft: z.object({ story: z.string(), comment: z.object({ exact: z.string(), words: z.string() }), task: z.string() }),
  inReview: z.object({ story: z.string(), words: z.string() }),
  scheduled: z.object({ story: z.string() }),
  translation: z.object({
    story: z.string(),
    of: z.string(),
    language: z.string(),
    later: z.object({ replace: z.string(), with: z.string() }),
  }),
})

type Released = ReadonlyMap<string, { id: string; content: RevisionContent; markdown: string }>

/** Leaves work on the demo's desk, as of now: a draft that is talked about, a text in review, one that waits for its day, a translation that is behind. */
export async function workAtDesk(newsroom: Newsroom, folder: string, of: { registers: DemoRegisters; released: Released }): Promise<void> {
  const work = await readDemo(join(folder, 'desk'), 'desk.json', demoDesk)
  const stories = await readDemoStories(join(folder, 'desk/stories'))
  const contentIn = (name: string): RevisionContent => {
    const story = stories.find((one) => one.name === name)
    if (!story) throw new Error(`the demo's desk has no ${name}`)
    return contentOf(story, 0, of.registers)
  }
  const author = await invite(newsroom, work.members.author)
  const editor = await invite(newsroom, work.members.editor)
  const file = async (name: string) => (await fileStory(newsroom, author, { language: 'en', content: contentIn(name) })).edition
  const { draft, inReview, scheduled, translation } = work

  const drafted = await file(draft.story)
  const { words, exact } = draft.comment
  await addComment(newsroom, editor, { edition: drafted, words, anchor: { exact, prefix: '', suffix: '' } })
  const administrator = await findFirstAdministrator(newsroom)
  const dueOn = new Date(newsroom.clock.now().getTime() + 3 * 86_400_000).toISOString().slice(0, 10)
  if (administrator) await assignStory(newsroom, editor, { edition: drafted, member: administrator.id, task: draft.task, dueOn })

  await sendForReview(newsroom, author, { edition: await file(inReview.story), words: inReview.words })

  const tomorrow = new Date(Math.ceil(newsroom.clock.now().getTime() / 86_400_000 + 1) * 86_400_000 + 7 * 3_600_000)
  await releaseStory(newsroom, editor, { edition: await file(scheduled.story), at: tomorrow })

  await translateInPart(newsroom, editor, { ...translation, content: contentIn(translation.story), source: of.released })
}

/** Has an invitation but was never here: whoever opens the demo is its only one. */
async function invite(newsroom: Newsroom, someone: z.infer<typeof person>): Promise<Member> {
  const given = { projects: null, sections: null, languages: null }
  const { memberId } = await inviteMember(newsroom, operator, { ...someone, ...given })
  return { id: memberId, name: someone.name, role: someone.role, ...given }
}

/** A translation of a released story, as far as somebody came; then the story goes on in a draft of its own. */
async function translateInPart(
  newsroom: Newsroom,
  editor: Member,
  said: z.infer<typeof demoDesk>['translation'] & { content: RevisionContent; source: Released },
): Promise<void> {
  const source = said.source.get(`${said.of}/en`)
  if (!source) throw new Error(`the demo has no ${said.of}`)
  const edition = await translateEdition(newsroom, editor, { edition: source.id, language: said.language })
  const { translation } = await readSideBySide(newsroom.db.writer, edition)
  const words = passagesOf(said.content)
  const written = new Map(
    translation.passages.flatMap(({ id, target }) => {
      const passage = target === null ? undefined : words[target]
      return passage ? [[id, passage.inlines] as const] : []
    }),
  )
  await writePassages(newsroom, editor, { edition, revision: 1, sourceRevision: 1, written, done: new Set(written.keys()) })
  const body = bodyFromMarkdown(source.markdown.replace(said.later.replace, said.later.with))
  await saveRevision(newsroom, editor, { edition: source.id, madeFrom: 1, content: { ...source.content, body } })
}
