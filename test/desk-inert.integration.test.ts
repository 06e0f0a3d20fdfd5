import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'

import { mailNotices } from '#newsroom/notices/mail-notices.ts'
import { bodySchema } from '#newsroom/stories/body.ts'
import { revisionContent } from '#newsroom/stories/story-input.ts'
import type { Mail } from '#platform/mail/mailer.ts'
import { desk, routes } from '#src/routes.ts'
import { deskWays, openWays } from '#surfaces/desk/desk-ways.ts'
import { newsMail } from '#surfaces/mail/news-mail.ts'
import { invitationMail, signInLinkMail } from '#surfaces/mail/letters.ts'
import { admit, someone } from '#test/cast.ts'
import type { TestDesk } from '#test/desk.ts'
import { openTestDesk } from '#test/desk.ts'
import { engines } from '#test/engines.ts'
import type { HarmfulNews } from '#test/harmful-news.ts'
import { fileHarmfulNews, short } from '#test/harmful-news.ts'
import { harmIn, hostile, hostileValue } from '#test/hostile.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { newsroomOn } from '#test/newsroom.ts'

const boss = someone(short, 'administrator')
const ana = someone(`Ana ${short.slice(0, 100)}`, 'contributor')
/** The nodes and marks that a body may have. */
const kinds =
  'blockquote bold bulletList callout doc embed footnote hardBreak heading horizontalRule italic link listItem orderedList paragraph table tableCell tableHeader tableRow text'

test('harm is found where there is some', () => {
  expect(harmIn('<p>It sails.</p><script type="module" src="/a.js"></script><a href="/news">News</a>')).toEqual([])
  const all = [
    '<script>1</script>',
    '<img src=x>',
    '<p onclick="1">',
    '<a href=" javascript:1">',
    '<iframe src="//evil"></iframe>',
    '<base href="/">',
  ]
  for (const html of all) expect(harmIn(html), html).toHaveLength(1)
  expect(harmIn('<script type="application/ld+json">{"a":"<!--<script>"}</script>')).toHaveLength(1)
  expect(harmIn(hostile).length).toBeGreaterThan(1)
})

test('every node and mark of a body is tried, and every field of a story that has words', () => {
  const body = hostileValue(bodySchema)
  expect([...new Set(typesIn(body))].toSorted().join(' ')).toBe(kinds)
  expect(() => bodySchema.parse(body)).not.toThrow()
  const content = z.record(z.string(), z.unknown()).parse(hostileValue(revisionContent))
  const told = Object.entries(content).filter(([, value]) => JSON.stringify(value).includes('alert(1)'))
  expect(told.map(([name]) => name)).toEqual(
    'headline summary body byline dateline places activity searchTitle searchDescription'.split(' '),
  )
})

