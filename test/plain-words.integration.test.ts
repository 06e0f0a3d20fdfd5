import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import type { Member } from '#newsroom/members/member.ts'
import { addEntry } from '#newsroom/registers/add-entry.ts'
import { fileStory } from '#newsroom/stories/file-story.ts'
import { saveRevision } from '#newsroom/stories/save-revision.ts'
import { desk as paths, link, routes } from '#src/routes.ts'
import type { TestDesk } from '#test/desk.ts'
import { openTestDesk } from '#test/desk.ts'
import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { ana, ferry, newsroomOn } from '#test/newsroom.ts'

const chief: Member = { ...ana, id: '01900000-0000-7000-8000-00000000000c', name: 'Cora', role: 'chief editor' }
const inFrench = { 'accept-language': 'fr' }

describe.each(engines)('what pages say, on %s', (engine) => {
  let newsroom: TestNewsroom
  let at: TestDesk
  let project: string
  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
    at = await openTestDesk(newsroom, [ana, chief])
    project = await addEntry(newsroom, chief, {
      register: 'projects',
      entry: {
        slug: 'twingauge',
        acronym: 'TWINGAUGE',
        title: { en: 'One reading for two banks', fr: 'Une seule mesure pour deux rives' },
        status: 'running',
      },
    })
  })
  afterAll(async () => {
    await at[Symbol.asyncDispose]()
    await newsroom[Symbol.asyncDispose]()
  })
  const page = async (path: string, headers = {}) => (await at.as(chief, path, undefined, headers)).text()

  test('a search that finds nothing says so, with what to try, to readers and at the desk', async () => {
    expect(await page(`${routes.search}?q=zeppelin`)).toContain('Nothing matches “zeppelin”. Try fewer or other words')
    expect(await page(`/fr${routes.search}?q=zeppelin`)).toContain('Rien ne correspond à «')
    expect(await page(`${paths.stories}?text=zeppelin`)).toContain('Nothing matches “zeppelin”.')
    expect(await page(`${paths.stories}?state=withdrawn`)).toContain('No story matches.')
  })

  test('an acronym stands before its title as French has it', async () => {
    const form = await page(paths.newStory, { ...inFrench, cookie: `member=${chief.id}` })
    expect(form).toContain('TWINGAUGE\u00a0: Une seule mesure pour deux rives')
    expect(await page(link(routes.project, { slug: 'twingauge' }))).toContain('<title>TWINGAUGE: One reading')
  })

  test('what changed in a fact is said in the words and days of the desk', async () => {
    const activity = { type: '', name: null, starts: null, ends: null, place: null, isOnline: false, organisers: [], partners: [] }
    const before = ferry({ slug: 'compared', activity: { ...activity, participants: null } })
    const { edition } = await fileStory(newsroom, chief, { language: 'en', content: before })
    const content = { ...before, activity: { ...activity, type: 'launch', starts: '2026-11-01', participants: 12 } }
    await saveRevision(newsroom, chief, { edition, madeFrom: 1, content })
    const there = link(paths.revision, { edition, number: '2' })
    expect(await page(there)).toContain('What happened: Launch, From: 1 November 2026, How many took part: 12')
    const french = await page(there, { ...inFrench, cookie: `member=${chief.id}` })
    expect(french).toContain('1er novembre 2026')
    expect(french).not.toContain('launch')
  })

  test('a label says how many are chosen, and a promise is not told as done', async () => {
    expect(await page(paths.newStory)).toContain('<span>Project</span><select name="projects"')
    expect(await page(link(paths.entry, { register: 'projects', entry: project }))).toContain(
      'It will not be offered for new stories any more.',
    )
  })
})
