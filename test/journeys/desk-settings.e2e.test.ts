import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { MissedAddresses } from '#newsroom/old-addresses/missed-addresses.ts'
import { fileOrganisation } from '#newsroom/organisations/file-organisation.ts'
import { fileProject } from '#newsroom/projects/file-project.ts'
import { changeSettings } from '#newsroom/settings/change-settings.ts'
import { desk as paths, link } from '#src/routes.ts'
import { admit, sectionsAndProjects, someone } from '#test/cast.ts'
import { openChromium } from '#test/chromium.ts'
import type { TestDesk } from '#test/desk.ts'
import { untilKeysOfLists } from '#test/desk-hands.ts'
import { openTestDesk } from '#test/desk.ts'
import { picture } from '#test/journey-newsroom.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { newsroomOn, released } from '#test/newsroom.ts'

const ilse = someone('Ilse Vermeer', 'administrator')
const boris = someone('Boris Lind', 'editor')

let newsroom: TestNewsroom
let at: TestDesk
let browser: Browser
let page: Page

beforeAll(async () => {
  newsroom = await newsroomOn('pglite')
  await admit(newsroom, ilse, boris)
  await newsroom.db.writer.updateTable('newsroom.member').set({ email: 'boris@ferry.example' }).where('id', '=', boris.id).execute()
  await sectionsAndProjects(newsroom)
  await changeSettings(newsroom, ilse, {
    madeFrom: 1,
    name: { en: 'The Ferry Office', fr: 'L’Office du bac', ar: 'مكتب العبّارة' },
    tagline: { en: 'News of two banks' },
    languages: ['en', 'fr', 'ar'],
    timeZone: 'Europe/Chisinau',
    accent: 'oklch(0.5 0.12 240)',
    navigation: null,
    footer: { text: {}, links: [] },
  })
  const funder = await fileOrganisation(newsroom, { slug: 'osier-fund', name: { en: 'Osier Fund' }, kind: 'funder' })
  const funders = [{ organisation: funder, grantReference: 'OF-2026-14', share: null }]
  const title = { en: 'Safe ferries on shared rivers' }
  await fileProject(newsroom, { slug: 'twinferry', acronym: 'TWINFERRY', title, status: 'running', funders })
  await released(newsroom, { headline: 'Two banks, one ferry', slug: 'two-banks' })
  at = await openTestDesk(newsroom, [ilse, boris])
  browser = await openChromium()
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, timezoneId: 'Europe/London', locale: 'en-GB' })
  await context.addCookies([{ name: 'member', value: ilse.id, url: at.url }])
  page = await context.newPage()
  page.setDefaultTimeout(15_000)
})
afterAll(async () => {
  await browser.close()
  await at[Symbol.asyncDispose]()
  await newsroom[Symbol.asyncDispose]()
})

const go = (name: string) => page.getByRole('main').getByRole('link', { name, exact: true }).click()
const settings = () => page.goto(at.url + paths.settings)

test('one page leads to everything that is set, and says that mails are not being sent', async () => {
  await settings()
  await picture(page, 'settings', { height: 940 })
  for (const name of ['The site', 'People', 'House rules', 'Registers', 'API keys', 'Old addresses', 'Audit log', 'Mailbox']) {
    await go(name)
    await page.getByRole('heading', { level: 1, name }).waitFor()
    await settings()
  }
  await page.getByRole('link', { name: 'Mails are not being sent: read them here' }).click()
  await page.waitForURL(at.url + paths.mailbox)
  expect(await page.getByRole('main').innerText()).toContain('Mails are not being sent')
  await page.goto(at.url + link(paths.person, { member: boris.id }))
  await picture(page, 'person')
  await page.goto(at.url + paths.rules)
  await picture(page, 'checks-of-the-house')
})

test('the site’s preview follows what is typed, refuses a colour that cannot be read, and nothing is saved before it is', async () => {
  await settings()
  await go('The site')
  const frame = page.frameLocator('#preview iframe')
  const status = page.locator('#preview output')
  await frame.getByText('News of two banks').waitFor()
  await page.getByLabel(/^Colour/).fill('oklch(0.7 0.37 145)')
  await expect.poll(() => status.innerText()).toMatch(/The accent would have \d\.\d\d : 1/)
  await page.getByLabel(/^Time zone/).fill('Mars/Olympus')
  await page.getByLabel(/^Languages/).fill('en fr ar 1')
  await expect.poll(() => status.innerText()).toMatch(/^Languages: [^.]+\. Time zone: [^.]+\.$/)
  await page.getByLabel(/^Time zone/).fill('Europe/Chisinau')
  await page.getByLabel(/^Languages/).fill('en fr ar')
  await page.getByLabel(/^Colour/).fill('#7a3e9d')
  await page.getByRole('group', { name: 'Line under the name' }).getByLabel('English').fill('News of both banks')
  await frame.getByText('News of both banks').waitFor()
  expect(await status.innerText()).toContain('Nothing is saved yet')
  expect(await (await fetch(at.url)).text()).not.toContain('News of both banks')
  await page.evaluate(() => scrollTo(0, 0))
  await picture(page, 'site-settings')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Saved. Every page').waitFor()
  expect(await (await fetch(at.url)).text()).toContain('News of both banks')
})

