import { HtmlValidate } from 'html-validate'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'

import { assignStory } from '#newsroom/assignments/assign-story.ts'
import { addComment } from '#newsroom/comments/add-comment.ts'
import { deleteDraft } from '#newsroom/deleted-drafts/delete-draft.ts'
import type { Member } from '#newsroom/members/member.ts'
import { makePrivateLink } from '#newsroom/private-links/make-private-link.ts'
import { clearStory } from '#newsroom/review/clear-story.ts'
import { sendForReview } from '#newsroom/review/send-for-review.ts'
import { fileStory } from '#newsroom/stories/file-story.ts'
import { planRelease } from '#newsroom/stories/plan-release.ts'
import { releaseStory } from '#newsroom/stories/release-story.ts'
import { saveRevision } from '#newsroom/stories/save-revision.ts'
import { desk as paths, link, routes } from '#src/routes.ts'
import { barriers } from '#test/barriers.ts'
import { admit, sectionsAndProjects } from '#test/cast.ts'
import { openChromium } from '#test/chromium.ts'
import type { TestDesk } from '#test/desk.ts'
import { untilKeysOfLists } from '#test/desk-hands.ts'
import { openTestDesk } from '#test/desk.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { ana, draft, edit, ferry, newsroomOn } from '#test/newsroom.ts'

import { aTranslation } from './a-translation.fixture.ts'

const boss: Member = { ...edit, id: '01900000-0000-7000-8000-0000000000b0', name: 'Beatrice', role: 'administrator' }

let newsroom: TestNewsroom
let at: TestDesk
let browser: Browser
let editions: Awaited<ReturnType<typeof aBusyWeek>>

beforeAll(async () => {
  newsroom = await newsroomOn('pglite')
  await admit(newsroom, ana, edit, boss)
  editions = await aBusyWeek(newsroom)
  at = await openTestDesk(newsroom, [ana, edit, boss])
  browser = await openChromium()
})
afterAll(async () => {
  await browser.close()
  await at[Symbol.asyncDispose]()
  await newsroom[Symbol.asyncDispose]()
})

/** Who looks at what; an undefined member is not signed in. */
const screens: { [name: string]: () => [Member | undefined, string] } = {
  overview: () => [edit, paths.home],
  'list of stories': () => [edit, paths.stories],
  'list after a draft was deleted': () => [edit, `${paths.stories}?deleted=${editions.deleted}`],
  'deletion of a draft': () => [edit, link(paths.deletion, { edition: editions.waiting })],
  'deleted drafts': () => [edit, paths.deletedDrafts],
  'address of a deleted draft': () => [edit, link(paths.edition, { edition: editions.deleted })],
  'list without a story': () => [edit, `${paths.stories}?text=nowhere`],
  'blank page': () => [ana, paths.newStory],
  'text in review': () => [edit, link(paths.edition, { edition: editions.waiting })],
  'text in Arabic': () => [ana, link(paths.edition, { edition: editions.arabic })],
  'text that others write': () => [ana, link(paths.edition, { edition: editions.waiting })],
  'release of a draft': () => [edit, link(paths.release, { edition: editions.arabic })],
  'release of what is out': () => [edit, link(paths.release, { edition: editions.out })],
  'translation beside its source': () => [edit, link(paths.translation, { edition: editions.translation })],
  'stories by language': () => [edit, `${paths.translations}?behind=ar`],
  history: () => [edit, link(paths.history, { edition: editions.waiting })],
  comparison: () => [edit, link(paths.revision, { edition: editions.waiting, number: '2' })],
  preview: () => [edit, link(paths.preview, { edition: editions.waiting })],
  'private link': () => [undefined, link(routes.privateLink, { token: editions.token })],
  help: () => [ana, paths.help],
  'guide to the desk': () => [ana, paths.guide],
  'guide for administrators': () => [boss, paths.administratorsGuide],
  'address of nothing': () => [ana, '/desk/nothing'],
  'refused act': () => [ana, link(paths.release, { edition: editions.waiting })],
  mailbox: () => [boss, paths.mailbox],
  'own account': () => [ana, paths.account],
  people: () => [boss, paths.people],
  'page of a member': () => [boss, link(paths.person, { member: ana.id })],
  'one of the people': () => [boss, link(paths.person, { member: ana.id })],
  'house rules': () => [boss, paths.rules],
  'way to the settings': () => [boss, paths.settings],
  'settings of the site': () => [boss, paths.siteSettings],
  'keys for programs': () => [boss, paths.keys],
  'old addresses': () => [boss, `${paths.addresses}?test=/flyer`],
  'audit log': () => [boss, paths.audit],
  'way to the registers': () => [boss, paths.registers],
  'register of projects': () => [boss, link(paths.register, { register: 'projects' })],
  'blank form of a project': () => [boss, link(paths.newEntry, { register: 'projects' })],
  'table of a register': () => [boss, link(paths.registerTable, { register: 'projects' })],
  'sign-in': () => [undefined, paths.signIn],
}

