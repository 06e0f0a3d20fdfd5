import { readFile } from 'node:fs/promises'

import type { Page } from 'playwright-core'
import { beforeAll, beforeEach, expect, test } from 'vitest'

import { bodySchema } from '#newsroom/stories/body.ts'
import { bodyOf, emptyPaper, paper, paste, press, shortBody } from '#test/editor-hands.ts'
import { openEditorSite } from '#test/editor-page.ts'

let page: Page

beforeAll(async () => {
  const site = await openEditorSite()
  page = await site.open()
  return () => site[Symbol.asyncDispose]()
})
beforeEach(() => emptyPaper(page))

const copied = (name: string) => readFile(new URL(`../clipboard/${name}.html`, import.meta.url), 'utf8')

async function pasted(html: string): Promise<string> {
  await paste(page, { html })
  expect(bodySchema.safeParse(await bodyOf(page)).error).toBeUndefined()
  return shortBody(page)
}

test('what Word copies comes out clean: lists, footnotes, tables, quotes, and nothing deleted or hidden', async () => {
  expect(await pasted(await copied('word-desktop'))).toBe(
    [
      'h2(One river, one measurement) h2(What was measured)',
      'p(On 16 April 2024 hydrologists from Georgia and Azerbaijan stood *on the same bridge* and wrote down _the same number_.[^Read at noon, local time; see Yearbook 2024.] See {the register of gauges → https://example.org/gauges?utm_source=mail&id=7}.)',
      'p(*Needed on each visit:*)',
      'ul(li(p(a staff gauge,) ul(li(p(cleaned with a brush,)) li(p(read twice;)))) li(p(a *current meter*.)))',
      'ol@3(li(p(Third step.)) li(p(Fourth step.)))',
      'h2(The numbers) table(tr(th(p(Bridge)) th(p(Metres))) tr(td(p(Red Bridge)) td(p(2.41))))',
      'quote(p(“We had two numbers for one river.”)) p(The photograph:) p(It was mild.)',
    ].join(' '),
  )
})

test('what Word online copies comes out clean: one list of its many, headings by their role', async () => {
  expect(await pasted(await copied('word-online'))).toBe(
    [
      'h2(The ferry and the ramp) p(The crew of the *Pontoon* _trained_ for a week {(report) → https://example.org/pontoon}.)',
      'ul(li(p(lifebelts) ul(li(p(for children too)))) li(p(a ramp))) ol(li(p(cast off)) li(p(make fast)))',
      'table(tr(th(p(Day)) th(p(Crossings))) tr(td(p(Monday)) td(p(12|by day)))) p()',
    ].join(' '),
  )
})

test('what Google Docs copies comes out clean: its bold that is not bold, its nested lists, its links by way of Google', async () => {
  expect(await pasted(await copied('google-docs'))).toBe(
    [
      'h2(A well in the courtyard) p(In May the team reached *Fouta* _at last_; the {list of wells → https://example.org/wells?year=2025&lang=fr} has 41 names.)',
      'h2(What each well needs) ul(li(p(a rope)) li(p(a keeper) ul(li(p(who is paid) ul(li(p(*each month*)))))) li(p(a lid))) ol@2(li(p(second)))',
      'table(tr(td(p(Village)) td(p(Depth))) tr(td(p(Dalaba)) td(p(11\u00a0m)))) p(First line|second line.) hr p(The end.)',
    ].join(' '),
  )
})

test('what LibreOffice copies comes out clean, with its footnotes and its French spaces', async () => {
  expect(await pasted(await copied('libreoffice'))).toBe(
    [
      'h2(Le puits de la cour) p(En mai, l’équipe a atteint *Fouta*, _enfin_[^Après trois jours de route.]. Elle dit «\u00a0bonjour\u00a0».)',
      'h2(Ce qu’il faut) ul(li(p(une corde) ul(li(p(longue)))) li(p(un couvercle))) ol(li(p(ouvrir)) li(p(puiser)))',
      'table(tr(th(p(Village)) th(p(Profondeur))) tr(td(p(Dalaba)) td(p(11 m)))) quote(p(L’eau monte.)) p({La liste → https://example.org/puits})',
    ].join(' '),
  )
})