describe.each(engines)('harmful words stay words, on %s', (engine) => {
  let newsroom: TestNewsroom
  let at: TestDesk
  let told: HarmfulNews
  const mails: Mail[] = []
  /** Where harmful words were said at all. */
  const telling = new Set<string>()

  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
    await newsroom.db.writer
      .updateTable('newsroom.settings')
      .set({ name: { en: short } })
      .execute()
    await admit(newsroom, boss, ana)
    told = await fileHarmfulNews(newsroom, boss, ana)
    at = await openTestDesk(newsroom, [boss, ana])
    newsroom.clock.advance(10 * 60_000)
    await mailNotices(newsroom, {
      mailer: { send: async (mail) => void mails.push(mail) },
      write: (news) => newsMail(news, 'https://news.example'),
    })
  })
  afterAll(async () => {
    await at[Symbol.asyncDispose]()
    await newsroom[Symbol.asyncDispose]()
  })

  async function harmAt(path: string, member = boss): Promise<string[]> {
    const answer = await at.as(member, path)
    const text = await answer.text()
    expect(answer.status, path).toBeLessThan(500)
    if (text.includes('alert(1)')) telling.add(path)
    const isHtml = answer.headers.get('content-type')?.startsWith('text/html') ?? false
    // What is no page cannot be taken for one.
    if (!isHtml) return answer.headers.get('x-content-type-options') === 'nosniff' ? [] : [`${path} may be sniffed`]
    return harmIn(text).map((harm) => `${path}: ${harm}`)
  }

  test('on every page of the desk', async () => {
    const found: string[] = []
    let pages = 0
    for (const { method, path } of [...openWays, ...deskWays])
      for (const edition of [told.draft, told.released, told.withdrawn]) {
        if (method !== 'GET' || path.startsWith(desk.auth)) continue
        const values: { [name: string]: string } = { edition, number: '2', member: ana.id, token: told.token }
        const there = path.replace(/:(\w+)/g, (_, name: string) => values[name] ?? 'projects')
        if (there === path && edition !== told.draft) continue
        pages += 1
        for (const member of [boss, ana]) found.push(...(await harmAt(there, member)))
      }
    found.push(...(await harmAt(`${desk.stories}?text=${encodeURIComponent(hostile)}&section=${encodeURIComponent(hostile)}`)))
    found.push(...(await harmAt(`${desk.people}?sent=${encodeURIComponent(hostile)}`)))
    found.push(...(await harmAt(`/desk/${encodeURIComponent(hostile)}`)))
    expect(found).toEqual([])
    expect(pages).toBeGreaterThan(25)
    expect(telling.size).toBeGreaterThan(25)
  })

  test('where a refused form brings them back', async () => {
    const found: string[] = []
    const typed = `${hostile}typed`
    const forms: [string, Record<string, string>, status?: number][] = [
      [desk.people, { email: typed, name: typed, role: typed, projects: typed }],
      [desk.rules, { 'style en': typed, 'level years': typed }],
      [desk.visibilityRules, { funder: typed, 'statement en': typed, from: typed }],
      [desk.stories, { headline: typed, language: typed }],
      [desk.signIn, { email: typed, password: typed, next: typed }],
      [
        desk.edition.replace(':edition', told.draft),
        { madeFrom: '1', headline: typed, summary: typed, byline: typed, slug: typed },
        // Another revision was saved since.
        409,
      ],
      [desk.release.replace(':edition', told.draft), { revision: '1', when: 'later', at: typed }],
      [routes.privateLink.replace(':token', told.token), { name: typed, verdict: 'refused', words: '' }],
    ]
    for (const [path, form, status = 422] of forms) {
      const answer = await at.as(boss, path, form)
      const text = await answer.text()
      // The page has them as text, in the fields that they were typed in.
      const isTold = text.includes('&lt;!--&lt;script&gt;typed')
      expect({ path, status: answer.status, isTold }).toEqual({ path, status, isTold: true })
      found.push(...harmIn(text).map((harm) => `${path}: ${harm}`))
    }
    expect(found).toEqual([])
  })

  test('on every page of the site', async () => {
    const paths = [
      routes.front,
      routes.news,
      routes.projects,
      `${routes.search}?q=${encodeURIComponent(hostile)}`,
      `${routes.search}?q=ferry`,
      `${routes.news}?section=${encodeURIComponent(hostile)}`,
      '/news/harm-2',
      '/news/harm-3',
      `/news/${encodeURIComponent(hostile)}`,
      '/sections/harm',
      '/projects/harm',
      '/topics/harm',
      '/places/MD',
      '/archive/2026',
    ]
    const found: string[] = []
    for (const path of paths) found.push(...(await harmAt(path)))
    expect(found).toEqual([])
    expect((await at.as(boss, '/news/harm-3')).status).toBe(410)
    expect(await (await at.as(boss, '/news/harm-2')).text()).toContain('alert(1)')
  })

  test.each(['feed.xml', 'feed.atom', 'feed.json'])('in %s', async (name) => {
    const answer = await at.as(boss, `${routes.news}/${name}`)
    const text = await answer.text()
    expect(answer.headers.get('content-type')).not.toContain('html')
    expect(text).toContain('alert(1)')
    // As XML or JSON there is no markup of theirs in it; as a reader shows it there is none either.
    if (name === 'feed.json') {
      const { items } = z.object({ items: z.array(z.object({ content_html: z.string().optional() })) }).parse(JSON.parse(text))
      expect(items.flatMap(({ content_html: html }) => harmIn(html ?? ''))).toEqual([])
      return
    }
    expect(harmIn(text)).toEqual([])
    const shown = [...text.matchAll(/<(?:description|content|content:encoded|summary)\b[^>]*>([\s\S]*?)<\//g)].map(([, inner = '']) =>
      decoded(inner),
    )
    expect(shown.length).toBeGreaterThan(0)
    if (name === 'feed.xml') expect(shown.flatMap((html) => harmIn(html))).toEqual([])
    else expect(text).not.toMatch(/<summary[^>]*type="html"/)
  })

  test('in mails, which are plain text and say nothing in their heads that we do not', () => {
    const letters = [
      invitationMail({
        to: 'a@example.org',
        by: `${hostile}\r\nBcc: eve@evil.example`,
        role: 'editor',
        newsroom: hostile,
        url: 'https://x',
        language: 'en',
      }),
      signInLinkMail({ to: 'a@example.org', newsroom: `${hostile}\r\nBcc: eve@evil.example`, url: 'https://x', language: 'en' }),
    ]
    expect(mails.length).toBeGreaterThan(1)
    for (const mail of [...mails, ...letters]) {
      expect(Object.keys(mail).toSorted()).toEqual(['subject', 'text', 'to'])
      expect(mail.subject).not.toMatch(/[\r\n]/)
    }
    expect(mails.map(({ text }) => text).join('\n')).toContain('alert(1)')
  })
})

function typesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(typesIn)
  if (typeof value !== 'object' || value === null) return []
  const own = 'type' in value && typeof value.type === 'string' ? [value.type] : []
  return [...own, ...Object.values(value).flatMap(typesIn)]
}

const decoded = (xml: string): string =>
  xml
    .replace(/^<!\[CDATA\[([\s\S]*)\]\]>$/, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
