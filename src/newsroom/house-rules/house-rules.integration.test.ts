import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import type { Touched } from '#platform/database/touches.ts'
import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { ana, draft, edit, ferry, newsroomOn } from '#test/newsroom.ts'
import { reading } from '#test/reader.ts'

import { findAddress } from '../live/find-address.ts'
import { findStory } from '../live/find-story.ts'
import { registersTag } from '../live-tags.ts'
import type { Member } from '../members/member.ts'
import { roles } from '../members/member.ts'
import { fileOrganisation } from '../organisations/file-organisation.ts'
import { fileProject } from '../projects/file-project.ts'
import { fileSection } from '../sections/file-section.ts'
import { readHouseRules } from '../settings/read-house-rules.ts'
import { readSecondPairRule } from '../settings/read-second-pair-rule.ts'
import type { Body } from '../stories/body.ts'
import { checkEdition } from '../stories/check-edition.ts'
import { fileStory } from '../stories/file-story.ts'
import { correctStory, releaseStory } from '../stories/release-story.ts'
import { saveRevision } from '../stories/save-revision.ts'
import { withdrawStory } from '../stories/withdraw-story.ts'
import { requireVisibilityRule } from '../visibility/require-visibility-rule.ts'
import { changeHouseRules } from './change-house-rules.ts'
import { changeVisibilityRule, fileVisibilityRule, removeVisibilityRule } from './file-visibility-rule.ts'
import { readHeldHouseRules } from './read-held-house-rules.ts'

const chief: Member = { ...edit, id: '01900000-0000-7000-8000-00000000000c', name: 'Chloé', role: 'chief editor' }
const linking = (href: string): Body => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'the other pier', marks: [{ type: 'link', attrs: { href } }] }] }],
})