test.each(Object.keys(screens))('everyone can use the %s, in light and dark, on a phone and a desk, mirrored too', async (name) => {
  await using page = await open(name, { colorScheme: 'light', viewport: { width: 360, height: 720 } })
  await page.evaluate(calm)
  const found: string[] = []
  for (const direction of ['ltr', 'rtl'] as const) {
    await page.evaluate(`document.documentElement.dir = '${direction}'`)
    for (const [width, colorScheme] of looks[direction]) {
      await page.setViewportSize({ width, height: 800 })
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const lines = await barriers(page, rulesFor[colorScheme])
      found.push(...lines.map((line) => `${direction} ${width} ${colorScheme} ${line}`))
    }
    await page.setViewportSize({ width: 360, height: 720 })
    found.push(
      ...z
        .array(z.string())
        .parse(await page.evaluate(tooWide))
        .map((html) => `${direction}: wider than a phone: ${html}`),
    )
  }
  expect(found).toEqual([])
})

const frenchScreens = [
  'overview',
  'list of stories',
  'text in review',
  'release of what is out',
  'house rules',
  'own account',
  'people',
  'deletion of a draft',
  'deleted drafts',
]

test.each(frenchScreens)('in French, too, everyone can use the %s on a phone', async (name) => {
  await using page = await open(name, { locale: 'fr', colorScheme: 'light', viewport: { width: 360, height: 720 } })
  const said = [await page.locator('html').getAttribute('lang'), ...(await barriers(page, rulesFor.light))]
  expect([...said, ...z.array(z.string()).parse(await page.evaluate(tooWide))]).toEqual(['fr'])
})

