import { fileURLToPath } from 'node:url'
import { join } from 'node:path'

import { operator } from '#newsroom/members/member.ts'
import type { Newsroom } from '#newsroom/newsroom.ts'
import { foundNewsroom } from '#newsroom/settings/found-newsroom.ts'
import { changeSlug } from '#newsroom/stories/change-slug.ts'
import { fileEdition, fileStory } from '#newsroom/stories/file-story.ts'
import { correctStory, releaseStory } from '#newsroom/stories/release-story.ts'
import { saveRevision } from '#newsroom/stories/save-revision.ts'
import type { RevisionContent } from '#newsroom/stories/story.ts'
import { withdrawStory } from '#newsroom/stories/withdraw-story.ts'
import { clockAt } from '#platform/clock.ts'
import { bodyFromMarkdown } from '#surfaces/intake/body-from-markdown.ts'

import { contentOf } from './demo-content.ts'
import { demoCorrections, demoNewsroom, demoSlugChanges, demoWithdrawals } from './demo-files.ts'
import { fillRegisters, readDemo } from './fill-registers.ts'
import type { DemoStory } from './read-demo-stories.ts'
import { readDemoStories } from './read-demo-stories.ts'
import { workAtDesk } from './work-at-desk.ts'

export const demoFolder = fileURLToPath(new URL('../../../demo', import.meta.url))

type Edition = { id: string; story: string; content: RevisionContent; markdown: string }

/** Founds the demo newsroom and lives through its three years: every act happens at its own time; what is still on the desk, now. */
export async function loadDemo(real: Newsroom, folder = demoFolder): Promise<void> {
  const { sections: _sections, ...founding } = await readDemo(folder, 'newsroom.json', demoNewsroom)
  await foundNewsroom(real, { ...founding, isDemo: true, administrator: 'editor@example.org' })
  const registers = await fillRegisters(real, folder)
  const stories = await readDemoStories(join(folder, 'stories'))
  const clock = clockAt(real.clock.now())
  const newsroom = { db: real.db, clock }
  const editions = new Map<string, Edition>()
  const firstSlugs = new Map(
    (await readDemo(folder, 'slug-changes.json', demoSlugChanges)).map((move) => [`${move.story}/${move.language}`, move.from]),
  )
  const acts = [
    ...stories.flatMap((story) =>
      filings(newsroom, story, { editions, firstSlugs, content: (index) => contentOf(story, index, registers) }),
    ),
    ...(await laterActs(newsroom, folder, editions)),
  ]
  const now = real.clock.now()
  for (const act of acts.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    clock.set(act.at < now ? act.at : now)
    await act.run(act.at)
  }
  await workAtDesk(real, folder, { registers, released: editions })
}

type Act = { at: Date; run: (at: Date) => Promise<void> }

type Filing = { editions: Map<string, Edition>; firstSlugs: Map<string, string>; content: (index: number) => RevisionContent }

function filings(newsroom: Newsroom, story: DemoStory, { editions, firstSlugs, content: contentAt }: Filing): Act[] {
  const first = story.editions[0]
  return story.editions.map((edition, index) => ({
    at: new Date(edition.head.publishedAt ?? first?.head.publishedAt ?? 0),
    run: async (at) => {
      const name = `${story.name}/${edition.language}`
      const content = contentAt(index)
      const filed = { language: edition.language, content: { ...content, slug: firstSlugs.get(name) ?? content.slug } }
      const source = editions.get(`${story.name}/${first?.language ?? ''}`)
      const made = source
        ? { story: source.story, edition: await fileEdition(newsroom, operator, { ...filed, story: source.story }) }
        : await fileStory(newsroom, operator, filed)
      editions.set(name, { id: made.edition, story: made.story, content, markdown: edition.markdown })
      await releaseStory(newsroom, operator, { edition: made.edition, at })
    },
  }))
}

async function laterActs(newsroom: Newsroom, folder: string, editions: Map<string, Edition>): Promise<Act[]> {
  const of = (story: string, language: string): Edition => {
    const edition = editions.get(`${story}/${language}`)
    if (!edition) throw new Error(`the demo has no ${story} in ${language} at that time`)
    return edition
  }
  const corrections = (await readDemo(folder, 'corrections.json', demoCorrections)).map((correction): Act => ({
    at: new Date(correction.at),
    run: async () => {
      const { id, content, markdown } = of(correction.story, correction.language)
      const { field, replace, with: better } = correction.change
      const mended =
        field === 'summary'
          ? { ...content, summary: content.summary.replace(replace, better) }
          : { ...content, body: bodyFromMarkdown(markdown.replace(replace, better)) }
      const revision = await saveRevision(newsroom, operator, { edition: id, madeFrom: 1, content: mended })
      await correctStory(newsroom, operator, { edition: id, revision, correction: correction.note })
    },
  }))
  const withdrawals = (await readDemo(folder, 'withdrawals.json', demoWithdrawals)).map((withdrawal): Act => ({
    at: new Date(withdrawal.at),
    run: async () => {
      for (const [name, edition] of editions) {
        if (name.startsWith(`${withdrawal.story}/`))
          await withdrawStory(newsroom, operator, { edition: edition.id, reason: withdrawal.reason })
      }
    },
  }))
  const moves = (await readDemo(folder, 'slug-changes.json', demoSlugChanges)).map((move): Act => ({
    at: new Date(move.at),
    run: async () => {
      const { id, content } = of(move.story, move.language)
      await changeSlug(newsroom, operator, { edition: id, slug: content.slug })
    },
  }))
  return [...corrections, ...withdrawals, ...moves]
}