describe.each(engines)('the house rules on %s', (engine) => {
  let newsroom: TestNewsroom
  let funder = ''
  let project = ''
  let stories = 0

  beforeAll(async () => {
    newsroom = Object.assign(await newsroomOn(engine), { origin: 'https://ferry.example' })
    funder = await fileOrganisation(newsroom, { slug: 'osier-fund', name: { en: 'Osier Fund' }, kind: 'funder' })
    project = await fileProject(newsroom, {
      slug: 'pontoon',
      acronym: 'PONTOON',
      title: { en: 'Piers for small ferries' },
      starts: '2025-01-01',
      ends: '2027-12-31',
      status: 'running',
      funders: [{ organisation: funder, grantReference: null, share: null }],
    })
  })
  afterAll(() => newsroom[Symbol.asyncDispose]())

  const file = async (over: Partial<ReturnType<typeof ferry>> = {}, language = 'en') =>
    (await draft(newsroom, { slug: `pier-${++stories}`, ...over }, language)).edition
  const release = (edition: string, more: { at?: Date } = {}) => releaseStory(newsroom, edit, { edition, ...more })
  const changeRules = async (input: Omit<Parameters<typeof changeHouseRules>[2], 'madeFrom'>) =>
    changeHouseRules(newsroom, chief, { ...input, madeFrom: (await readHeldHouseRules(newsroom.db.writer)).version })
  const changeRule = async (input: Omit<Parameters<typeof changeVisibilityRule>[2], 'madeFrom'>) =>
    changeVisibilityRule(newsroom, chief, { ...input, madeFrom: (await requireVisibilityRule(newsroom.db.writer, input.rule)).version })
  const blocked = { code: 'blocked-by-checks' }
  const codes = async (over: Partial<ReturnType<typeof ferry>>, language = 'en') => {
    const of = { language, moment: newsroom.clock.now(), origin: newsroom.origin }
    return (await checkEdition(newsroom.db.writer, ferry(over), of)).map(({ says, level }) => `${level} ${says.code}`)
  }
  const storyAt = async (path: string) => {
    const live = await reading(newsroom)
    const address = await findAddress(live, path, { slug: path.split('/').at(-1) ?? '', language: path.startsWith('/fr/') ? 'fr' : 'en' })
    if (address.kind !== 'lives') throw new Error(`${path}: ${address.kind}`)
    return findStory(live, address.release)
  }

  test('a story without its summary is not released, now or later, and nothing has happened to it', async () => {
    const edition = await file({ summary: '' })
    await expect(release(edition)).rejects.toMatchObject({ ...blocked, findings: [{ check: 'summary', level: 'block', field: 'summary' }] })
    await expect(release(edition, { at: new Date('2026-06-01T09:00:00Z') })).rejects.toMatchObject(blocked)
    const row = await newsroom.db.writer
      .selectFrom('newsroom.edition')
      .select(['state', 'shown_revision'])
      .where('id', '=', edition)
      .executeTakeFirst()
    expect(row).toEqual({ state: 'draft', shown_revision: null })
    await saveRevision(newsroom, ana, { edition, madeFrom: 1, content: ferry({ slug: `pier-${stories}` }) })
    await expect(release(edition)).resolves.toBeTypeOf('string')
  })

  test('what only warns stops nothing', async () => {
    const summary = 'The IFRB met in Turkey on 3 June.'
    expect(await codes({ summary })).toEqual(['warn house style', 'warn day without year', 'warn acronym unexplained'])
    await expect(release(await file({ summary }))).resolves.toBeTypeOf('string')
  })

  test('a link is broken where nothing of ours stands, and not where a draft or a scheduled story will', async () => {
    const shown = await file({ slug: 'the-first-pier' })
    await release(shown)
    await file({ slug: 'the-draft-pier' })
    await release(await file({ slug: 'the-later-pier' }), { at: new Date('2026-05-09T09:00:00Z') })
    expect(await codes({ body: linking('/news/never') })).toEqual(['block link leads nowhere'])
    expect(await codes({ body: linking('https://ferry.example/news/never') })).toEqual(['block link leads nowhere'])
    expect(await codes({ body: linking('/news/the-draft-pier') })).toEqual(['warn link is not public yet'])
    expect(await codes({ body: linking('/news/the-later-pier') })).toEqual(['warn link is not public yet'])
    for (const path of ['/news/the-first-pier', '/fr', '/projects/pontoon', '/places/MD?page=2', '/archive/2026', '/search?q=pier'])
      expect(await codes({ body: linking(path) }), path).toEqual([])
    for (const path of ['/projects/never', '/places/XX', '/archive/spring', '/de'])
      expect(await codes({ body: linking(path) }), path).toEqual(['block link leads nowhere'])
    await withdrawStory(newsroom, edit, { edition: shown, reason: 'It was another pier.' })
    expect(await codes({ body: linking('/news/the-first-pier') })).toEqual(['block link is withdrawn'])
  })

  test('that a story is coming is told to those alone who may read it', async () => {
    const shielded = { section: null, projects: [] }
    await file({ ...shielded, slug: 'the-quiet-pier' })
    await release(await file({ ...shielded, slug: 'the-embargoed-pier' }), { at: new Date('2026-05-10T09:00:00Z') })
    const told = async (by: Member, path: string) => {
      const of = { language: 'en', moment: newsroom.clock.now(), origin: newsroom.origin, by }
      return (await checkEdition(newsroom.db.writer, ferry({ body: linking(path) }), of)).map(({ says }) => says.code)
    }
    const eve: Member = { ...ana, id: '01900000-0000-7000-8000-00000000000e', name: 'Eve', role: 'contributor', projects: [], sections: [] }
    for (const path of ['/news/the-quiet-pier', '/news/the-embargoed-pier']) {
      expect(await told(chief, path)).toEqual(['link is not public yet'])
      expect(await told(eve, path)).toEqual(['link leads nowhere'])
    }
  })

  test('a correction is held to the rules as well; a withdrawal never is', async () => {
    const edition = await file()
    await release(edition)
    await saveRevision(newsroom, ana, { edition, madeFrom: 1, content: ferry({ slug: `pier-${stories}`, summary: '' }) })
    await expect(correctStory(newsroom, edit, { edition, correction: 'It was forty.' })).rejects.toMatchObject(blocked)
    await expect(withdrawStory(newsroom, edit, { edition, reason: 'There was no ferry.' })).resolves.toBeUndefined()
  })

  test('a level that the house changes holds from then on, and the others stay', async () => {
    await changeRules({ levels: { summary: 'off', acronyms: 'block' } })
    expect(await codes({ summary: '', headline: 'A pier for the IFRB' })).toEqual(['block acronym unexplained'])
    await changeRules({ levels: { summary: 'block', acronyms: 'warn' } })
    expect((await readHouseRules(newsroom.db.writer)).levels).toMatchObject({ summary: 'block', links: 'block', acronyms: 'warn' })
  })

  test('a new newsroom writes names as their countries ask, in its languages, until it decides otherwise', async () => {
    const { style } = await readHouseRules(newsroom.db.writer)
    expect(style).toContainEqual({ wrong: 'Turkey', right: 'Türkiye', language: 'en' })
    expect(new Set(style.map(({ language }) => language))).toEqual(new Set(['en', 'fr', 'ar']))
    await changeRules({ style: [{ wrong: 'landing stage', right: 'pier', language: 'en' }] })
    expect(await codes({ summary: 'The landing stage in Turkey is new.' })).toEqual(['warn house style'])
    await changeRules({ style })
  })

  test('whether a second pair of eyes is needed is said for each section, and for stories without one', async () => {
    const [focus, globe] = [
      await fileSection(newsroom, { slug: 'focus', name: { en: 'In Focus' } }),
      await fileSection(newsroom, { slug: 'globe', name: { en: 'Around the Globe' } }),
    ]
    const rules = async () => Promise.all([focus, globe, null].map((section) => readSecondPairRule(newsroom.db.writer, section)))
    await changeRules({ secondPair: { sections: [focus], withoutSection: false } })
    expect(await rules()).toEqual([true, false, false])
    await changeRules({ secondPair: { sections: [globe], withoutSection: true } })
    expect(await rules()).toEqual([false, true, true])
    await changeRules({ secondPair: { sections: [], withoutSection: false } })
  })

  test('what a funder wants said closes its stories in their language, and blocks those whose language it does not speak', async () => {
    const touched: Touched[] = []
    const stop = newsroom.db.onTouched((what) => touched.push(what))
    const rule = { funder, statement: { en: 'Paid for by the Osier Fund.', fr: 'Payé par le Fonds Osier.' }, places: ['story' as const] }
    const id = await fileVisibilityRule(newsroom, chief, { ...rule, disclaimer: { en: 'What it says is ours.' } })
    expect(touched).toContainEqual({ tags: [registersTag] })
    await release(await file({ slug: 'osier-pier', projects: [project] }))
    await release(await file({ slug: 'jetee-osier', projects: [project] }, 'fr'))
    await expect(release(await file({ projects: [project] }, 'ar'))).rejects.toMatchObject({
      ...blocked,
      findings: [{ says: { code: 'statement missing', funder: 'Osier Fund', language: 'ar' } }],
    })
    expect((await storyAt('/news/osier-pier'))?.statements).toEqual([
      {
        funder,
        funderName: { en: 'Osier Fund' },
        covers: ['pontoon'],
        statement: { words: 'Paid for by the Osier Fund.', language: 'en' },
        disclaimer: { words: 'What it says is ours.', language: 'en' },
        emblem: null,
      },
    ])
    expect((await storyAt('/fr/news/jetee-osier'))?.statements).toMatchObject([
      { statement: { words: 'Payé par le Fonds Osier.', language: 'fr' } },
    ])
    touched.length = 0
    const said = { ...rule, rule: id, statement: { en: 'It carries forty lorries a day' } }
    await changeRule({ ...said, disclaimer: { en: 'What it says is ours.' } })
    expect(touched).toContainEqual({ tags: [registersTag] })
    expect((await storyAt('/news/osier-pier'))?.statements, 'its text says it already').toMatchObject([
      { statement: null, disclaimer: { words: 'What it says is ours.' } },
    ])
    await changeRule(said)
    expect((await storyAt('/news/osier-pier'))?.statements, 'nothing is left to say').toEqual([])
    await changeRule({ ...rule, rule: id, from: '2026-05-06' })
    expect((await storyAt('/news/osier-pier'))?.statements, 'it was released before').toEqual([])
    await changeRules({ levels: { 'funder rules': 'block' } })
    expect(await codes({ projects: [project] })).toEqual(['block funder without rule'])
    await changeRules({ levels: { 'funder rules': 'off' } })
    touched.length = 0
    await removeVisibilityRule(newsroom, chief, { rule: id })
    expect(touched).toContainEqual({ tags: [registersTag] })
    stop()
    await expect(changeVisibilityRule(newsroom, chief, { ...rule, rule: id, madeFrom: 4 })).rejects.toMatchObject({ code: 'no-such-rule' })
  })

  test('a rule for one project, on a pier that two funders paid for, is said beside the other’s', async () => {
    const kestrel = await fileOrganisation(newsroom, { slug: 'kestrel', name: { en: 'Kestrel Trust' }, kind: 'funder' })
    const quay = await fileProject(newsroom, {
      slug: 'quay',
      title: { en: 'A quay' },
      starts: '2025-01-01',
      ends: '2027-12-31',
      status: 'running',
      funders: [funder, kestrel].map((organisation) => ({ organisation, grantReference: null, share: null })),
    })
    const places = ['story' as const]
    const ids = [
      await fileVisibilityRule(newsroom, chief, { funder, statement: { en: 'Osier pays.' }, places }),
      await fileVisibilityRule(newsroom, chief, { funder: kestrel, project, statement: { en: 'Never here.' }, places }),
      await fileVisibilityRule(newsroom, chief, { funder: kestrel, project: quay, statement: { en: 'Kestrel pays for quays.' }, places }),
    ]
    const { edition } = await fileStory(newsroom, ana, { language: 'en', content: ferry({ slug: 'the-quay', projects: [quay, project] }) })
    await release(edition)
    expect((await storyAt('/news/the-quay'))?.statements.map(({ statement }) => statement?.words)).toEqual([
      'Osier pays.',
      'Kestrel pays for quays.',
    ])
    for (const rule of ids) await removeVisibilityRule(newsroom, chief, { rule })
  })

  test('only a chief editor and an administrator change the rules', async () => {
    const rule = { funder, statement: { en: 'Osier pays.' }, places: ['story' as const] }
    for (const role of roles) {
      const by = { ...edit, role }
      const { version: madeFrom } = await readHeldHouseRules(newsroom.db.writer)
      const acts = [
        changeHouseRules(newsroom, by, { levels: { years: 'warn' }, madeFrom }),
        fileVisibilityRule(newsroom, by, rule),
        changeVisibilityRule(newsroom, by, { ...rule, rule: project, madeFrom: 1 }),
        removeVisibilityRule(newsroom, by, { rule: project }),
      ]
      const refused = (await Promise.allSettled(acts)).map((act) => act.status === 'rejected' && act.reason.code === 'not-allowed')
      const leads = role === 'chief editor' || role === 'administrator'
      expect(refused, role).toEqual(acts.map(() => !leads))
    }
  })

  test('what makes no rule is refused with a line that says why', async () => {
    const rule = { funder, statement: { en: 'Osier pays.' }, places: ['story' as const] }
    await expect(fileVisibilityRule(newsroom, chief, { ...rule, from: '2026-05-05', until: '2026-05-04' })).rejects.toMatchObject({
      code: 'bad-visibility-rule',
    })
    await expect(fileVisibilityRule(newsroom, chief, { ...rule, statement: {} })).rejects.toMatchObject({ code: 'bad-visibility-rule' })
    await expect(fileVisibilityRule(newsroom, chief, { ...rule, funder: project })).rejects.toMatchObject({ code: 'no-such-funder' })
    await expect(changeRules({ style: [{ wrong: '', right: 'x', language: 'en' }] })).rejects.toMatchObject({
      code: 'bad-house-rules',
    })
  })
})
