import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { announce } from '#src/commands/announce.ts'
import { desk as paths, link, routes } from '#src/routes.ts'
import { invite, save, signInWithPasskey, state } from '#test/desk-hands.ts'
import { paper, paste } from '#test/editor-hands.ts'
import type { JourneyNewsroom, Person } from '#test/journey-newsroom.ts'
import { addressIn, openJourneyNewsroom, picture } from '#test/journey-newsroom.ts'
import { released } from '#test/newsroom.ts'
import { addBehind, untilSaved } from '#test/writer.ts'

const fromWord = await readFile(join(import.meta.dirname, '../clipboard/word-desktop.html'), 'utf8')
const headline = 'TWINFERRY: Skippers learn to read one river'

let house: JourneyNewsroom
let admin: Person
let ana: Person
let boris: Person
let reader: Person
/** The story of this journey, and where readers will find it. */
let edition = ''
const address = () => house.origin + link(routes.story, { slug: 'twinferry-skippers-learn-to-read-one-river' })

beforeAll(async () => {
  house = await openJourneyNewsroom()
  await released(house.newsroom)
  ;[admin, ana, boris, reader] = await Promise.all([house.someone(), house.someone(), house.someone(), house.someone()])
})
afterAll(() => house[Symbol.asyncDispose]())

test('the first administrator comes in by the link that start prints, and invites a contributor and an editor', async () => {
  let said = ''
  await announce({ stderr: { write: (text) => (said += text) } }, house.newsroom, house.config)
  const { page } = admin
  await page.goto(/http\S+\/desk\/sign-in\/\S+/.exec(said)?.[0] ?? 'no link')
  await page.getByRole('button', { name: 'Come in' }).click()
  await page.waitForURL(house.origin + paths.account)
  await page.getByLabel('Name', { exact: true }).fill('Ilse Vermeer')
  await save(page)
  await page.getByRole('link', { name: 'People' }).click()
  await invite(page, { email: 'ana@ferry.example', name: 'Ana Rusu', role: 'Contributor', project: 'TWINFERRY' })
  await invite(page, { email: 'boris@ferry.example', name: 'Boris Lind', role: 'Editor' })
  expect(await page.getByRole('row', { name: /Ana Rusu/ }).innerText()).toMatch(/Contributor\s+TWINFERRY.*Invited/s)
  await page.getByText('Invite somebody').click()
  await picture(page, 'people')
})

test('whoever is invited opens the mail, makes a passkey, and signs in with it', async () => {
  for (const [person, email] of [
    [ana, 'ana@ferry.example'],
    [boris, 'boris@ferry.example'],
  ] as const) {
    const { page } = person
    await page.goto(addressIn(await house.mailTo(email, /invites you/), house.origin))
    await page.getByRole('button', { name: 'Come in' }).click()
    await page.getByRole('button', { name: 'Add a passkey' }).waitFor()
    if (person === ana) await picture(page, 'first-sign-in')
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await page.waitForURL(/done=saved/)
    await person.answers(false)
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await page.getByRole('button', { name: 'Sign in with a passkey' }).waitFor()
    if (person === ana) await picture(page, 'sign-in', { height: 700 })
    await person.answers(true)
    await signInWithPasskey(page, house.origin + paths.home)
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('What waits for you')
  }
})

