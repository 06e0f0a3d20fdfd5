import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import type { Member } from '#newsroom/members/member.ts'
import { fileVisibilityRule, removeVisibilityRule } from '#newsroom/house-rules/file-visibility-rule.ts'
import { fileOrganisation } from '#newsroom/organisations/file-organisation.ts'
import { fileProject } from '#newsroom/projects/file-project.ts'
import { fileSection } from '#newsroom/sections/file-section.ts'
import { readHouseRules } from '#newsroom/settings/read-house-rules.ts'
import { readSecondPairRule } from '#newsroom/settings/read-second-pair-rule.ts'
import type { Body } from '#newsroom/stories/body.ts'
import { requireVisibilityRule } from '#newsroom/visibility/require-visibility-rule.ts'
import { desk, link } from '#src/routes.ts'
import { someone } from '#test/cast.ts'
import type { TestDesk } from '#test/desk.ts'
import { openTestDesk } from '#test/desk.ts'
import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { ana, draft, edit, newsroomOn } from '#test/newsroom.ts'
import { printedForm } from '#test/printed-form.ts'

const chief: Member = someone('Chloé', 'chief editor')
const zoe: Member = someone('Zoé', 'chief editor')

const emblem = (colour: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 60"><path fill="${colour}" d="M0 0h90v60H0z"/></svg>`

const saying = (text: string): Body => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] })

async function sendEmblem(url: string, member: Member, { rule, file, language }: { rule: string; file: string; language: string }) {
  const form = new FormData()
  form.append('language', language)
  form.append('emblem', new File([file], 'emblem.svg', { type: 'image/svg+xml' }))
  const headers = { cookie: `member=${member.id}`, 'sec-fetch-site': 'same-origin' }
  return fetch(url + link(desk.emblem, { rule }), { method: 'POST', body: form, headers, redirect: 'manual' })
}

