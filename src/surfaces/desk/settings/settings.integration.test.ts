import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { findActs } from '#newsroom/audit/find-acts.ts'
import { fileSection } from '#newsroom/sections/file-section.ts'
import { readSettings } from '#newsroom/settings/read-settings.ts'
import { desk } from '#src/routes.ts'
import { admit, someone } from '#test/cast.ts'
import type { TestDesk } from '#test/desk.ts'
import { openTestDesk } from '#test/desk.ts'
import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { newsroomOn, released } from '#test/newsroom.ts'
import { printedForm } from '#test/printed-form.ts'

const boss = someone('Beatrice', 'administrator')
const chief = someone('Chloé', 'chief editor')

describe.each(engines)('the settings, on %s', (engine) => {
  let newsroom: TestNewsroom
  let at: TestDesk
  let section = ''

  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
    section = await fileSection(newsroom, { slug: 'in-focus', name: { en: 'In Focus' } })
    await fileSection(newsroom, { slug: 'around', name: { en: 'Around the Globe' } })
    await admit(newsroom, boss, chief)
    at = await openTestDesk(newsroom, [boss, chief])
    await released(newsroom, { headline: 'Two banks' })
  })
  afterAll(async () => {
    await at[Symbol.asyncDispose]()
    await newsroom[Symbol.asyncDispose]()
  })

  const asIs = {
    'name en': 'The Ferry Office',
    languages: 'en fr ar',
    timeZone: 'Europe/Chisinau',
    accent: 'oklch(0.5 0.12 240)',
    navigation: 'auto',
  }
  const versionNow = async () => String((await readSettings(newsroom.db.writer)).version)
  const save = async (over: Record<string, string>) => at.as(boss, desk.siteSettings, { ...asIs, madeFrom: await versionNow(), ...over })
  const front = async (path = '/') => (await fetch(at.url + path, { redirect: 'manual' })).text()
  const cssOf = (html: string) => /href="(\/assets\/(?:site|desk)\.[^"]+\.css)"/.exec(html)?.[1] ?? ''

  test('what is saved stands on every page at once, in the language of the page', async () => {
    expect(await front()).toContain('The Ferry Office')
    const saved = await save({
      'name en': 'The River Office',
      'name fr': 'L’Office du fleuve',
      'tagline en': 'News of two banks',
      'footer en': '1 Quay Street',
      'footlink-0 href': '/news',
      'footlink-0 name en': 'Archive',
    })
    expect(saved.headers.get('location')).toBe(`${desk.siteSettings}?saved`)
    const page = await front()
    for (const words of ['The River Office', 'News of two banks', '1 Quay Street', '>Archive</a>']) expect(page).toContain(words)
    expect(await front('/fr')).toContain('L’Office du fleuve')
    expect(await (await at.as(boss, desk.siteSettings)).text()).toContain('value="The River Office"')
  })

  test('a language that is taken out keeps its words, which show in the form and can be emptied there', async () => {
    await save({ 'name fr': 'L’Office', 'tagline uk': 'Новини', 'footer uk': 'Набережна, 1' })
    const form = printedForm(await (await at.as(boss, desk.siteSettings)).text(), desk.siteSettings)
    expect((await at.as(boss, desk.siteSettings, { ...form, languages: 'en ar', timeZone: 'Europe/Vienna' })).status).toBe(303)
    const again = printedForm(await (await at.as(boss, desk.siteSettings)).text(), desk.siteSettings)
    expect((await at.as(boss, desk.siteSettings, { ...again, accent: asIs.accent, 'name fr': '' })).status).toBe(303)
    const { name, tagline, footer } = await readSettings(newsroom.db.writer)
    expect([name, tagline, footer.text]).toEqual([{ en: 'The Ferry Office' }, { uk: 'Новини' }, { uk: 'Набережна, 1' }])
    await save({})
  })

  test('whoever saves after somebody else did is told, keeps what they typed, and replaces the rest only by saving again', async () => {
    const madeFrom = /name="madeFrom" value="(\d+)"/.exec(await (await at.as(boss, desk.siteSettings)).text())?.[1] ?? ''
    await save({ 'name en': 'The Other Office', timeZone: 'Europe/Vienna' })
    const mine = { 'name en': 'The Third Office', timeZone: 'Europe/Vienna' }
    const late = await save({ ...mine, madeFrom })
    expect(late.status).toBe(409)
    const page = await late.text()
    expect(page).toContain('Someone else changed this meanwhile')
    expect(page).toContain('replaces what they wrote in: Name.')
    expect(page).toContain('value="The Third Office"')
    expect((await readSettings(newsroom.db.writer)).name).toEqual({ en: 'The Other Office' })
    const preview = await (await at.as(boss, desk.sitePreview, { ...asIs, ...mine, madeFrom })).text()
    expect(preview).toContain(`name="madeFrom" value="${madeFrom}"`)
    const again = /name="madeFrom" value="(\d+)"/.exec(page)?.[1] ?? ''
    expect((await save({ ...mine, madeFrom: again })).status).toBe(303)
    expect((await readSettings(newsroom.db.writer)).name).toEqual({ en: 'The Third Office' })
  })

  test('where mails are not sent, an invitation is said to wait in the mailbox', async () => {
    const page = await (await at.as(boss, `${desk.people}?sent=ana%40example.org`)).text()
    expect(page).toContain('the invitation for ana@example.org waits in the mailbox')
  })

  test('the navigation is what was chosen, in that order, without what has no number', async () => {
    await save({
      navigation: 'own',
      [`place ${section}`]: '2',
      'place news': '9',
      'place projects': '',
      'link-0 href': 'https://example.org/jobs',
      'link-0 name en': 'Work with us',
      'link-0 position': '1',
    })
    const page = await front()
    const menu = page.slice(page.indexOf('masthead-bar'), page.indexOf('</nav>', page.indexOf('masthead-bar')))
    expect([...menu.matchAll(/<a href="([^"]+)"/g)].map(([, href]) => href)).toEqual([
      'https://example.org/jobs',
      '/sections/in-focus',
      '/news',
    ])
    const link = (href: string) => ({ navigation: 'own', 'link-0 href': href, 'link-0 name en': 'x', 'link-0 position': '1' })
    const nowhere = [
      'javascript:alert(1)',
      'java\u0001script:alert(1)',
      '//evil.example',
      '/\\evil.example',
      '/\t/evil.example',
      '/\u0001/x',
      '/news\u202ehtml',
      'https:///evil.example',
      'https://',
      'https://[',
      'https://example.org:99999/',
      'https://example.org@evil.example/',
    ]
    for (const href of nowhere) expect(await (await save(link(href))).text(), href).toContain('it leads nowhere')
    for (const href of ['/about#team', 'https://fa.example/می\u200cشود?q=1']) expect((await save(link(href))).status, href).toBe(303)
    await save({})
  })

  test('what nobody sees, and what turns letters around, is in no name, label or footer', async () => {
    await save({
      'name en': 'The\u0000 Ferry\u0007 Office\u202e',
      'tagline en': 'One\u009b line\r\nand no more',
      'footer en': '1 Quay\u0001 Street\u202d',
      navigation: 'own',
      'link-0 href': '/about',
      'link-0 name en': 'About\u202e us\u0085',
      'link-0 position': '1',
    })
    const page = await front()
    for (const words of ['The\ufffd Ferry Office', 'One line and no more', '1 Quay Street', '>About us</a>']) expect(page).toContain(words)
    // oxlint-disable-next-line no-control-regex -- there are none
    expect(page).not.toMatch(/[\u0000-\u0008\u007f-\u009f\u202d\u202e]/)
    await save({})
  })

  test('a link of old that would not be taken today is left out, and all others stand', async () => {
    const places = [{ kind: 'link', name: { en: 'Old' }, href: 'https://example.org@evil.example/' }, { kind: 'projects' }]
    await newsroom.db.transact(async (tx) => {
      await tx
        .updateTable('newsroom.settings')
        .set({ navigation: sql`${JSON.stringify(places)}::jsonb` })
        .execute()
    })
    expect((await readSettings(newsroom.db.writer)).navigation).toEqual([{ kind: 'projects' }])
    await save({})
  })

  test('the stylesheets of site and desk follow the accent without a restart', async () => {
    const before = [cssOf(await front()), cssOf(await (await at.as(boss, desk.home)).text())]
    await save({ accent: '#c01c28' })
    const after = [cssOf(await front()), cssOf(await (await at.as(boss, desk.home)).text())]
    for (const [index, href] of after.entries()) {
      expect(href).not.toBe(before[index])
      expect(await (await fetch(at.url + href)).text()).toContain('oklch(from oklch(')
      expect((await fetch(at.url + (before[index] ?? ''))).status).toBe(200)
    }
    // Another instance has it too, before it has printed any page in it.
    await using other = await openTestDesk(newsroom, [boss])
    await save({ accent: '#26a269' })
    const href = cssOf(await front())
    await expect.poll(async () => (await fetch(other.url + href)).status).toBe(200)
    await save({})
    expect(cssOf(await front())).toBe(before[0])
  })

  test('a colour in which nobody could read is refused with its contrast, and what was typed stays', async () => {
    const refused = await save({ accent: 'oklch(0.7 0.37 145)', 'name en': 'Typed' })
    expect(refused.status).toBe(422)
    const text = await refused.text()
    expect(text).toMatch(/The accent would have \d\.\d\d : 1 on light paper/)
    expect(text).toContain('value="Typed"')
    expect(await front()).not.toContain('Typed')
  })

  test('all that is wrong is told at once, and of several languages which', async () => {
    const refused = await save({ languages: 'en\r\nno_tag!\r\nfr', timeZone: 'Mars/Base', accent: 'reddish' })
    expect(refused.status).toBe(422)
    const text = await refused.text()
    expect(text).toContain('“no_tag!” is not a language tag (BCP 47)')
    expect(text).toContain('it is no time zone')
    expect(text).toContain('it is not a colour')
  })

  test('a preview shows the front page as it would be, and saves nothing', async () => {
    const shown = await at.as(boss, desk.sitePreview, { ...asIs, 'name en': 'The Lake Office', accent: '#26a269' })
    expect(shown.status).toBe(200)
    const text = await shown.text()
    expect(text).toMatch(/<iframe[^>]+srcDoc="[^"]*The Lake Office/i)
    expect(text).toContain('Two banks')
    expect(await front()).not.toContain('The Lake Office')
    const css = /href=&quot;(\/assets\/site\.[^&]+\.css)&quot;/.exec(text)?.[1] ?? ''
    expect((await fetch(at.url + css)).status).toBe(200)
  })

  test('a language with released stories stays, and another can go', async () => {
    const refused = await save({ languages: 'fr ar', 'name fr': 'L’Office' })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Readers still have stories in English (1).')
    await save({ languages: 'en fr' })
    expect((await fetch(`${at.url}/ar`)).status).toBe(404)
    expect((await save({ languages: 'en nonsense-language-tag-that-is-none' })).status).toBe(422)
    await save({})
    expect((await fetch(`${at.url}/ar`)).status).toBe(200)
  })

  test('with another default language every story has its new address, and the old one leads there', async () => {
    await save({ languages: 'fr en ar', 'name fr': 'L’Office' })
    const old = await fetch(`${at.url}/news/two-banks`, { redirect: 'manual' })
    expect([old.status, old.headers.get('location')]).toEqual([301, '/en/news/two-banks'])
    expect(await front('/en/news/two-banks')).toContain('Two banks')
    await save({})
    expect(await front('/news/two-banks')).toContain('Two banks')
    const back = await fetch(`${at.url}/en/news/two-banks`, { redirect: 'manual' })
    expect([back.status, back.headers.get('location')]).toEqual([301, '/news/two-banks'])
  })

  test('only administrators see and change them, and each change says what it was', async () => {
    for (const path of [desk.settings, desk.siteSettings]) expect((await at.as(chief, path)).status).toBe(403)
    for (const path of [desk.siteSettings, desk.sitePreview, desk.siteLogoOff]) expect((await at.as(chief, path, asIs)).status).toBe(403)
    const text = await (await at.as(boss, desk.settings)).text()
    for (const path of [desk.siteSettings, desk.people, desk.rules, desk.audit, desk.addresses]) expect(text).toContain(`href="${path}"`)
    await save({ 'tagline en': 'Said' })
    const { acts } = await findActs(newsroom.db.writer, { act: 'changeSettings' })
    expect(acts[0]).toMatchObject({ by: 'Beatrice', details: { changed: ['tagline'] } })
  })
})