test('the contributor writes a story with everything that a story has', async () => {
  const { page } = ana
  await page.getByRole('link', { name: 'New story' }).click()
  await page.getByLabel(/^Headline/).fill(headline)
  await page.getByLabel('Section').selectOption({ label: 'Project News' })
  expect(
    await page.getByRole('combobox', { name: 'Project', exact: true }).locator('option').allInnerTexts(),
    'only what was given to her',
  ).toEqual([expect.stringContaining('TWINFERRY')])
  await page.getByRole('button', { name: 'Begin to write' }).click()
  await page.waitForURL(/\/desk\/editions\//)
  edition = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  await page
    .getByLabel('Summary', { exact: true })
    .fill('On 21-24 April 2026 skippers from Moldova and Turkey measured one river together.')
  await paper(page).click()
  const { keyboard } = page
  await keyboard.type('## What they learned\nThe course had three parts:\n- the water\nthe chart\nthe crew\n\n')
  await keyboard.type('It all began when ')
  await keyboard.press('Control+k')
  await keyboard.type('sails again')
  await page.getByRole('option', { name: 'The ferry sails again' }).click()
  await picture(page, 'link', { height: 700 })
  await page.getByRole('dialog').getByRole('button', { name: 'Link', exact: true }).click()
  await paper(page).getByRole('link', { name: 'The ferry sails again' }).waitFor()
  await keyboard.press('Control+Alt+f')
  await keyboard.type('Logbook of the ferry, page 12.')
  await page.getByRole('button', { name: 'Keep' }).click()
  await keyboard.type('\n/')
  await picture(page, 'slash-menu')
  await keyboard.type('table')
  await keyboard.press('Enter')
  for (const cell of ['Bank', 'Metres', 'Read by', 'Left', '2.41', 'Ana', 'Right', '2.43', 'Emre']) {
    await keyboard.type(cell)
    if (cell !== 'Emre') await keyboard.press('Tab')
  }
  await untilSaved(page)
  const text = paper(page)
  expect(await text.getByRole('heading', { name: 'What they learned' }).count()).toBe(1)
  expect(await text.getByRole('listitem').allInnerTexts()).toEqual(['the water', 'the chart', 'the crew'])
  expect(await text.getByRole('link', { name: 'The ferry sails again' }).getAttribute('href')).toBe('/news/the-ferry-sails-again')
  expect(await text.getByRole('button', { name: /^Footnote 1/ }).count()).toBe(1)
  expect(await text.getByRole('cell', { name: '2.43' }).count()).toBe(1)
})

test('what is pasted from Word comes out clean, at the end of the text', async () => {
  const { page } = ana
  await paper(page).focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Control+Enter')
  await paste(page, { html: fromWord })
  const text = paper(page)
  await text.getByRole('heading', { name: 'What was measured' }).waitFor()
  expect(await text.innerHTML()).not.toMatch(/Mso|mso-|style="[^"]|<font|<span/)
  await untilSaved(page)
})

test('what the text says waits as a chip, and one click takes it into the facts', async () => {
  const { page } = ana
  const chip = page.getByRole('button', { name: /^Accept .*2026/ })
  await chip.waitFor()
  await page.getByRole('button', { name: 'Accept Moldova' }).waitFor()
  await page.evaluate(() => scrollTo(0, 0))
  await picture(page, 'writing')
  await picture(page, 'writing-dark', { colorScheme: 'dark' })
  await picture(page, 'writing-phone', { width: 360, height: 740 })
  await chip.click()
  await page.getByLabel('What happened').selectOption({ label: 'Training' })
  await page.getByRole('button', { name: 'Accept Moldova' }).click()
  await expect.poll(async () => page.locator('[name=activityStarts]').inputValue()).toBe('2026-04-21')
  await page.getByRole('button', { name: 'Take Moldova out' }).waitFor()
  await untilSaved(page)
})

test('a check finds what the house writes otherwise; it is mended and gone', async () => {
  const { page } = ana
  const finding = page.locator('.findings li', { hasText: 'We write “Türkiye”, not “Turkey”.' })
  await finding.waitFor()
  await finding.scrollIntoViewIfNeeded()
  await picture(page, 'checks')
  await finding.getByRole('link', { name: 'Show in the text' }).click()
  await expect.poll(async () => page.evaluate(() => document.activeElement?.id)).toBe('summary')
  await page.keyboard.type('Türkiye')
  await finding.waitFor({ state: 'detached' })
  expect(await page.getByLabel('Summary', { exact: true }).inputValue()).toContain('Moldova and Türkiye measured')
  await untilSaved(page)
})

