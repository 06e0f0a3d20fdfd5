import { uuid7 } from '#lib/uuid7.ts'
import { MissedAddresses } from '#newsroom/old-addresses/missed-addresses.ts'
import { addOldAddress } from '#newsroom/old-addresses/add-old-address.ts'
import { assignStory } from '#newsroom/assignments/assign-story.ts'
import { addComment } from '#newsroom/comments/add-comment.ts'
import { deleteDraft } from '#newsroom/deleted-drafts/delete-draft.ts'
import { changeStories } from '#newsroom/desk-lists/change-stories.ts'
import { saveView } from '#newsroom/desk-lists/save-view.ts'
import { fileVisibilityRule } from '#newsroom/house-rules/file-visibility-rule.ts'
import type { Member } from '#newsroom/members/member.ts'
import { fileOrganisation } from '#newsroom/organisations/file-organisation.ts'
import { fileCity } from '#newsroom/places/file-city.ts'
import { makePrivateLink } from '#newsroom/private-links/make-private-link.ts'
import { fileProject } from '#newsroom/projects/file-project.ts'
import { fileSection } from '#newsroom/sections/file-section.ts'
import { fileStory } from '#newsroom/stories/file-story.ts'
import { saveRevision } from '#newsroom/stories/save-revision.ts'
import { fileTopic } from '#newsroom/topics/file-topic.ts'
import { admit, someone } from '#test/cast.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { ferry, released } from '#test/newsroom.ts'

import type { Dateline } from '../clients/typescript/client.ts'

export type Paged = { limit: number; cursor?: string }
export type Page = { data?: { items: object[]; next: string | null }; response: Response }

/** A list of the API as a stranger's client asks for it, and how the newsroom adds to it. */
export type List = { id: string; add(n: number): Promise<unknown>; page(query: Paged): Promise<Page> }

type Of = {
  newsroom: TestNewsroom
  client: Dateline
  reader: Dateline
  boss: Member
  edit: Member
  edition: string
  makeKey(): Promise<string>
}

/** In an order in which some come before what was added last, and some after. */
const nameOf = (n: number): string => `${'mazkybxc'.charAt(n % 8)}-raft-${n}`

type Lists = { [operation: string]: List }

/** Every list that the API has, by its operation. */
export const listsOf = (of: Of): Lists => ({ ...publicLists(of), ...deskLists(of), ...listsOfEdition(of), ...listsOfHouse(of) })

const name = (n: number) => ({ en: nameOf(n) })
const slugAndName = (n: number) => ({ slug: nameOf(n), name: name(n) })

function publicLists({ newsroom, reader }: Of): Lists {
  return {
    listRiver: {
      id: 'story',
      add: (n) => released(newsroom, { headline: `Sailing ${n}`, slug: `river-${n}` }),
      page: (query) => reader.GET('/stories', { params: { query } }),
    },
    listMatches: {
      id: 'story',
      add: (n) => released(newsroom, { headline: `Lighthouse ${'of light '.repeat(n % 3)}`, slug: `light-${n}` }),
      page: (query) => reader.GET('/search', { params: { query: { q: 'lighthouse', ...query } } }),
    },
    readSections: {
      id: 'id',
      add: (n) => fileSection(newsroom, slugAndName(n)),
      page: (query) => reader.GET('/sections', { params: { query } }),
    },
    readProjects: {
      id: 'id',
      add: (n) => fileProject(newsroom, { slug: nameOf(n), title: name(n), status: 'running' }),
      page: (query) => reader.GET('/projects', { params: { query } }),
    },
    readPlaces: {
      id: 'code',
      add: (n) => fileCity(newsroom, { country: 'MD', slug: nameOf(n), name: name(n) }),
      page: (query) => reader.GET('/places', { params: { query: { ...query, limit: Math.min(500, query.limit * 30) } } }),
    },
    readTopics: {
      id: 'id',
      add: (n) => fileTopic(newsroom, slugAndName(n)),
      page: (query) => reader.GET('/topics', { params: { query } }),
    },
    readOrganisations: {
      id: 'id',
      add: (n) => fileOrganisation(newsroom, { ...slugAndName(n), kind: 'ngo' }),
      page: (query) => reader.GET('/organisations', { params: { query } }),
    },
  }
}

