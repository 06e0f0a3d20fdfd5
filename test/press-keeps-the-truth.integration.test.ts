import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'

import { Failure } from '#lib/failure.ts'
import type { RevisionContent } from '#newsroom/stories/story.ts'
import { callOffRelease } from '#newsroom/stories/call-off-release.ts'
import { changeSlug } from '#newsroom/stories/change-slug.ts'
import { fileTopic } from '#newsroom/topics/file-topic.ts'
import { archiveEntry, bringBackEntry } from '#newsroom/registers/archive-entry.ts'
import { changeEntry } from '#newsroom/registers/change-entry.ts'
import { mergeEntries, undoMerge } from '#newsroom/registers/merge-entries.ts'
import { moveEntry } from '#newsroom/registers/move-entry.ts'
import type { Member } from '#newsroom/members/member.ts'
import { fileItems } from '#newsroom/batches/file-items.ts'
import { openBatch } from '#newsroom/batches/open-batch.ts'
import { addOldAddress, removeOldAddress } from '#newsroom/old-addresses/add-old-address.ts'
import { fileEdition } from '#newsroom/stories/file-story.ts'
import { correctStory, releaseStory } from '#newsroom/stories/release-story.ts'
import { saveRevision } from '#newsroom/stories/save-revision.ts'
import { withdrawStory } from '#newsroom/stories/withdraw-story.ts'
import { openApp } from '#src/app.ts'
import type { App } from '#src/app.ts'
import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { ana, draft, edit, ferry, newsroomOn } from '#test/newsroom.ts'
import type { Act } from '#test/newsroom-acts.ts'
import { act } from '#test/newsroom-acts.ts'
import { silent } from '#test/silent-log.ts'

const runs = 16
// Histories that once ended with a page that was not true.
const lessons: [Act[]][] = [
  [
    [
      { kind: 'import', address: 0, language: 'fr' },
      { kind: 'withdraw', story: 0 },
      { kind: 'wait', minutes: 1 },
      { kind: 'release', story: 0, minutes: 0 },
    ],
  ],
]

describe.each(engines)('on %s', (engine) => {
  test('whatever happens, a kept page equals a fresh print, for readers and for programs', { timeout: 400_000 }, async () => {
    await using newsroom = await newsroomOn(engine)
    const topics = await Promise.all(slugs.map((slug) => fileTopic(newsroom, { slug, name: { en: slug } })))
    expect.hasAssertions()
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 14 }), async (acts) => {
        await clear(newsroom)
        await using app = await openApp({ newsroom, origin: 'https://news.example', log: silent, api: true })
        const history = new History(newsroom, topics)
        for (const next of acts) {
          await visitAll(app, history.paths)
          // What asks for a topic that was merged is refused, and kept nowhere.
          expect(app.press.pages.filter(({ key }) => key.startsWith('/api/')).length).toBeGreaterThan(3)
          await history.live(next)
          await expectTruth(app)
        }
      }),
      { numRuns: runs, examples: lessons },
    )
  })
})

const places = ['MD', 'UA', 'GE']
const slugs = ['ferries', 'bridges', 'fords']
const movedSlugs = ['ferries', 'bridges', 'fords', 'moved-0', 'moved-1', 'moved-2']
const chief: Member = { ...edit, role: 'chief editor' }
const boss: Member = { ...edit, role: 'administrator' }
// As old sites wrote them; two of them are pages of ours but for their query.
const oldAddresses = ['/index.php?id=1', '/2019/05/ferry/', '/2019/06/ferry', '/?p=123', '/news?id=7']
// What somebody says by hand leads elsewhere, some of it spelled as a story's; and where to.
const ledAddresses = [...oldAddresses, '/flyer', '/news/ferry-7']
const ledTo = ['/news', '/topics/ferries', '/news/ferry-1', '/news/ferry-2', '/fr/news/ferry-3', '/flyer']