test('she sends it for review, and the editor gets a mail that leads there', async () => {
  const { page } = ana
  await page.getByLabel('A word to the editors (if you like)').fill('The fund waits for it.')
  await page.getByRole('button', { name: 'Send for review' }).click()
  await expect.poll(() => state(page)).toContain('In review')
  await house.wait(2)
  const mail = await house.mailTo('boris@ferry.example', /sent a story for review/)
  expect(mail.text).toContain('The fund waits for it.')
  await boris.page.goto(house.origin + paths.home)
  await boris.page.getByRole('heading', { name: 'To clear or release' }).waitFor()
  await picture(boris.page, 'overview')
  await boris.page.goto(addressIn(mail, house.origin))
  expect(await boris.page.getByRole('heading', { level: 1 }).innerText()).toBe(headline)
})

test('the editor comments on words of the text and sends it back with a reason', async () => {
  const { page } = boris
  await paper(page).waitFor()
  await page.getByRole('heading', { name: 'What they learned' }).waitFor()
  await paper(page)
    .getByText('the chart')
    .dblclick({ position: { x: 55, y: 14 } })
  await page.getByLabel('Your comment; @name tells someone').last().fill('Which chart? @Ana Rusu')
  await expect.poll(async () => page.getByRole('checkbox', { name: 'To the selected words' }).isChecked()).toBe(true)
  await page.getByRole('button', { name: 'Comment', exact: true }).click()
  await page.locator('[data-thread] blockquote', { hasText: 'chart' }).waitFor()
  await page.locator('[data-thread]').first().scrollIntoViewIfNeeded()
  await picture(page, 'comments')
  await page.getByText('Other steps').click()
  await page.getByLabel('What should change').fill('Say which chart, and we have it.')
  await page.getByRole('button', { name: 'Send back' }).click()
  await expect.poll(() => state(page)).toContain('Draft')
})

test('the contributor reads why, mends it, resolves the comment and sends it again', async () => {
  await house.wait(2)
  const mail = await house.mailTo('ana@ferry.example', /sent a story back to you|things are new for you/)
  expect(mail.text).toContain('Say which chart, and we have it.')
  const { page } = ana
  await page.goto(addressIn(mail, house.origin))
  expect(await page.locator('.last-word').innerText()).toMatch(/sent it back:\s+Say which chart, and we have it\./)
  await addBehind(page, 'the chart', ' of depths')
  await page.getByRole('button', { name: 'Resolve' }).click()
  await page.getByText('Resolved (1)').waitFor()
  await page.getByRole('button', { name: 'Send for review' }).click()
  await expect.poll(() => state(page)).toContain('In review')
  await page.getByRole('link', { name: 'History' }).click()
  await page.getByRole('heading', { name: /^History/ }).waitFor()
  await page.locator('.revision-line a').first().click()
  await page.locator('ins', { hasText: 'of depths' }).waitFor()
  await picture(page, 'compare')
})

test('a partner without an account reads exactly this revision by a private link, and approves it', async () => {
  const { page } = boris
  await page.goto(house.origin + link(paths.edition, { edition }))
  await page.getByRole('link', { name: 'Preview' }).click()
  await page.getByLabel('For whom').fill('Osier Fund')
  await page.getByRole('button', { name: 'Make a link' }).click()
  const made = await page.getByLabel('Private links').first().inputValue()
  await page.frameLocator('.of-desktop iframe').getByRole('heading', { name: headline }).waitFor()
  await page.frameLocator('.of-phone iframe').getByRole('heading', { name: headline }).waitFor()
  await picture(page, 'preview')
  const partner = await house.someone()
  await partner.page.goto(made)
  await partner.page.frameLocator('iframe').getByRole('heading', { name: headline }).waitFor()
  await picture(partner.page, 'private-link')
  await partner.page.getByLabel('Your name').fill('Wilma Osier')
  await partner.page.getByLabel('I approve this text').check()
  await partner.page.getByRole('button', { name: 'Send the answer' }).click()
  await partner.page.getByText('Your answer is kept with exactly this text.').waitFor()
  await partner.context.close()
  await page.goto(house.origin + link(paths.preview, { edition }))
  expect(await page.locator('.preview-links .comment').innerText()).toMatch(/Wilma Osier approved/)
  expect(await page.locator('.preview-links code').textContent()).toBe(await house.latestHash(edition))
})