test('of a web page the text comes, and neither its scripts, its pictures, its navigation nor its traps', async () => {
  expect(await pasted(await copied('web-page'))).toBe(
    [
      'h2(Flood marks wanted) p(By {Ana Moraru → https://example.org/authors/ana?utm_source=web&ref=top#bio})',
      'p(The museum looks for *old* marks.) p(They are on walls and on _doors_.)',
      'quote(p(The river _remembers_.) — Elena Rusu, archivist)',
      'h2(How to take part) h4(In three steps) ul(li(p(Look) ul(li(p(high)) li(p(low)))) li(p(Write it down)))',
      'p(Call us, now, or {write → mailto:marks@example.org}, or see {here → /news/one}.)',
      'p(Only for layout) p(line one|line two) p(*When*) p(Until May) p(Notes[^Museum of the river, 1969.] end.)',
    ].join(' '),
  )
})

test('cleaning is done once: what is clean stays as it is, and carries no style, class or handler', async () => {
  for (const name of ['word-desktop', 'word-online', 'google-docs', 'libreoffice', 'web-page']) {
    const [once, twice] = await page.evaluate(
      (html) => {
        const clean = shown.cleanPasted(html)
        return [clean, shown.cleanPasted(clean)]
      },
      await copied(name),
    )
    expect(twice, name).toBe(once)
    expect(once, name).not.toMatch(/ (style|on\w+|id|data-(?!footnote)[\w-]+)=|javascript:|<(script|img|span|div|font|o:p)/i)
  }
})

test('what was copied from the editor comes back whole, and what only claims to be is checked', async () => {
  const body = {
    type: 'doc',
    content: [
      {
        type: 'blockquote',
        attrs: { attribution: 'Ana Moraru' },
        content: [{ type: 'paragraph', content: [{ type: 'text', text: 'So it is.' }] }],
      },
      { type: 'callout', attrs: { kind: 'contact' }, content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Call us.' }] }] },
      { type: 'embed', attrs: { url: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ', title: 'A film' } },
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'See' },
          { type: 'footnote', attrs: { text: 'There.' } },
        ],
      },
    ],
  }
  await page.evaluate((given) => shown.editor.setBody(given), body)
  await paper(page).press('Control+a')
  const html = await paper(page).evaluate((surface) => {
    const clipboardData = new DataTransfer()
    surface.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }))
    return clipboardData.getData('text/html')
  })
  await page.evaluate(() => shown.editor.setBody(null))
  await paste(page, { html })
  expect(await bodyOf(page)).toEqual(body)

  await page.evaluate(() => shown.editor.setBody(null))
  await paste(page, { html: '<p data-pm-slice="1 1 [&quot;callout&quot;,{&quot;kind&quot;:&quot;<b>evil&quot;}]">words</p>' })
  expect(bodySchema.safeParse(await bodyOf(page)).error).toBeUndefined()
  expect(JSON.stringify(await bodyOf(page))).not.toContain('evil')
})

test('plain text keeps its paragraphs and its lists', async () => {
  await paste(page, { text: 'First paragraph.\n\nNeeded:\n- a rope\n• a lid\n\n1. open\n2) draw\n\nMinistry of Water\n12 River Street\n' })
  expect(await shortBody(page)).toBe(
    'p(First paragraph.) p(Needed:) ul(li(p(a rope)) li(p(a lid))) ol(li(p(open)) li(p(draw))) p(Ministry of Water|12 River Street)',
  )
})

test('an address pasted over words links them; alone it is a link, and a film offers itself as an embed', async () => {
  await page.keyboard.type('the register')
  await press(page, 'Shift+Home')
  await paste(page, { text: 'https://example.org/register' })
  expect(await shortBody(page)).toBe('p({the register → https://example.org/register})')

  await press(page, 'End', 'Enter')
  await paste(page, { text: 'https://youtu.be/dQw4w9WgXcQ' })
  await page.getByRole('dialog', { name: 'Video or post from elsewhere' }).waitFor()
  await page.keyboard.type('How a gauge is read')
  await press(page, 'Enter')
  expect(await shortBody(page)).toContain('embed(https://www.youtube.com/watch?v=dQw4w9WgXcQ, How a gauge is read)')
  await press(page, 'Control+z')

  await paste(page, { text: 'https://youtu.be/dQw4w9WgXcQ' })
  await press(page, 'Escape')
  await expect
    .poll(() => shortBody(page))
    .toBe('p({the register → https://example.org/register}) p({https://youtu.be/dQw4w9WgXcQ → https://youtu.be/dQw4w9WgXcQ})')
})
