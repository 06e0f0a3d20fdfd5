import { sql } from 'kysely'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import type { Member } from '#newsroom/members/member.ts'
import { addEntry } from '#newsroom/registers/add-entry.ts'
import { desk as paths, link } from '#src/routes.ts'
import { barriersOnScreen } from '#test/barriers.ts'
import { admit } from '#test/cast.ts'
import { openChromium } from '#test/chromium.ts'
import type { TestDesk } from '#test/desk.ts'
import { openTestDesk } from '#test/desk.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { draft, edit, newsroomOn } from '#test/newsroom.ts'

const chief: Member = { ...edit, id: '01900000-0000-7000-8000-00000000000c', name: 'Chloé', role: 'chief editor' }

let newsroom: TestNewsroom
let at: TestDesk
let browser: Browser
let project = ''
let boats = ''

beforeAll(async () => {
  newsroom = await newsroomOn('pglite')
  await admit(newsroom, edit, chief)
  const organisation = (slug: string, name: string) =>
    addEntry(newsroom, chief, { register: 'organisations', entry: { slug, name: { en: name }, kind: 'funder' } })
  const [osier, alder] = [await organisation('osier', 'Osier Fund'), await organisation('alder', 'Alder Trust')]
  const funders = [{ organisation: osier }, { organisation: alder }]
  project = await addEntry(newsroom, chief, {
    register: 'projects',
    entry: { slug: 'quay', title: { en: 'A quay' }, status: 'running', funders },
  })
  boats = await addEntry(newsroom, chief, { register: 'topics', entry: { slug: 'boats', name: { en: 'Boats' } } })
  await addEntry(newsroom, chief, { register: 'topics', entry: { slug: 'ships', name: { en: 'Ships' } } })
  // More than any list of a page holds.
  await sql`insert into newsroom.person (id, slug, name)
    select gen_random_uuid(), 'neighbour-' || n, jsonb_build_object('en', 'Neighbour ' || n) from generate_series(1, 500) n`.execute(
    newsroom.db.writer,
  )
  const people = await newsroom.db.writer.selectFrom('newsroom.person').select('id').where('slug', '=', 'neighbour-77').execute()
  await draft(newsroom, { headline: 'The neighbour who counts boats', people: people.map(({ id }) => id) })
  await draft(newsroom, { headline: 'Wells for sixteen villages' })
  at = await openTestDesk(newsroom, [edit, chief])
  browser = await openChromium()
})
afterAll(async () => {
  await browser.close()
  await at[Symbol.asyncDispose]()
  await newsroom[Symbol.asyncDispose]()
})

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page & AsyncDisposable> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options })
  await context.addCookies([{ name: 'member', value: chief.id, url: at.url }])
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  await page.goto(at.url + path)
  return Object.assign(page, { [Symbol.asyncDispose]: () => context.close() })
}

/** Which field or button has the focus, by its row and its name. */
const focused = (page: Page): Promise<string> =>
  page.locator(':focus').evaluate((element) => {
    const row = element.closest('.entry-row')?.querySelector('legend')?.textContent ?? ''
    const label = element.closest('.pick-field')?.querySelector('label > span')?.textContent
    return `${row} ${label ?? element.getAttribute('aria-label') ?? element.textContent}`.trim()
  })

test.each([true, false])(
  'rows of a form come, move and go by keyboard, and one goes on where one is (with script: %s)',
  async (javaScriptEnabled) => {
    await using page = await open(link(paths.entry, { register: 'projects', entry: project }), { javaScriptEnabled })
    const press = async (name: string) => {
      await page.getByRole('button', { name, exact: true }).focus()
      await page.keyboard.press('Enter')
      await page.waitForLoadState('load')
    }
    await press('Add a funder')
    await expect.poll(() => focused(page)).toBe('Funder 3 Organisation')
    await press('Move up: Alder Trust')
    await expect.poll(() => focused(page)).toBe('Funder 1 Move down: Alder Trust')
    await press('Move down: Alder Trust')
    await expect.poll(() => focused(page)).toBe('Funder 2 Move down: Alder Trust')
    await press('Remove this row')
    await expect.poll(() => focused(page)).toBe('Add a funder')
    await press('Remove Osier Fund')
    await expect.poll(() => page.getByRole('group', { name: /^Funder \d/ }).count()).toBe(1)
  },
)

