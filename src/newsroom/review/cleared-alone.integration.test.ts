import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { admit, sectionsAndProjects, someone } from '#test/cast.ts'
import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { ferry, newsroomOn } from '#test/newsroom.ts'

import { readOverview } from '../desk-lists/read-overview.ts'
import type { Member } from '../members/member.ts'
import { readEdition, readRevision } from '../stories/edition-store.ts'
import { fileStory } from '../stories/file-story.ts'
import { releaseStory } from '../stories/release-story.ts'
import { saveRevision } from '../stories/save-revision.ts'
import { clearStory, lookAtClearing } from './clear-story.ts'

const [ana, ben, eva] = [someone('Ana', 'contributor'), someone('Ben', 'editor'), someone('Eva', 'editor')]
const [olga, chief, admin] = [someone('Olga', 'observer'), someone('Cleo', 'chief editor'), someone('Ada', 'administrator')]
const long = 'The ferry carries forty lorries a day over the river and comes back at night with the empty ones'
const ownText = { code: 'own-text' }

describe.each(engines)('on %s', (engine) => {
  let newsroom: TestNewsroom
  let places: Awaited<ReturnType<typeof sectionsAndProjects>>
  let edition: string
  let made = 0

  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
    places = await sectionsAndProjects(newsroom)
    await admit(newsroom, ana, ben, eva, olga, chief, admin)
  })
  afterAll(() => newsroom[Symbol.asyncDispose]())
  beforeEach(async () => {
    newsroom.clock.advance(60_000)
    made += 1
    const content = ferry({ section: places.strict, projects: [places.ours], summary: long, slug: `ferry-${made}` })
    ;({ edition } = await fileStory(newsroom, ben, { language: 'en', content }))
  })

  async function save(by: Member, summary: string): Promise<void> {
    const { revision } = await readEdition(newsroom.db.writer, edition)
    const before = await readRevision(newsroom.db.writer, edition, revision)
    await saveRevision(newsroom, by, { edition, madeFrom: revision, content: { ...before, summary } })
  }

  const clear = async (by: Member, aloneBecause?: string): Promise<void> => {
    const { revision } = await readEdition(newsroom.db.writer, edition)
    await clearStory(newsroom, by, { edition, revision, ...(aloneBecause !== undefined && { aloneBecause }) })
  }

  const onDesk = async (member: Member): Promise<{ step: string; mayLook: boolean }[]> => {
    const { clearedAlone } = await readOverview(newsroom.db.writer, member, newsroom.clock.now())
    return clearedAlone.filter((one) => one.edition === edition)
  }
  const stepOn = async (member: Member): Promise<string> => (await onDesk(member))[0]?.step ?? ''

  test('it stays on the desk of everyone until a second person has looked', async () => {
    await expect(clear(ben, '   ')).rejects.toMatchObject(ownText)
    await clear(ben, 'Nobody else is awake.')
    await releaseStory(newsroom, ben, { edition })
    const step = await stepOn(ben)
    for (const member of [ana, ben, eva, olga, chief, admin]) expect(await onDesk(member)).toMatchObject([{ step }])
    await expect(lookAtClearing(newsroom, ben, { step })).rejects.toMatchObject(ownText)
    await expect(lookAtClearing(newsroom, olga, { step })).rejects.toMatchObject({ code: 'not-allowed' })
    await lookAtClearing(newsroom, eva, { step })
    for (const member of [ana, ben, eva, olga, chief, admin]) expect(await onDesk(member)).toEqual([])
  })

  test('of everyone who may read the text: an editor of other sections sees it and cannot look, a contributor elsewhere hears nothing', async () => {
    const { free, theirs } = places
    const elsewhere = [someone('Ivo', 'editor', { sections: [free] }), someone('Ida', 'chief editor', { projects: [theirs] })]
    const stranger = someone('Cem', 'contributor', { projects: [theirs] })
    await clear(ben, 'Nobody else is awake.')
    const step = await stepOn(ben)
    for (const member of [...elsewhere, olga, ana]) expect(await onDesk(member)).toMatchObject([{ step, mayLook: false }])
    for (const member of [eva, chief, admin]) expect(await onDesk(member)).toMatchObject([{ step, mayLook: true }])
    expect(await onDesk(stranger)).toEqual([])
  })

  test('released without any clearing it stays too, and a second look makes it as good as cleared', async () => {
    await releaseStory(newsroom, ben, { edition, aloneBecause: 'The river rises.' })
    await lookAtClearing(newsroom, eva, { step: await stepOn(olga) })
    await save(ana, `${long} now`)
    await clear(ben)
    expect((await readEdition(newsroom.db.writer, edition)).state).toBe('cleared')
  })

  test('a second look at what is out already takes nothing from what another has cleared since', async () => {
    await clear(ben, 'Nobody else is awake.')
    await releaseStory(newsroom, ben, { edition })
    await save(ben, `${long} now`)
    await clear(eva)
    await lookAtClearing(newsroom, chief, { step: await stepOn(olga) })
    await releaseStory(newsroom, ben, { edition })
    expect(await readEdition(newsroom.db.writer, edition)).toMatchObject({ state: 'released', shown: 2, countedFrom: 2 })
  })

  test('of two who wrote it together, one is no second person for the other', async () => {
    await save(eva, `${long} says Eva`)
    await clear(ben, 'Nobody else is awake.')
    const step = await stepOn(olga)
    await expect(lookAtClearing(newsroom, eva, { step })).rejects.toMatchObject(ownText)
    expect(await onDesk(olga)).toMatchObject([{ step }])
  })
})
