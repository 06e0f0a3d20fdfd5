import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { edit, ferry, newsroomOn, released } from '#test/newsroom.ts'
import { reading } from '#test/reader.ts'

import { fileVisibilityRule } from '../house-rules/file-visibility-rule.ts'
import { findAddress } from '../live/find-address.ts'
import { findStory } from '../live/find-story.ts'
import type { Member } from '../members/member.ts'
import { fileOrganisation } from '../organisations/file-organisation.ts'
import { fileProject } from '../projects/file-project.ts'
import { checkEdition } from '../stories/check-edition.ts'
import { mergeEntries, undoMerge } from './merge-entries.ts'

const chief: Member = { ...edit, id: '01900000-0000-7000-8000-00000000000c', name: 'Chloé', role: 'chief editor' }

describe.each(engines)('what funders want said, once the registers are merged, on %s', (engine) => {
  let newsroom: TestNewsroom
  let made = 0
  let funders = ['', '']
  let projects = ['', '']

  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
  })
  afterAll(() => newsroom[Symbol.asyncDispose]())
  beforeEach(async () => {
    made += 1
    const funder = (slug: string) => fileOrganisation(newsroom, { slug: `${slug}-${made}`, name: { en: 'Osier Fund' }, kind: 'funder' })
    funders = [await funder('osier'), await funder('the-osier')]
    const paid = [{ organisation: funders[0] ?? '', grantReference: null, share: null }]
    const project = (slug: string) =>
      fileProject(newsroom, { slug: `${slug}-${made}`, title: { en: 'Piers' }, status: 'running', funders: paid })
    projects = [await project('pontoon'), await project('pontoons')]
    await released(newsroom, { slug: `pier-${made}`, projects: projects.slice(0, 1) })
  })

  const said = async () => {
    const live = await reading(newsroom)
    const address = await findAddress(live, `/news/pier-${made}`, { slug: `pier-${made}`, language: 'en' })
    const story = address.kind === 'lives' ? await findStory(live, address.release) : undefined
    return story?.statements.map(({ funder, statement }) => [funder, statement?.words])
  }
  const foundIn = async (language: string, about: string) => {
    const found = await checkEdition(newsroom.db.writer, ferry({ projects: [about] }), { language, moment: newsroom.clock.now() })
    return found.map(({ says }) => says.code)
  }

  test('a funder that was merged is quoted as before, and missed where its rule does not speak the language', async () => {
    const [entry = '', into = ''] = funders
    await fileVisibilityRule(newsroom, chief, { funder: entry, statement: { en: 'Osier pays.' }, places: ['story'] })
    expect(await said()).toEqual([[entry, 'Osier pays.']])
    await mergeEntries(newsroom, chief, { register: 'organisations', entry, into })
    expect(await said()).toEqual([[into, 'Osier pays.']])
    expect(await foundIn('ar', projects[0] ?? '')).toContain('statement missing')
    await undoMerge(newsroom, chief, { register: 'organisations', entry })
    expect(await said()).toEqual([[entry, 'Osier pays.']])
  })

  test('what is said of a project alone is said of the one that it was merged into', async () => {
    const [funder = ''] = funders
    const [entry = '', into = ''] = projects
    await fileVisibilityRule(newsroom, chief, { funder, project: entry, statement: { en: 'Osier pays for piers.' }, places: ['story'] })
    expect(await said()).toEqual([[funder, 'Osier pays for piers.']])
    await mergeEntries(newsroom, chief, { register: 'projects', entry, into })
    expect(await said()).toEqual([[funder, 'Osier pays for piers.']])
    expect(await foundIn('ar', into)).toContain('statement missing')
    await undoMerge(newsroom, chief, { register: 'projects', entry })
    expect(await said()).toEqual([[funder, 'Osier pays for piers.']])
    expect(await foundIn('ar', into), 'the other says nothing again').not.toContain('statement missing')
  })
})