test('two clicks on a slow line make one key, whose secret is seen', async () => {
  const keys = async () => (await newsroom.db.writer.selectFrom('newsroom.api_key').select('id').execute()).length
  const isSent = Promise.withResolvers<void>()
  const isAgain = Promise.withResolvers<void>()
  let times = 0
  await page.route(at.url + paths.keys, async (route) => {
    if (route.request().method() === 'POST') {
      times += 1
      isSent.resolve()
      await isAgain.promise
    }
    await route.continue()
  })
  await page.goto(at.url + paths.keys)
  const make = page.getByRole('button', { name: 'Make it' })
  await page.getByLabel('What it is for').fill('Weather')
  await make.scrollIntoViewIfNeeded()
  const { x, y } = (await make.boundingBox()) ?? { x: 0, y: 0 }
  await page.mouse.click(x + 5, y + 5)
  await isSent.promise
  await page.mouse.click(x + 5, y + 5)
  isAgain.resolve()
  await page.locator('.made input').waitFor()
  expect([times, await keys()]).toEqual([1, 1])
  await page.unroute(at.url + paths.keys)
  await newsroom.db.writer.deleteFrom('newsroom.api_key').execute()
})

test('what readers miss is led to a page of ours, by the keyboard alone', async () => {
  const missed = new MissedAddresses()
  const firefox = 'Mozilla/5.0 Firefox/140.0'
  for (const [path, times] of [
    ['/flyer', 41],
    ['/index.php?id=2371', 17],
    ['/en/newsletter', 3],
  ] as const)
    for (let n = 0; n < times; n += 1) missed.note(path, firefox)
  await missed.flush(newsroom)
  await settings()
  await go('Old addresses')
  await page.getByRole('link', { name: 'Say where it leads: /index.php?id=2371' }).press('Enter')
  await page.waitForURL(/\?path=/)
  await page.getByLabel('Leads to').fill('/news/two-banks')
  await page.keyboard.press('Enter')
  await page
    .getByRole('row', { name: /index\.php/ })
    .getByRole('link', { name: 'Two banks, one ferry' })
    .waitFor()
  const answer = await fetch(`${at.url}/index.php?id=2371`, { redirect: 'manual' })
  expect([answer.status, answer.headers.get('location')]).toEqual([301, '/news/two-banks'])
  await page
    .getByRole('region', { name: 'What does an address answer?' })
    .getByLabel(/^Address/)
    .fill('/index.php?id=2371')
  await page.keyboard.press('Enter')
  await page.getByText('It leads to /news/two-banks, for good (301).').waitFor()
  await picture(page, 'old-addresses')
})

test('a key is shown once, and works until it is revoked', async () => {
  await settings()
  await go('API keys')
  await page.getByLabel('What it is for').fill('The partners’ website')
  await page.getByLabel('It acts as').selectOption({ label: 'Boris Lind (boris@ferry.example)' })
  await page.getByRole('button', { name: 'Make it' }).click()
  const token = await page.locator('input[data-select-all]').inputValue()
  await picture(page, 'api-key', { height: 700 })
  const me = () => fetch(`${at.url}/api/v1/me`, { headers: { authorization: `Bearer ${token}` } })
  expect((await me()).status).toBe(200)
  await page.goto(at.url + paths.keys)
  expect(await page.content()).not.toContain(token)
  await page.getByRole('button', { name: /^Revoke/ }).click()
  await page.getByText('revoked', { exact: false }).first().waitFor()
  expect((await me()).status).toBe(401)
})

test('a table that comes in shows what it would change before it does', async () => {
  const organisations = { register: 'organisations' }
  const file = await page.request.get(at.url + link(paths.registerTableFile, organisations))
  const table = (await file.text()).replace('Osier Fund', 'Osier Foundation')
  await page.goto(at.url + link(paths.registerTable, organisations))
  const upload = { name: 'organisations.csv', mimeType: 'text/csv', buffer: Buffer.from(table) }
  await page.locator('input[type=file]').setInputFiles(upload)
  await page.getByRole('button', { name: 'See what would change' }).click()
  await page.getByText('Osier Foundation').first().waitFor()
  expect(await page.getByRole('main').innerText()).toContain('0 added, 1 changed, 0 unchanged, 0 refused')
  expect(await (await fetch(`${at.url}/api/v1/organisations`)).text()).not.toContain('Osier Foundation')
  await picture(page, 'table-plan', { height: 700 })
})

test('who did what is found again by a word', async () => {
  await settings()
  await go('Audit log')
  await page.getByLabel('Who, or what it was called').fill('index.php')
  await page.keyboard.press('Enter')
  await page.waitForURL(/text=index/)
  expect(await page.locator('tbody tr').count()).toBe(1)
  expect(await page.locator('tbody tr').innerText()).toMatch(/Added an old address \/index\.php\?id=2371.*Ilse Vermeer.*the desk/s)
  await page.goto(at.url + paths.audit)
  await untilKeysOfLists(page)
  await page.keyboard.press('j')
  expect(
    await page
      .locator('.act-object a')
      .first()
      .evaluate((link) => link === document.activeElement),
  ).toBe(true)
  await page.locator('tbody details').first().locator('summary').click()
  await picture(page, 'audit-log')
})