/** Lives through acts, and remembers every address that a reader may still ask for. */
class History {
  readonly paths = new Set([
    '/',
    '/news',
    '/news?page=2',
    '/fr/news',
    '/news/feed.xml',
    '/feed.json',
    '/sitemap.xml',
    '/news/no-such-story',
    '/news?topic=ferries',
    '/topics/bridges/feed.json',
    // What programs read of the same.
    '/api/v1/stories?limit=2',
    '/api/v1/stories?lang=fr&fields=headline',
    '/api/v1/stories?topic=ferries&place=md',
    '/api/v1/topics',
    ...movedSlugs.map((slug) => `/topics/${slug}`),
    ...places.flatMap((place) => [`/places/${place}`, `/news?place=${place.toLowerCase()}&year=2026`]),
    // Readers ask before a story is there: what is not found is kept too.
    ...ledAddresses,
    '/2019/05/ferry',
    '/2019/06/ferry/',
    ...Array.from({ length: 8 }, (_, part) => `/news/ferry-${part + 1}`),
    '/api/v1/stories/ferry-2',
  ])
  readonly #newsroom: TestNewsroom
  readonly #topics: string[]
  readonly #editions: { story: string; edition: string; language: string }[] = []
  #made = 0

  constructor(newsroom: TestNewsroom, topics: string[]) {
    this.#newsroom = newsroom
    this.#topics = topics
  }

  async live(act: Act): Promise<void> {
    if (act.kind === 'wait') return this.#newsroom.clock.advance(act.minutes * 60_000)
    // A topic that is archived is not chosen anew.
    if (act.kind === 'file') return this.#file(act.place, act.minutes).catch(refusalOnly)
    if (act.kind === 'import') return this.#import(oldAddresses[act.address] ?? '/', act.language)
    if (act.kind === 'lead') return this.#lead(act).catch(anyRefusal)
    if (act.kind === 'register') return this.#order(act).catch(refusalOnly)
    const picked = this.#editions[act.story % Math.max(1, this.#editions.length)]
    if (!picked) return
    // Newsrooms try what cannot be: withdrawing twice, correcting what is not out. A refusal changes nothing.
    await this.#upon(picked, act).catch(refusalOnly)
  }

