import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { addEntry } from '#newsroom/registers/add-entry.ts'
import type { Member } from '#newsroom/members/member.ts'
import { fileSection } from '#newsroom/sections/file-section.ts'
import { readEdition, readRevision } from '#newsroom/stories/edition-store.ts'
import { fileStory } from '#newsroom/stories/file-story.ts'
import { desk as paths, link } from '#src/routes.ts'
import type { TestDesk } from '#test/desk.ts'
import { openTestDesk } from '#test/desk.ts'
import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { ana, ferry, newsroomOn } from '#test/newsroom.ts'
import { printedForm } from '#test/printed-form.ts'

const chief: Member = { ...ana, id: '01900000-0000-7000-8000-00000000000c', name: 'Cora', role: 'chief editor' }
const inFrench = { cookie: `member=${chief.id}`, 'accept-language': 'fr' }

describe.each(engines)('on %s', (engine) => {
  let newsroom: TestNewsroom
  let at: TestDesk
  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
    at = await openTestDesk(newsroom, [ana, chief])
  })
  afterAll(async () => {
    await at[Symbol.asyncDispose]()
    await newsroom[Symbol.asyncDispose]()
  })

  const begin = async (slug: string) => (await fileStory(newsroom, ana, { language: 'en', content: ferry({ slug }) })).edition
  const latest = async (edition: string) =>
    readRevision(newsroom.db.writer, edition, (await readEdition(newsroom.db.writer, edition)).revision)
  const typed = { kind: 'news', headline: 'The new quay', summary: 'It opens.', activityType: 'workshop', activityParticipants: '-4' }

  test('while somebody writes, all is kept but the number that is none, and that is said at its field', async () => {
    const edition = await begin('kept')
    const saved = await at.as(ana, link(paths.editionText, { edition }), {
      ...typed,
      madeFrom: '1',
      tab: 'a',
      order: '1',
      isAutosave: 'yes',
    })
    expect(saved.status).toBe(200)
    const said: { revision: number; faults: unknown } = await saved.json()
    expect(said.faults).toMatchObject([{ field: 'activityParticipants', label: 'How many took part' }])
    expect(await latest(edition)).toMatchObject({ headline: 'The new quay', activity: { participants: null } })
  })

  test('without script the same comes back at its field, with what was typed and the rest saved', async () => {
    const edition = await begin('kept-plainly')
    const answer = await at.as(ana, link(paths.edition, { edition }), { ...typed, madeFrom: '1' })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toMatch(/<a href="#fault-activityParticipants-0">How many took part: it is less than 0/)
    expect(page).toMatch(/<input[^>]*id="fault-activityParticipants-0"[^>]*aria-invalid="true"[^>]*value="-4"/)
    expect(page).toContain('<h2 id="faults-title">All else is saved. This is not:</h2>')
    expect((await latest(edition)).headline).toBe('The new quay')
  })

  test('a section and a place by names that no register knows stay as they were, and come back at their fields; all else is saved', async () => {
    const section = await fileSection(newsroom, { slug: 'quays', name: { en: 'Quays' } })
    const activity = { type: 'workshop', name: null, starts: null, ends: null, place: 'MD', isOnline: false, participants: null }
    const content = ferry({ slug: 'called', section, activity: { ...activity, organisers: [], partners: [] } })
    const { edition } = await fileStory(newsroom, ana, { language: 'en', content })
    const there = link(paths.edition, { edition })
    const form = printedForm(await (await at.as(ana, there)).text(), there)
    const called = { 'section called sections 0': 'Nowhere', 'activityPlace called places 0': 'No town', 'topics more topics': 'Nothing' }
    const answer = await at.as(ana, there, { ...form, headline: 'The new quay', ...called })
    expect(answer.status).toBe(422)
    expect(await latest(edition)).toMatchObject({ headline: 'The new quay', section, activity: { place: 'MD' } })
    const page = await answer.text()
    expect(page).toContain('<h2 id="faults-title">All else is saved. This is not:</h2>')
    expect(page).toMatch(/<a href="#fault-section-0">The registers know nothing called “Nowhere”/)
    expect(page).toMatch(/id="fault-section-0" aria-invalid="true"[^>]*name="section called sections 0" value="Nowhere"/)
    expect(page).toMatch(/name="activityPlace called places 0" value="No town"/)
    expect(page).toMatch(/<textarea name="topics more topics"[^>]*>Nothing</)
    const mended = { ...printedForm(page, there), 'section called sections 0': '', 'activityPlace called places 0': 'Moldova' }
    expect((await at.as(ana, there, { ...mended, 'topics more topics': '' })).status).toBe(303)
    expect(await latest(edition), 'what is emptied is empty').toMatchObject({ section: null, activity: { place: 'MD' } })
  })

  test('an edition that nobody has written in yet is told quietly what it wants, with the focus in its headline', async () => {
    const nothing = ferry({ slug: '', headline: '', summary: '', body: { type: 'doc', content: [] } })
    const { edition } = await fileStory(newsroom, ana, { language: 'en', content: nothing })
    const there = link(paths.edition, { edition })
    const page = await (await at.as(ana, there)).text()
    expect(page).toContain('Before release: headline, summary.')
    expect(page).not.toContain('There is no summary')
    expect(page).toMatch(/<textarea id="headline"[^>]* autofocus=""/)
    expect((await at.as(ana, there, { ...typed, activityType: '', activityParticipants: '', headline: '', madeFrom: '1' })).status).toBe(
      303,
    )
    const begun = await (await at.as(ana, there)).text()
    expect(begun).toContain('There is no headline')
    expect(begun).not.toContain('autofocus')
  })

  test('a statement without a funder names the field, which its summary leads to', async () => {
    const form = { funder: '', 'statement en': 'They pay.', places: 'story' }
    const page = await (await at.as(chief, paths.visibilityRules, form)).text()
    expect(page).toMatch(/<div class="failure" role="alert" tabindex="-1" autofocus=""/)
    expect(page).toContain('<a href="#fault-funder-0">Funder: choose one from the list.</a>')
    expect(page.match(/id="fault-funder-0"/g)).toHaveLength(1)
    expect(page).toMatch(/<details id="rule-new" open/)
    const french = await (await at.as(chief, paths.visibilityRules, form, inFrench)).text()
    expect(french).toContain('Bailleur\u00a0: choisissez dans la liste.')
  })

  test('a project says all that is wrong with it at once, and its rows come back as they were typed', async () => {
    const funder = await addEntry(newsroom, chief, {
      register: 'organisations',
      entry: { slug: 'osier', name: { en: 'Osier Fund' }, kind: 'funder' },
    })
    const there = link(paths.register, { register: 'projects' })
    const page = await (
      await at.as(chief, there, {
        'title en': 'A quay',
        status: 'running',
        starts: '2026-05-05',
        ends: '2026-05-01',
        'funders organisation': [funder, '', ''],
        'funders organisation called organisations 1': 'Nobody we know',
        'funders grantReference': ['G 1', 'G 2', 'G 3'],
        'funders share': ['a third', '5', ''],
      })
    ).text()
    expect(page).toContain('value="Nobody we know"')
    for (const grant of ['G 1', 'G 2', 'G 3']) expect(page).toContain(`value="${grant}"`)
    const mended = await (
      await at.as(chief, there, {
        'title en': 'A quay',
        status: 'running',
        starts: '2026-05-05',
        ends: 'May',
        'funders organisation': [funder, ''],
        'funders grantReference': ['G 1', 'G 3'],
        'funders share': ['a third', ''],
      })
    ).text()
    for (const said of ['Ends: it is no day', 'Funder 1, Share, %: it is no number', 'Funder 2, Organisation: choose one from the list'])
      expect(mended).toContain(said)
    expect(mended).toContain('value="a third"')
  })

  test('the settings name the field, its language and the link that leads nowhere', async () => {
    const form = { 'name fr': 'Le bac', languages: 'en\nfr', timeZone: 'Mars/Olympus', accent: '#123456', navigation: 'own' }
    const links = { 'link-1 href': 'nowhere', 'link-1 position': '1', 'link-1 name en': 'Out', 'name en': '' }
    const admin: Member = { ...chief, id: '01900000-0000-7000-8000-0000000000ad', role: 'administrator' }
    await using desk = await openTestDesk(newsroom, [admin])
    const page = await (await desk.as(admin, paths.siteSettings, { ...form, ...links, madeFrom: '1' })).text()
    expect(page).toContain('<a href="#fault-timeZone-0">Time zone: it is no time zone')
    expect(page).toMatch(/aria-invalid="true"[^>]*name="link-0 href"/)
  })
})