function deskLists({ newsroom, client, boss, edit, edition }: Of): Lists {
  return {
    findNotices: {
      id: 'id',
      add: (n) => addComment(newsroom, edit, { edition, words: `Is it so, ${n}?` }),
      page: (query) => client.GET('/notices', { params: { query } }),
    },
    listEditions: {
      id: 'edition',
      add: (n) => fileStory(newsroom, edit, { language: 'en', content: ferry({ headline: `Draft ${n}`, slug: '' }) }),
      page: (query) => client.GET('/editions', { params: { query } }),
    },
    listDeletedDrafts: {
      id: 'edition',
      add: async (n) => {
        const filed = await fileStory(newsroom, edit, { language: 'en', content: ferry({ headline: `Gone ${n}`, slug: '' }) })
        await deleteDraft(newsroom, edit, { edition: filed.edition })
      },
      page: (query) => client.GET('/deleted-drafts', { params: { query } }),
    },
    listTranslations: {
      id: 'story',
      add: (n) => fileStory(newsroom, edit, { language: 'fr', content: ferry({ headline: `Brouillon ${n}`, slug: '' }) }),
      page: (query) => client.GET('/translations', { params: { query } }),
    },
    listChanges: {
      id: 'id',
      add: (n) => {
        const change = { kind: 'assign' as const, member: edit.id, task: nameOf(n) }
        return changeStories(newsroom, boss, { id: uuid7(newsroom.clock.now()), editions: [edition], change })
      },
      page: (query) => client.GET('/changes', { params: { query } }),
    },
    listViews: {
      id: 'id',
      add: (n) => saveView(newsroom, boss, { name: nameOf(n), query: 'state=draft' }),
      page: (query) => client.GET('/views', { params: { query } }),
    },
  }
}

function listsOfEdition({ newsroom, client, boss, edit, edition }: Of): Lists {
  const path = { edition }
  let revision = 1
  return {
    listRevisions: {
      id: 'number',
      add: async (n) => {
        revision = await saveRevision(newsroom, edit, { edition, madeFrom: revision, content: ferry({ headline: `Said ${n}`, slug: '' }) })
      },
      page: (query) => client.GET('/editions/{edition}/revisions', { params: { path, query } }),
    },
    findThreads: {
      id: 'id',
      add: (n) => addComment(newsroom, edit, { edition, words: `A thread, ${n}.` }),
      page: (query) => client.GET('/editions/{edition}/comments', { params: { path, query } }),
    },
    findAssignments: {
      id: 'id',
      add: (n) =>
        assignStory(newsroom, boss, { edition, member: edit.id, task: nameOf(n), ...(n % 3 > 0 && { dueOn: `2026-06-${10 + (n % 5)}` }) }),
      page: (query) => client.GET('/editions/{edition}/assignments', { params: { path, query } }),
    },
    findPrivateLinks: {
      id: 'id',
      add: (n) => makePrivateLink(newsroom, edit, { edition, forWhom: nameOf(n), days: 3 }),
      page: (query) => client.GET('/editions/{edition}/private-links', { params: { path, query } }),
    },
  }
}

function listsOfHouse({ newsroom, client, boss, makeKey }: Of): Lists {
  return {
    listEntries: {
      id: 'id',
      add: (n) => fileSection(newsroom, { slug: `in-${nameOf(n)}`, name: name(n), position: n % 3 }),
      page: (query) => client.GET('/registers/{register}', { params: { path: { register: 'sections' }, query } }),
    },
    listMembers: {
      id: 'id',
      add: (n) => admit(newsroom, someone(n % 2 === 0 ? nameOf(n) : '', 'observer')),
      page: (query) => client.GET('/members', { params: { query } }),
    },
    readVisibilityRules: {
      id: 'id',
      add: async (n) => {
        const funder = await fileOrganisation(newsroom, { slug: `fund-${n}`, name: name(n), kind: 'funder' })
        await fileVisibilityRule(newsroom, boss, { funder, statement: { en: 'Paid.' }, places: ['story'] })
      },
      page: (query) => client.GET('/visibility-rules', { params: { query } }),
    },
    listKeys: { id: 'id', add: makeKey, page: (query) => client.GET('/keys', { params: { query } }) },
    listOldAddresses: {
      id: 'path',
      add: (n) => addOldAddress(newsroom, boss, { path: `/old/${nameOf(n)}.html`, to: '/news' }),
      page: (query) => client.GET('/old-addresses', { params: { query } }),
    },
    listMissedAddresses: {
      id: 'path',
      add: async (n) => {
        const missed = new MissedAddresses()
        for (let hits = 0; hits <= n % 3; hits += 1) missed.note(`/missed/${nameOf(n)}.html`, 'Mozilla/5.0 Firefox/140.0')
        await missed.flush(newsroom)
      },
      page: (query) => client.GET('/missed-addresses', { params: { query } }),
    },
    findActs: {
      id: 'id',
      add: (n) => addOldAddress(newsroom, boss, { path: `/logged/${n}.html`, to: '/news' }),
      page: (query) => client.GET('/audit', { params: { query } }),
    },
  }
}