  async #file(place: number, minutes: number): Promise<void> {
    const topic = this.#topics[place]
    const content = this.#content({ places: [places[place] ?? 'MD'], topics: topic === undefined ? [] : [topic] })
    const { story, edition } = await draft(this.#newsroom, content)
    this.#editions.push({ story, edition, language: 'en' })
    await releaseStory(this.#newsroom, edit, { edition, at: this.#in(minutes) })
  }

  async #import(oldAddress: string, language: string): Promise<void> {
    const now = this.#newsroom.clock.now()
    const content = this.#content({}, language)
    const batch = await openBatch(this.#newsroom, `archive ${content.slug}`)
    const item = { key: content.slug, oldAddress, language, content, publishedAt: now, rank: 0, suggestions: [] }
    await fileItems(this.#newsroom, edit, { batch, items: [item], as: 'published' })
    const filed = await this.#newsroom.db.writer
      .selectFrom('newsroom.edition')
      .innerJoin('newsroom.story', 'newsroom.story.id', 'newsroom.edition.story_id')
      .select(['newsroom.edition.id as edition', 'story_id as story'])
      .where('origin_key', '=', content.slug)
      .executeTakeFirstOrThrow()
    this.#editions.push({ ...filed, language })
  }

  async #upon(
    picked: { story: string; edition: string; language: string },
    act: Exclude<Act, { kind: 'wait' | 'file' | 'import' | 'register' | 'lead' }>,
  ): Promise<void> {
    const { edition, story } = picked
    if (act.kind === 'withdraw') return withdrawStory(this.#newsroom, edit, { edition, reason: 'The figures were wrong.' })
    if (act.kind === 'move') return changeSlug(this.#newsroom, edit, { edition, slug: this.#content({}, picked.language).slug })
    if (act.kind === 'release') return void (await releaseStory(this.#newsroom, edit, { edition, at: this.#in(act.minutes) }))
    if (act.kind === 'end') return void (await releaseStory(this.#newsroom, edit, { edition, until: this.#in(act.minutes) }))
    if (act.kind === 'call off') return callOffRelease(this.#newsroom, edit, { edition })
    if (act.kind === 'translate') return this.#translate(story, act.minutes)
    const madeFrom = await this.#latest(edition)
    const revision = await saveRevision(this.#newsroom, ana, {
      edition,
      madeFrom,
      content: this.#content({ summary: 'Now it is right.' }, picked.language),
    })
    await correctStory(this.#newsroom, edit, { edition, revision, correction: 'It was wrong.', at: this.#in(act.minutes) })
  }

  /** Says by hand where an address leads, or takes that back. */
  async #lead({ does, address, to }: Extract<Act, { kind: 'lead' }>): Promise<void> {
    const path = ledAddresses[address] ?? '/'
    if (does === 'remove') return removeOldAddress(this.#newsroom, boss, { path })
    return addOldAddress(this.#newsroom, boss, { path, to: ledTo[to] ?? '/' })
  }

  /** Orders the topics. */
  async #order({ does, topic, other }: Extract<Act, { kind: 'register' }>): Promise<void> {
    const [id = '', into = ''] = [this.#topics[topic], this.#topics[other]]
    const which = { register: 'topics' as const, id }
    if (does === 'merge') return mergeEntries(this.#newsroom, chief, { register: 'topics', entry: id, into })
    if (does === 'undo') return undoMerge(this.#newsroom, chief, { register: 'topics', entry: id })
    if (does === 'archive') return archiveEntry(this.#newsroom, chief, which)
    if (does === 'bring back') return bringBackEntry(this.#newsroom, chief, which)
    if (does === 'move') return moveEntry(this.#newsroom, chief, { ...which, slug: movedSlugs[(other % 2) * 3 + topic] ?? '' })
    const { version } = await this.#newsroom.db.writer
      .selectFrom('newsroom.topic')
      .select('version')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    await changeEntry(this.#newsroom, chief, { ...which, madeFrom: version, entry: { name: { en: `Renamed ${(this.#made += 1)}` } } })
  }

  async #translate(story: string, minutes: number): Promise<void> {
    if (this.#editions.some((edition) => edition.story === story && edition.language === 'fr')) return
    const edition = await fileEdition(this.#newsroom, ana, { story, language: 'fr', content: this.#content({}, 'fr') })
    this.#editions.push({ story, edition, language: 'fr' })
    await releaseStory(this.#newsroom, edit, { edition, at: this.#in(minutes) })
  }

  #content(over: Partial<RevisionContent>, language = 'en'): RevisionContent {
    this.#made += 1
    const slug = `ferry-${this.#made}`
    this.paths.add(`${language === 'fr' ? '/fr' : ''}/news/${slug}`)
    this.paths.add(`/api/v1/stories/${slug}?lang=${language}`)
    return ferry({ headline: `The ferry, part ${this.#made}`, slug, ...over })
  }

  #in(minutes: number): Date {
    return new Date(this.#newsroom.clock.now().getTime() + minutes * 60_000)
  }

  async #latest(edition: string): Promise<number> {
    const row = await this.#newsroom.db.writer
      .selectFrom('newsroom.edition')
      .select('revision')
      .where('id', '=', edition)
      .executeTakeFirstOrThrow()
    return row.revision
  }
}

function refusalOnly(error: unknown): void {
  if (!(error instanceof Failure) || (error.kind !== 'conflict' && error.kind !== 'invalid')) throw error
}

function anyRefusal(error: unknown): void {
  if (!(error instanceof Failure)) throw error
}

async function visitAll(app: App, paths: Set<string>): Promise<void> {
  for (const path of paths) {
    const key = app.press.keyOf(path)
    if (key !== null) await app.press.fetch(key)
  }
}

async function expectTruth(app: App): Promise<void> {
  for (const { key } of app.press.pages) {
    const kept = app.press.lookup(key)
    if (!kept) continue
    const fresh = await app.print(key)
    const bytes = await kept.imprint.copy('identity')
    const location = bytes.headers[bytes.headers.indexOf('location') + 1 || bytes.headers.length]
    expect({ key, status: kept.imprint.status, location, body: Buffer.from(bytes.body).toString() }).toEqual({
      key,
      status: fresh.status,
      location: fresh.headers['location'],
      body: String(fresh.body),
    })
  }
}

async function clear({ db }: TestNewsroom): Promise<void> {
  await sql`truncate newsroom.batch, newsroom.story, newsroom.edition, newsroom.revision, newsroom.release, newsroom.suggestion,
    live.edition, live.river, live.river_count, live.address, live.withdrawal, live.upcoming, newsroom.former_slug, newsroom.old_address cascade`.execute(
    db.writer,
  )
  await sql`update newsroom.topic t set merged_into = null, stands_for = null, archived_at = null,
    slug = (array['ferries', 'bridges', 'fords'])[place], name = jsonb_build_object('en', 'A topic')
    from (select id, row_number() over (order by id) as place from newsroom.topic) o where o.id = t.id`.execute(db.writer)
}
