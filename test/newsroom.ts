import type { Member } from '#newsroom/members/member.ts'
import type { Newsroom } from '#newsroom/newsroom.ts'
import { foundNewsroom } from '#newsroom/settings/found-newsroom.ts'
import { fileStory } from '#newsroom/stories/file-story.ts'
import type { RevisionContent } from '#newsroom/stories/story.ts'
import { releaseStory } from '#newsroom/stories/release-story.ts'
import type { SettableClock } from '#platform/clock.ts'
import { clockAt } from '#platform/clock.ts'
import type { Engine } from '#test/engines.ts'
import { openTestDatabase } from '#test/engines.ts'

const everything = { projects: null, sections: null, languages: null }
export const ana: Member = { id: '01900000-0000-7000-8000-00000000000a', name: 'Ana', role: 'contributor', ...everything }
export const edit: Member = { id: '01900000-0000-7000-8000-00000000000e', name: 'Edit', role: 'editor', ...everything }
export const olga: Member = { id: '01900000-0000-7000-8000-00000000000f', name: 'Olga', role: 'observer', ...everything }

export type TestNewsroom = Newsroom & { clock: SettableClock } & AsyncDisposable

/** A founded newsroom in English (by default), French and Arabic, at nine in the morning of 5 May 2026. */
export async function newsroomOn(engine: Engine): Promise<TestNewsroom> {
  const db = await openTestDatabase(engine)
  const clock = clockAt('2026-05-05T09:00:00Z')
  const newsroom = { db, clock, [Symbol.asyncDispose]: () => db[Symbol.asyncDispose]() }
  await foundNewsroom(newsroom, {
    name: { en: 'The Ferry Office' },
    languages: ['en', 'fr', 'ar'],
    timeZone: 'Europe/Chisinau',
    accent: 'oklch(0.5 0.12 240)',
    administrator: 'admin@example.org',
  })
  return newsroom
}

/** What a story about a ferry says, but for what the test is about. */
export function ferry(over: Partial<RevisionContent> = {}): RevisionContent {
  const headline = over.headline ?? 'The ferry sails again'
  return {
    kind: 'news',
    slug: over.slug ?? headline.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
    headline,
    summary: 'After a winter on land the ferry takes lorries over the river.',
    body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'It carries forty lorries a day.' }] }] },
    byline: null,
    dateline: null,
    section: null,
    projects: [],
    places: ['MD'],
    topics: [],
    people: [],
    activity: null,
    searchTitle: null,
    searchDescription: null,
    ...over,
  }
}

export async function draft(
  newsroom: Newsroom,
  over: Partial<RevisionContent> = {},
  language = 'en',
): Promise<{ story: string; edition: string }> {
  return fileStory(newsroom, ana, { language, content: ferry(over) })
}

export async function released(
  newsroom: Newsroom,
  over: Partial<RevisionContent> = {},
  at?: Date,
): Promise<{ story: string; edition: string }> {
  const filed = await draft(newsroom, over)
  await releaseStory(newsroom, edit, { edition: filed.edition, ...(at && { at }) })
  return filed
}
