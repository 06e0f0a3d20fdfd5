import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { addComment } from '#newsroom/comments/add-comment.ts'
import type { Member } from '#newsroom/members/member.ts'
import { readWriting } from '#newsroom/stories/read-writing.ts'
import { desk as paths, link } from '#src/routes.ts'
import { translateEdition } from '#newsroom/translations/translate-edition.ts'
import { barriersOnScreen } from '#test/barriers.ts'
import { admit } from '#test/cast.ts'
import { openChromium } from '#test/chromium.ts'
import type { TestDesk } from '#test/desk.ts'
import { openTestDesk } from '#test/desk.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { ana, draft, edit, newsroomOn } from '#test/newsroom.ts'
import { goToEnd, openText, placeOf, untilSaved } from '#test/writer.ts'

let newsroom: TestNewsroom
let desk: TestDesk
let browser: Browser

beforeAll(async () => {
  newsroom = await newsroomOn('pglite')
  await admit(newsroom, ana, edit)
  desk = await openTestDesk(newsroom, [ana, edit])
  browser = await openChromium()
})
afterAll(async () => {
  await browser.close()
  await desk[Symbol.asyncDispose]()
  await newsroom[Symbol.asyncDispose]()
})

test(
  'an editor deletes a draft in which somebody writes; she is told and loses nothing, and it comes back with what she wrote since',
  { timeout: 120_000 },
  async () => {
    const { edition } = await draft(newsroom, { headline: 'A raft of planks' })
    await addComment(newsroom, edit, { edition, words: 'Is it seaworthy?' })
    await using hers = await signedIn(ana)
    const anas = await openText(hers, desk.url, edition)
    await typeSummary(anas, ' It floats.')
    await untilSaved(anas)

    await using his = await signedIn(edit)
    const edits = await his.newPage()
    edits.setDefaultTimeout(15_000)
    await edits.goto(desk.url + link(paths.edition, { edition }))
    await edits.getByText('Other steps').click()
    await edits.getByRole('link', { name: 'Delete …' }).click()
    await edits.getByRole('heading', { name: 'Delete this draft?' }).waitFor()
    expect(await edits.locator('main').innerText()).toMatch(/What goes with it: 2 revisions, 1 comment\.\s+Ana is writing in it now\./)
    await expectNoBarriers(edits)
    await edits.getByRole('button', { name: 'Delete it' }).click()
    await edits.getByText('“A raft of planks” was deleted.').waitFor()
    expect(await edits.locator('table.lines').count()).toBe(0)
    await expectNoBarriers(edits)

    await typeSummary(anas, ' It leaks.')
    const notice = anas.locator('[data-notice]')
    await expect.poll(() => notice.innerText(), { timeout: 15_000 }).toMatch(/^Deleted by Edit, .* “Deleted drafts”/)
    expect(await anas.locator('[data-saved]').innerText()).toBe('Not saved: kept on this computer')

    const address = await his.newPage()
    await address.goto(desk.url + link(paths.edition, { edition }))
    await address.getByRole('heading', { name: 'This draft was deleted' }).waitFor()
    await expectNoBarriers(address)
    await edits.getByRole('link', { name: 'Deleted drafts' }).click()
    await edits.getByRole('heading', { name: 'Deleted drafts' }).waitFor()
    await expectNoBarriers(edits)
    await edits.getByRole('button', { name: 'Bring it back: A raft of planks' }).click()
    await edits.getByText('Is it seaworthy?').waitFor()

    await typeSummary(anas, ' It is mended.')
    await untilSaved(anas)
    const { content } = await readWriting(newsroom.db.writer, edition)
    expect(content.summary).toMatch(/It floats\. It leaks\. It is mended\.$/)
    await expect.poll(() => notice.isVisible()).toBe(false)
  },
)

test('a translation begun by mistake goes; what it was made from stays, and offers it back', async () => {
  const { edition } = await draft(newsroom, { headline: 'Two towns, one gauge' })
  const french = await translateEdition(newsroom, ana, { edition, language: 'fr' })
  await using hers = await signedIn(ana)
  const page = await hers.newPage()
  page.setDefaultTimeout(15_000)
  await page.goto(desk.url + link(paths.edition, { edition: french }))
  await page.getByText('Other steps').click()
  await expectNoBarriers(page)
  await page.getByRole('link', { name: 'Delete …' }).click()
  await page.getByText('Only this edition goes (Français). What stays of the story: English.').waitFor()
  await page.getByRole('button', { name: 'Delete it' }).click()
  await page.getByText('The edition in Français was deleted.').waitFor()
  expect(new URL(page.url()).pathname).toBe(link(paths.edition, { edition }))
  await expectNoBarriers(page)
  await page.getByRole('button', { name: 'Bring it back: Two towns, one gauge' }).click()
  await page.waitForURL(`**${link(paths.edition, { edition: french })}`)
})

/** At both ends of what screens are wide, by day and by night. */
async function expectNoBarriers(page: Page): Promise<void> {
  for (const width of [1440, 360])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme })
      expect(await barriersOnScreen(page), `${page.url()} at ${width} px, ${colorScheme}`).toEqual([])
    }
}

async function typeSummary(page: Page, words: string): Promise<void> {
  await goToEnd(page, 'summary')
  await placeOf(page, 'summary').pressSequentially(words)
}

async function signedIn(member: Member): Promise<BrowserContext & AsyncDisposable> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, bypassCSP: true })
  await context.addCookies([{ name: 'member', value: member.id, url: desk.url }])
  return Object.assign(context, { [Symbol.asyncDispose]: () => context.close() })
}