describe.each(engines)('the house rules at the desk, on %s', (engine) => {
  let newsroom: TestNewsroom
  let at: TestDesk
  let focus = ''
  let funder = ''
  let project = ''

  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
    focus = await fileSection(newsroom, { slug: 'focus', name: { en: 'In Focus' } })
    funder = await fileOrganisation(newsroom, { slug: 'osier', name: { en: 'Osier Fund' }, kind: 'funder' })
    const funders = [{ organisation: funder, grantReference: null, share: null }]
    project = await fileProject(newsroom, { slug: 'pontoon', title: { en: 'Piers' }, status: 'running', funders })
    at = await openTestDesk(newsroom, [ana, edit, chief, zoe])
  })
  afterAll(async () => {
    await at[Symbol.asyncDispose]()
    await newsroom[Symbol.asyncDispose]()
  })

  const page = async (member: Member, path: string) => (await at.as(member, path)).text()
  /** The version that a form on the page of house rules is filled in from. */
  const madeFromOn = (shown: string, action: string) =>
    new RegExp(`action="${action}"[^]*?name="madeFrom" value="(\\d+)"`).exec(shown)?.[1] ?? ''
  const formNow = async (action: string) => madeFromOn(await page(chief, desk.rules), action)
  const saveRules = async (form: Record<string, string>) => at.as(chief, desk.rules, { madeFrom: await formNow(desk.rules), ...form })

  test('an editor does not see the house rules, nor change them', async () => {
    expect((await at.as(edit, desk.rules)).status).toBe(403)
    expect((await at.as(edit, desk.rules, { 'level years': 'off' })).status).toBe(403)
    expect((await at.as(edit, desk.visibilityRules, { funder, 'statement en': 'Osier pays.', places: 'story' })).status).toBe(403)
  })

  test('a chief editor changes levels, names and second pairs in one form', async () => {
    const before = await page(chief, desk.rules)
    expect(before).toContain('Turkey = Türkiye')
    const form = { 'level years': 'off', 'level links': 'warn', 'style en': 'Kiev → Kyiv\ncaravel → carvel', secondPair: focus }
    const answer = await saveRules(form)
    expect(answer.status).toBe(303)
    const { levels, style } = await readHouseRules(newsroom.db.writer)
    expect(levels).toMatchObject({ years: 'off', links: 'warn', summary: 'block' })
    expect(style.map(({ wrong, right }) => `${wrong}:${right}`)).toEqual(['Kiev:Kyiv', 'caravel:carvel'])
    expect(await readSecondPairRule(newsroom.db.writer, focus)).toBe(true)
    expect(await page(chief, answer.headers.get('location') ?? '')).toContain('The rules are saved.')
    expect((await saveRules({ 'style en': 'Kiev → Kyiv' })).status).toBe(303)
    expect(await readSecondPairRule(newsroom.db.writer, focus), 'not ticked any more').toBe(false)
  })

  test('a line that is no entry comes back as it was typed, with the reason, and nothing is changed', async () => {
    const answer = await saveRules({ 'style en': 'Kiev Kyiv <b>', 'level years': 'block' })
    expect(answer.status).toBe(422)
    const shown = await answer.text()
    expect(shown).toContain('Line 1 (en) is not understood')
    expect(shown).toContain('Kiev Kyiv &lt;b&gt;</textarea>')
    expect((await readHouseRules(newsroom.db.writer)).levels.years).not.toBe('block')
  })

  test('of two chief editors who save the rules at once, the second is told where they differ, and nothing is lost', async () => {
    const form = { 'style en': 'Kiev → Kyiv', 'level years': 'warn' }
    await saveRules(form)
    const madeFrom = await formNow(desk.rules)
    const [ofChief, ofZoe] = [
      { ...form, 'level years': 'off' },
      { ...form, 'style en': 'caravel → carvel', secondPair: focus },
    ]
    const answers = await Promise.all([at.as(chief, desk.rules, { ...ofChief, madeFrom }), at.as(zoe, desk.rules, { ...ofZoe, madeFrom })])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 409])
    const isZoeLate = answers[1]?.status === 409
    const held = async () => {
      const { levels, style } = await readHouseRules(newsroom.db.writer)
      const isAsked = await readSecondPairRule(newsroom.db.writer, focus)
      return [levels.years, style.map(({ wrong }) => wrong).join(), isAsked]
    }
    const [saidByChief, saidByZoe] = [
      ['off', 'Kiev', false],
      ['warn', 'caravel', true],
    ]
    expect(await held(), 'what was saved first stands').toEqual(isZoeLate ? saidByChief : saidByZoe)
    const shown = (await answers.find(({ status }) => status === 409)?.text()) ?? ''
    expect(shown).toContain('Someone else changed this meanwhile.')
    expect(shown).toContain('replaces what they wrote in: Days without a year, Names and words of the house, and A second pair of eyes.')
    const typed = [
      shown.includes('caravel → carvel</textarea>'),
      /<select name="level years">.*?<option value="(\w+)" selected/.exec(shown)?.[1],
    ]
    expect(typed, 'what was typed is there still').toEqual(isZoeLate ? [true, 'warn'] : [false, 'off'])
    const again = { ...(isZoeLate ? ofZoe : ofChief), madeFrom: madeFromOn(shown, desk.rules) }
    expect((await at.as(zoe, desk.rules, again)).status).toBe(303)
    expect(await held()).toEqual(isZoeLate ? saidByZoe : saidByChief)
    await saveRules({ 'style en': 'Kiev → Kyiv' })
  })

  test('a chief editor who comes second to what a funder wants said is told in which words and places', async () => {
    const form = { funder, 'statement en': 'Osier pays.', places: 'story' }
    const filed = await at.as(chief, desk.visibilityRules, form)
    const rule = /rule=([\w-]+)/.exec(filed.headers.get('location') ?? '')?.[1] ?? ''
    const there = link(desk.visibilityRule, { rule })
    const madeFrom = await formNow(there)
    expect((await at.as(zoe, there, { ...form, 'statement fr': 'Osier paie.', madeFrom })).status).toBe(303)
    const mine = { ...form, 'statement en': 'Osier pays for it.', places: ['project page', 'story'] }
    const late = await at.as(chief, there, { ...mine, madeFrom })
    expect(late.status).toBe(409)
    const shown = await late.text()
    expect(shown).toContain('replaces what they wrote in: Statement, English and Français and Where it is said.')
    expect(shown).toContain('Osier pays for it.</textarea>')
    expect(shown).toContain(`<details id="rule-${rule}" open="">`)
    expect(await page(chief, desk.rules)).toContain('Osier paie.</textarea>')
    expect((await at.as(chief, there, { ...mine, 'statement fr': 'Osier paie.', madeFrom: madeFromOn(shown, there) })).status).toBe(303)
    const now = await page(chief, desk.rules)
    for (const words of ['Osier pays for it.', 'Osier paie.']) expect(now).toContain(`${words}</textarea>`)
    expect((await at.as(chief, link(desk.visibilityRuleOff, { rule }), {})).status).toBe(303)
  })

  test('a rule that is changed keeps what it says in languages that the newsroom does not list', async () => {
    const said = {
      statement: { en: 'Osier pays.', uk: 'Платить Osier.' },
      disclaimer: { 'sr-Latn': 'Ništa više.' },
      places: ['story' as const],
    }
    const rule = await fileVisibilityRule(newsroom, chief, { funder, ...said })
    const there = link(desk.visibilityRule, { rule })
    const form = printedForm(await page(chief, desk.rules), there)
    expect((await at.as(chief, there, { ...form, until: '2026-12-31' })).status).toBe(303)
    expect(await requireVisibilityRule(newsroom.db.writer, rule)).toMatchObject({ ...said, until: '2026-12-31' })
    await removeVisibilityRule(newsroom, chief, { rule })
  })

  test('what a check finds stands beside the text, leads to its place, and what blocks stops the release', async () => {
    const { edition } = await draft(newsroom, { slug: 'no-summary', summary: '', headline: 'A letter from Kiev' })
    const writing = await page(ana, link(desk.edition, { edition }))
    expect(writing).toContain('id="check-summary-1"')
    expect(writing).toContain('We write “Kyiv”, not “Kiev”.')
    const release = await page(edit, link(desk.release, { edition }))
    expect(release).toContain(`href="${link(desk.edition, { edition })}#check-summary-1"`)
    const refused = await at.as(edit, link(desk.release, { edition }), { revision: '1', when: 'now' })
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('the house rules want this mended first: summary')
    expect((await fetch(`${at.url}/news/no-summary`)).status).toBe(404)
  })

  test('each save answers with what the checks find now, and where', async () => {
    const { edition } = await draft(newsroom, { slug: 'saved', headline: 'A letter', summary: '' })
    const form = { madeFrom: '1', tab: 'tab', kind: 'news', headline: 'A letter', summary: 'It came from Kiev.', slug: 'saved' }
    const answer = await at.as(ana, link(desk.editionText, { edition }), form, { accept: 'application/json' })
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({
      panels: { checks: expect.stringContaining('Look again') },
      findings: [
        {
          id: 'house-style-1',
          level: 'warn',
          field: 'summary',
          place: { exact: 'Kiev', prefix: 'It came from ', suffix: '.' },
          label: 'We write “Kyiv”, not “Kiev”.',
          mend: { replaceBy: 'Kyiv' },
        },
      ],
    })
  })

  test('a funder’s statement closes its stories at once, changes on kept pages, and goes when it is struck out', async () => {
    const { edition } = await draft(newsroom, { slug: 'pier', projects: [project] })
    expect((await at.as(edit, link(desk.release, { edition }), { revision: '1', when: 'now' })).status).toBe(303)
    const story = async () => (await fetch(`${at.url}/news/pier`)).text()
    expect(await story()).toContain('Funded by Osier Fund')
    const rule = { funder, places: ['story'] }
    expect((await at.as(chief, desk.visibilityRules, { ...rule, 'statement en': 'Osier pays.' })).status).toBe(303)
    const closed = await story()
    expect(closed).toContain('<p>Osier pays.</p>')
    expect(closed, 'nobody is named twice').not.toContain('Funded by Osier Fund')
    const id = /\/desk\/rules\/visibility\/([\w-]+)"/.exec(await page(chief, desk.rules))?.[1] ?? ''
    const changed = { ...rule, 'statement fr': 'Osier paie.', 'disclaimer fr': 'Rien de plus.' }
    const there = link(desk.visibilityRule, { rule: id })
    expect((await at.as(chief, there, { ...changed, madeFrom: await formNow(there) })).status).toBe(303)
    expect(await story()).toContain('<p lang="fr" dir="ltr">Osier paie.</p><p lang="fr" dir="ltr">Rien de plus.</p>')
    expect((await at.as(chief, link(desk.visibilityRuleOff, { rule: id }), {})).status).toBe(303)
    expect(await story()).not.toContain('Osier paie.')
  })

  test('a funder’s emblem stands beside its statement, each reader’s own, and goes with it', async () => {
    const { edition } = await draft(newsroom, { slug: 'emblem', projects: [project], body: saying('Osier pays. We thank it.') })
    expect((await at.as(edit, link(desk.release, { edition }), { revision: '1', when: 'now' })).status).toBe(303)
    const form = { funder, places: ['story', 'project page'], 'statement en': 'Osier pays.', 'disclaimer en': 'Nobody else does.' }
    const filed = await at.as(chief, desk.visibilityRules, form)
    const rule = /rule=([\w-]+)/.exec(filed.headers.get('location') ?? '')?.[1] ?? ''
    const send = (file: string, language: string, member = chief) => sendEmblem(at.url, member, { rule, file, language })
    const emblemOn = async (path: string) => {
      const page = await (await fetch(at.url + path)).text()
      return /<img class="emblem" src="([^"]+)" width="(\d+)" height="(\d+)" alt="([^"]*)"/.exec(page)?.slice(1) ?? []
    }
    expect(await emblemOn('/news/emblem')).toEqual([])
    expect((await send(emblem('#036'), 'zxx')).status).toBe(303)
    const [src = '', ...rest] = await emblemOn('/news/emblem')
    expect(rest).toEqual(['96', '64', 'Osier Fund'])
    expect((await emblemOn('/projects/pontoon'))[0]).toBe(src)
    const served = await fetch(at.url + src)
    expect(served.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8')
    expect(served.headers.get('content-security-policy')).toContain('sandbox')
    expect(await served.text()).toBe(emblem('#036'))

    const story = await (await fetch(`${at.url}/news/emblem`)).text()
    expect(story, 'the text says it already; the sign is still due').toContain('<div><p>Nobody else does.</p></div>')
    expect(story).toContain('Funded by Osier Fund')

    expect((await send(emblem('#060'), 'en')).status).toBe(303)
    const [inEnglish = ''] = await emblemOn('/news/emblem')
    expect(inEnglish).not.toBe(src)
    expect((await emblemOn('/fr/projects/pontoon'))[0], 'French readers see the one without words').toBe(src)
    expect(await page(chief, `${desk.rules}?rule=${rule}`)).toContain(`src="${inEnglish}"`)

    expect((await send(emblem('#036').replace('<path', '<script/><path'), 'en')).status).toBe(422)
    expect((await send(emblem('#036'), 'xx')).status).toBe(422)
    expect((await send(emblem('#036'), 'en', edit)).status).toBe(403)
    expect((await emblemOn('/news/emblem'))[0], 'nothing that was refused has changed anything').toBe(inEnglish)

    expect((await at.as(chief, link(desk.emblemOff, { rule }), { language: 'en' })).status).toBe(303)
    expect((await emblemOn('/news/emblem'))[0]).toBe(src)
    expect((await fetch(at.url + inEnglish)).status).toBe(404)
    expect((await at.as(chief, link(desk.emblemOff, { rule }), { language: 'en' })).status).toBe(404)
    expect((await at.as(chief, link(desk.visibilityRuleOff, { rule }), {})).status).toBe(303)
    expect(await emblemOn('/news/emblem')).toEqual([])
    expect((await fetch(at.url + src)).status).toBe(404)
  })

  test('a project’s page says what its funders want said from its first second to its last, though no one releases anything', async () => {
    const told = async () => (await fetch(`${at.url}/projects/pontoon`)).text()
    const form = { funder, places: 'project page', 'statement en': 'Osier pays in May.', from: '2026-05-06', until: '2026-05-06' }
    expect((await at.as(chief, desk.visibilityRules, form)).status).toBe(303)
    expect(await told()).not.toContain('Osier pays in May.')
    newsroom.clock.set(new Date('2026-05-05T21:00:00Z')) // midnight in Chișinău
    expect(await told()).toContain('<p>Osier pays in May.</p>')
    newsroom.clock.set(new Date('2026-05-06T21:00:00Z'))
    expect(await told()).not.toContain('Osier pays in May.')
    newsroom.clock.set(new Date('2026-05-05T09:00:00Z'))
  })

  test('a statement that cannot be filed comes back as it was typed', async () => {
    const answer = await at.as(chief, desk.visibilityRules, {
      funder,
      'statement en': 'Osier pays.',
      places: 'story',
      from: '2026-05-05',
      until: '2026-05-04',
    })
    expect(answer.status).toBe(422)
    const shown = await answer.text()
    expect(shown).toContain('it ends before it starts')
    expect(shown).toContain('Osier pays.</textarea>')
  })
})