test('the editor clears and schedules; readers see nothing before its second, and the story at it', async () => {
  const { page } = boris
  await page.goto(house.origin + link(paths.edition, { edition }))
  await page.getByRole('button', { name: 'Clear', exact: true }).click()
  await expect.poll(() => state(page)).toContain('Cleared')
  await page.getByRole('link', { name: 'Release' }).click()
  await page.getByLabel('At a time').check()
  await page.getByLabel('Day and time in Europe/Chisinau').fill('2026-05-06T10:00')
  await picture(page, 'release')
  await page.getByRole('button', { name: 'Schedule it' }).click()
  await expect.poll(() => state(page)).toContain('Scheduled')
  // Ten in the morning of Chișinău in May is seven o'clock universal time.
  house.newsroom.clock.set(new Date('2026-05-06T06:59:59Z'))
  expect((await reader.page.goto(address()))?.status()).toBe(404)
  await reader.page.goto(house.origin + routes.news)
  expect(await reader.page.getByText(headline).count()).toBe(0)
  house.newsroom.clock.set(new Date('2026-05-06T07:00:00Z'))
  await reader.page.reload()
  await reader.page.getByRole('link', { name: headline }).click()
  await reader.page.waitForURL(address())
  expect(await reader.page.getByText('the chart of depths').count()).toBe(1)
  await page.reload()
  await page.locator(`a[href="${new URL(address()).pathname}"]`, { hasText: 'See it on the site' }).waitFor()
})

test('a correction carries its note to readers', async () => {
  const { page } = boris
  await page.goto(house.origin + link(paths.edition, { edition }))
  await addBehind(page, 'the chart of depths', ' and currents')
  await page.getByRole('button', { name: 'Send for review' }).click()
  await expect.poll(() => state(page)).toContain('In review')
  await admin.page.goto(page.url())
  await admin.page.getByRole('button', { name: 'Clear', exact: true }).click()
  await expect.poll(() => state(admin.page)).toContain('Cleared')
  await page.reload()
  await page.getByRole('link', { name: 'Release' }).click()
  await page.getByLabel('The note').fill('An earlier version left out the currents.')
  await picture(page, 'correction')
  await page.getByRole('button', { name: 'Release now' }).click()
  await expect.poll(() => state(page)).toContain('Released')
  await expect.poll(async () => (await reader.page.reload())?.text()).toContain('An earlier version left out the currents.')
  expect(await reader.page.getByText('the chart of depths and currents').count()).toBe(1)
})

test('withdrawn, its address answers with the reason, for ever', async () => {
  const { page } = boris
  await page.getByRole('link', { name: 'Release' }).click()
  await page.locator('summary', { hasText: 'Withdraw' }).click()
  await page.getByLabel('The public reason; it stays at the address for ever').fill('The measurements were taken with a broken gauge.')
  await page.getByRole('button', { name: 'Withdraw' }).click()
  await expect.poll(() => state(page)).toContain('Withdrawn')
  const answer = await reader.page.goto(address())
  expect(answer?.status()).toBe(410)
  expect(await reader.page.getByText('The measurements were taken with a broken gauge.').count()).toBe(1)
  await picture(reader.page, 'withdrawn', { height: 700 })
  await reader.page.goto(house.origin + routes.news)
  expect(await reader.page.getByText(headline).count()).toBe(0)
})