test.each(Object.keys(screens))('the %s is valid HTML', async (name) => {
  const [member, path] = screenOf(name)
  const html = await (member ? at.as(member, path) : fetch(at.url + path)).then((answer) => answer.text())
  // What React writes is a matter of style there; validity is what is asked.
  const report = await new HtmlValidate({ extends: ['html-validate:standard'], rules: { 'attr-case': 'off' } }).validateString(html)
  expect(report.results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`))).toEqual([])
})

test.each(Object.keys(screens).filter((name) => !['preview', 'private link', 'settings of the site'].includes(name)))(
  'by keyboard alone, all of the %s is reached, and one sees where one is',
  async (name) => {
    await using page = await open(name, { viewport: { width: 1440, height: 900 } })
    expect(await walked(page)).toEqual({ missed: [], unseen: [] })
  },
)

test.each(['overview', 'list of stories'])('j and k move through the lines of the %s, and Enter opens one', async (name) => {
  await using page = await open(name, { viewport: { width: 1440, height: 900 } })
  await untilKeysOfLists(page)
  for (const key of ['j', 'j', 'k']) await page.keyboard.press(key)
  const href = await page.locator(':focus').getAttribute('href')
  expect(href).toBe(await page.locator('[data-lines] a').first().getAttribute('href'))
  await page.keyboard.press('Enter')
  await page.waitForURL(at.url + href)
})

test('before any script, a story is begun, written, talked about, sent, cleared and released by forms', async () => {
  await using page = await open('blank page', { javaScriptEnabled: false, viewport: { width: 360, height: 720 } })
  page.setDefaultTimeout(5000)
  await page.getByLabel('Headline').fill('Two banks, one ferry')
  await page.getByRole('button', { name: 'Begin to write' }).click()
  await page.getByLabel('Summary', { exact: true }).fill('After a winter on land the ferry takes lorries over the river.')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByLabel('Your comment').fill('Is it forty lorries a day?')
  await page.getByRole('button', { name: 'Comment' }).click()
  await page.getByRole('button', { name: 'Send for review' }).click()
  expect(await page.locator('.panel-state').innerText()).toContain('In review')
  await page.context().addCookies([{ name: 'member', value: edit.id, url: at.url }])
  await page.reload()
  await page.getByRole('button', { name: 'Clear', exact: true }).click()
  await page.getByRole('link', { name: 'Release' }).click()
  await page.getByLabel('Now').check()
  await page.getByRole('button', { name: 'Release' }).click()
  expect(await page.locator('.panel-state').innerText()).toContain('Released')
})

const looks = {
  ltr: [
    [360, 'light'],
    [360, 'dark'],
    [1440, 'dark'],
    [1440, 'light'],
  ],
  rtl: [[1440, 'light']],
} as const

// The colour scheme touches nothing but contrast.
const rulesFor = {
  light: { resultTypes: ['violations'], iframes: false },
  dark: { resultTypes: ['violations'], iframes: false, runOnly: ['color-contrast'] },
}

const calm = "document.head.append(Object.assign(document.createElement('style'), { textContent: '* { transition: none !important }' }))"

/** What reaches beyond the screen, as HTML. */
const tooWide = `(() => {
  const { scrollWidth, clientWidth } = document.documentElement
  if (scrollWidth <= clientWidth) return []
  const isBeyond = (box) => box.right > clientWidth + 1 || box.left < -1
  return [...document.querySelectorAll('body *')].filter((one) => isBeyond(one.getBoundingClientRect())).slice(0, 3).map((one) => one.outerHTML.slice(0, 120))
})()`

/** Presses Tab until the page begins again: what was never reached, and what had the focus without showing it. */
async function walked(page: Page): Promise<{ missed: string[]; unseen: string[] }> {
  await page.evaluate(beginWalk)
  for (let presses = 0; presses < 400; presses += 1) {
    await page.keyboard.press('Tab')
    if (await page.evaluate(takeStep)) break
  }
  return z.object({ missed: z.array(z.string()), unseen: z.array(z.string()) }).parse(await page.evaluate(endWalk))
}

const beginWalk = 'window.walk = { steps: new Set(), unseen: new Set() }'

const takeStep = `(() => {
  const { steps, unseen } = window.walk
  const here = document.activeElement
  if (here === document.body || here === [...steps][0]) return steps.size > 0
  const rings = [here, here.closest('tr'), here.closest('label')].filter(Boolean).map((one) => getComputedStyle(one))
  // The text has a bar along its whole side instead of a ring around it.
  const bar = getComputedStyle(here.closest('.editor-paper') ?? here, '::before')
  const isBarred = parseFloat(bar.inlineSize) >= 3 && bar.backgroundColor !== 'rgba(0, 0, 0, 0)'
  const isRinged = steps.has(here) || isBarred || rings.some(({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && parseFloat(outlineWidth) >= 3)
  const box = here.getBoundingClientRect()
  const isInSight = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
  if (!isRinged || !isInSight) unseen.add(here.outerHTML.slice(0, 160))
  steps.add(here)
  return false
})()`

// One of several radio buttons is reached by Tab, the others from there by arrows.
const endWalk = `(() => {
  const { steps, unseen } = window.walk
  const isOut = (one) => !one.checkVisibility({ visibilityProperty: true }) || one.disabled || one.closest('fieldset[disabled]') || one.tabIndex < 0
  const isOfGroup = (one) => one.type === 'radio' && [...steps].some((step) => step.type === 'radio' && step.name === one.name)
  const all = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
  const missed = all.filter((one) => !isOut(one) && !steps.has(one) && !isOfGroup(one)).map((one) => one.outerHTML.slice(0, 160))
  return { missed, unseen: [...unseen] }
})()`

async function open(name: string, options: BrowserContextOptions): Promise<Page & AsyncDisposable> {
  const [member, path] = screenOf(name)
  const context = await browser.newContext({ ...options, bypassCSP: true })
  if (member) await context.addCookies([{ name: 'member', value: member.id, url: at.url }])
  const page = await context.newPage()
  await page.goto(at.url + path)
  // The editor comes a moment after the page.
  if (options.javaScriptEnabled !== false)
    await page.locator('body:not(:has(.writing)), .editor-tools').first().waitFor({ state: 'attached' })
  return Object.assign(page, { [Symbol.asyncDispose]: () => context.close() })
}

function screenOf(name: string): [Member | undefined, string] {
  const screen = screens[name]
  if (!screen) throw new Error(`no screen is called ${name}`)
  return screen()
}

/** Something in every state, so that every list has lines and every panel has something to say. */
async function aBusyWeek(on: TestNewsroom) {
  const { strict, ours } = await sectionsAndProjects(on)
  const { edition: waiting } = await draft(on, { section: strict, projects: [ours], headline: 'The ferry sails again' })
  const summary = 'After a winter on land the ferry takes lorries from Turkey over the river, and others back to Turkey.'
  const content = ferry({
    section: strict,
    projects: [ours],
    headline: 'The ferry sails again, with lorries',
    kind: 'event report',
    summary,
  })
  const revision = await saveRevision(on, ana, { edition: waiting, madeFrom: 1, content })
  await sendForReview(on, ana, { edition: waiting, words: 'The donor waits for it.' })
  const anchor = { exact: 'forty lorries', prefix: 'It carries ', suffix: ' a day.' }
  const thread = await addComment(on, edit, { edition: waiting, words: 'Forty, or fourteen?', anchor })
  await addComment(on, ana, { edition: waiting, words: 'Forty.', thread })
  await assignStory(on, ana, { edition: waiting, member: edit.id, task: 'Check the number', dueOn: '2026-05-06' })
  await planRelease(on, ana, { edition: waiting, at: new Date('2026-05-05T08:00:00Z') })
  const token = await makePrivateLink(on, edit, { edition: waiting, forWhom: 'The donor', days: 7 })
  const { edition: arabic } = await draft(
    on,
    { headline: 'العبّارة تبحر من جديد', slug: 'ferry-ar', summary: 'بعد شتاء على اليابسة.' },
    'ar',
  )
  const { edition: out } = await draft(on, { headline: 'Reservoir opened its gates' })
  await releaseStory(on, edit, { edition: out })
  const { edition: later } = await draft(on, { headline: 'Wells for sixteen villages' })
  await releaseStory(on, edit, { edition: later, at: new Date('2026-05-07T09:00:00Z') })
  const alone = await fileStory(on, boss, {
    language: 'fr',
    content: ferry({ section: strict, headline: 'Le bac repart', slug: 'le-bac' }),
  })
  await clearStory(on, boss, { edition: alone.edition, revision: 1, aloneBecause: 'Nobody else reads French this week.' })
  const translation = await aTranslation(on)
  const { edition: deleted } = await draft(on, { headline: 'A raft of planks' })
  await deleteDraft(on, ana, { edition: deleted })
  return { waiting, arabic, out, token, revision, translation, deleted }
}