test('whom a story is about is found among five hundred by keyboard, and the list is narrowed to it', async () => {
  await using page = await open(paths.stories)
  await page.getByText('More filters').click()
  const field = page.getByRole('combobox', { name: 'About whom' })
  await field.focus()
  await field.pressSequentially('bour 77')
  await page.getByRole('option', { name: 'Neighbour 77', exact: true }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  expect(await field.inputValue()).toBe('Neighbour 77')
  await page.keyboard.press('Enter')
  await page.waitForURL(/person=[0-9a-f-]{36}/)
  expect(await page.locator('table.lines tbody th a').allInnerTexts()).toEqual(['The neighbour who counts boats'])
  // What is typed and not chosen is not kept, and what is emptied is nobody.
  await field.fill('Neighbour')
  await page.keyboard.press('Tab')
  expect(await field.inputValue()).toBe('Neighbour')
  await page.getByText('“Neighbour” was not chosen, and is not kept.').waitFor()
  await field.focus()
  await page.keyboard.press('Escape')
  expect(await field.inputValue()).toBe('Neighbour 77')
  await field.fill('')
  await page.getByRole('button', { name: 'Show' }).click()
  await page.waitForURL((url) => (url.searchParams.get('person') ?? '') === '')
  expect(await page.locator('table.lines tbody tr').count()).toBe(2)
})

test('a name that no register has is said to be none, can be added there, and comes back as it was typed', async () => {
  await using page = await open(link(paths.newEntry, { register: 'places' }), { viewport: { width: 360, height: 740 }, bypassCSP: true })
  const field = page.getByRole('combobox', { name: 'Lies within' })
  await field.fill('Ana & Co')
  await page.getByText('Nothing is called “Ana & Co”.').waitFor()
  const add = page.getByRole('link', { name: 'Add it to Places (in a new tab)' })
  expect(await add.getAttribute('href')).toBe(`${link(paths.newEntry, { register: 'places' })}?name=Ana+%26+Co`)
  expect(await barriersOnScreen(page)).toEqual([])
  const opened = page.context().waitForEvent('page')
  await add.click()
  expect(await (await opened).getByLabel('Name, English').inputValue()).toBe('Ana & Co')
  await page.getByRole('button', { name: 'Save', exact: true }).last().click()
  await page.getByRole('link', { name: 'The registers know nothing called “Ana & Co”' }).waitFor()
  expect(await field.inputValue()).toBe('Ana & Co')
  await page.getByText('“Ana & Co” was not chosen, and is not kept.').waitFor()
})

test('what is wrong with a form stands above it with the focus, and each line leads to its field', async () => {
  await using page = await open(link(paths.newEntry, { register: 'projects' }), { bypassCSP: true })
  await page.getByLabel('Title, English').fill('A quay')
  await page.locator('[name=starts]').fill('2026-05-05')
  await page.locator('[name=ends]').fill('2026-05-01')
  await page.getByRole('button', { name: 'Save', exact: true }).last().click()
  const summary = page.locator('.failure[role=alert]')
  await summary.waitFor()
  await expect.poll(() => summary.evaluate((element) => element === document.activeElement)).toBe(true)
  expect(await barriersOnScreen(page)).toEqual([])
  await summary.getByRole('link', { name: 'Ends: it ends before it starts; mend one of the two days.' }).click()
  const ends = page.locator('[name=ends]')
  await expect.poll(() => ends.evaluate((field) => [field === document.activeElement, field.ariaInvalid])).toEqual([true, 'true'])
  expect(await ends.inputValue()).toBe('2026-05-01')
})

test('a story names one of five hundred people, and every tab that follows it knows the name', async () => {
  const { edition } = await draft(newsroom, { headline: 'Two banks' })
  await using page = await open(link(paths.edition, { edition }), { viewport: { width: 360, height: 740 }, bypassCSP: true })
  const beside = await page.context().newPage()
  await beside.goto(page.url())
  const field = page.getByRole('combobox', { name: 'People', exact: true })
  await field.fill('neighbour 12')
  await page.getByRole('option', { name: 'Neighbour 12', exact: true }).waitFor()
  expect(await barriersOnScreen(page)).toEqual([])
  await page.keyboard.press('Enter')
  const picked = page.locator('.pick-field', { has: page.locator('[name=people]') }).locator('.picked > li > span')
  await expect.poll(() => picked.allInnerTexts()).toEqual(['Neighbour 12'])
  await page
    .getByText(/^Saved/)
    .first()
    .waitFor()
  await page.reload()
  await expect.poll(() => picked.allInnerTexts()).toEqual(['Neighbour 12'])
})

test('a merge is told with the way back, and undone by it', async () => {
  await using page = await open(`${link(paths.entryMerge, { register: 'topics', entry: boats })}?text=ships`)
  await page.getByRole('link', { name: 'Ships' }).click()
  await page.getByRole('button', { name: 'Merge', exact: true }).click()
  await page.getByText('“Boats” is merged into this.').waitFor()
  const undo = page.getByRole('button', { name: 'Undo the merge of “Boats”' })
  const box = await undo.boundingBox()
  expect(box?.y).toBeLessThan(600)
  await page.goto(page.url().replace(/\?.*/, ''))
  await page.getByText('1 was merged into this').waitFor()
  await undo.click()
  await page.getByText('The merge is undone.').waitFor()
})
