import fc from 'fast-check'

import { Failure } from '#lib/failure.ts'
import { admit, someone } from '#test/cast.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { ferry } from '#test/newsroom.ts'

import { addComment } from '../comments/add-comment.ts'
import { isGiven } from '../members/is-given.ts'
import type { Member, Role } from '../members/member.ts'
import { makePrivateLink } from '../private-links/make-private-link.ts'
import { bodyText } from '../stories/body-text.ts'
import { callOffRelease } from '../stories/call-off-release.ts'
import { changeSlug } from '../stories/change-slug.ts'
import type { HeldEdition } from '../stories/edition-store.ts'
import { readEdition, readRevision } from '../stories/edition-store.ts'
import { fileStory } from '../stories/file-story.ts'
import { planRelease } from '../stories/plan-release.ts'
import { correctStory, releaseStory } from '../stories/release-story.ts'
import { nameRevision, restoreRevision } from '../stories/restore-revision.ts'
import { saveRevision } from '../stories/save-revision.ts'
import type { RevisionContent } from '../stories/story.ts'
import { takePen } from '../stories/take-pen.ts'
import { withdrawStory } from '../stories/withdraw-story.ts'
import { clearStory, lookAtClearing } from './clear-story.ts'
import { sendBack } from './send-back.ts'
import { sendForReview, takeBack } from './send-for-review.ts'

/** One thing that a member tries. `pick` chooses a revision or a step of those that are there; `words` says how many of twelve are new. */
export type Act = {
  kind: (typeof kinds)[number]
  who: number
  pick: number
  words: number
  section: 'strict' | 'free' | 'none'
  minutes: number
  hasReason: boolean
}

const kinds = [
  ...(['save', 'save', 'autosave', 'autosave', 'save', 'send', 'send', 'clear', 'clear', 'release', 'release', 'release'] as const),
  ...(['restore', 'take back', 'send back', 'look', 'release earlier', 'correct', 'call off', 'move', 'withdraw'] as const),
  ...(['comment', 'show outside', 'name', 'plan', 'pen', 'wait'] as const),
] as const

const role = fc.constantFrom<Role>('contributor', 'editor', 'chief editor', 'administrator', 'observer')

const plainly = { pick: 1, words: 1, section: 'strict', minutes: 0, hasReason: false } as const
/** How it should be; members that act by chance alone hardly ever come to it. */
const byTheBook: Act[] = [
  { kind: 'send', who: 0, ...plainly },
  { kind: 'clear', who: 1, ...plainly },
  { kind: 'release', who: 1, ...plainly },
]

export const acts = fc.record({
  before: fc.constantFrom([], byTheBook),
  roles: fc.record({
    first: fc.constantFrom<Role>('contributor', 'editor', 'chief editor'),
    // Without an editor nothing ever happens.
    second: fc.constantFrom<Role>('editor', 'chief editor'),
    others: fc.array(fc.record({ role, isNarrow: fc.boolean() }), { minLength: 1, maxLength: 2 }),
  }),
  steps: fc.array(
    fc.record<Act>({
      kind: fc.constantFrom(...kinds),
      who: fc.constantFrom(0, 0, 1, 1, 2, 3),
      pick: fc.nat(7),
      words: fc.constantFrom(1, 1, 3, 7, 12),
      section: fc.constantFrom('strict', 'strict', 'strict', 'free', 'none'),
      minutes: fc.constantFrom(0, 0, 0, 5, 30),
      hasReason: fc.boolean(),
    }),
    { minLength: 10, maxLength: 30 },
  ),
})

type Places = { strict: string; free: string; ours: string; theirs: string }
export type Roles = { first: Role; second: Role; others: { role: Role; isNarrow: boolean }[] }

const length = 12

/** A newsroom in which every word says who wrote it: `a12` is the first member's. */
export class Desk {
  readonly strict: string
  readonly members: Member[]
  /** What had been sent when a word was written by someone who was reading it: small mends of theirs are no authorship. */
  readonly mends = new Map<string, number>()
  readonly #newsroom: TestNewsroom
  readonly #places: Places
  readonly #edition: string
  #words = 0

  private constructor(newsroom: TestNewsroom, places: Places, of: { members: Member[]; edition: string }) {
    this.#newsroom = newsroom
    this.#places = places
    this.strict = places.strict
    this.members = of.members
    this.#edition = of.edition
  }

  static async open(newsroom: TestNewsroom, places: Places, roles: Roles): Promise<Desk> {
    const members = [
      someone('Ana', roles.first),
      someone('Ben', roles.second),
      ...roles.others.map((other, index) =>
        someone(`Cem ${index}`, other.role, other.isNarrow ? { projects: [places.theirs] } : { projects: [places.ours, places.theirs] }),
      ),
    ]
    await admit(newsroom, ...members)
    const [ana] = members
    if (!ana) throw new Error('A newsroom has members.')
    const content = ferry({
      section: places.strict,
      projects: [places.ours],
      headline: 'Ferry',
      summary: 'Lorries.',
      body: bodyOf(newWords(0, 0)),
    })
    const { edition } = await fileStory(newsroom, ana, { language: 'en', content })
    return new Desk(newsroom, places, { members, edition })
  }

  /** Lives through an act; false when it was refused. A contributor to whom the story is foreign is refused whatever they try. */
  async live(act: Act): Promise<boolean> {
    if (act.kind === 'wait') {
      this.#newsroom.clock.advance((act.minutes + 1) * 60_000)
      return true
    }
    const who = act.who % this.members.length
    const by = this.members[who]
    if (!by) return false
    const edition = await readEdition(this.#newsroom.db.writer, this.#edition)
    const isForeign = by.role === 'contributor' && edition.filedBy !== by.id && !isGiven(by, edition)
    try {
      await this.#upon(edition, by, { ...act, who })
    } catch (error) {
      if (error instanceof Failure) return false
      throw error
    }
    if (isForeign) throw new Error(`${by.name} did "${act.kind}" to a story that is not given to them.`)
    return true
  }

  async #upon(held: HeldEdition, by: Member, act: Act): Promise<unknown> {
    const newsroom = this.#newsroom
    const edition = held.id
    const reason = act.hasReason ? { aloneBecause: 'Nobody else is awake.' } : {}
    const at = act.minutes > 0 ? { at: new Date(newsroom.clock.now().getTime() + act.minutes * 60_000) } : {}
    const until = act.pick === 0 ? { until: new Date(newsroom.clock.now().getTime() + (act.minutes + 7) * 60_000) } : {}
    const revisions = await this.#revisions()
    const revision = revisions[act.pick % revisions.length] ?? 1
    if (act.kind === 'save' || act.kind === 'autosave') return this.#save(held, by, act)
    if (act.kind === 'send') return sendForReview(newsroom, by, { edition })
    if (act.kind === 'take back') return takeBack(newsroom, by, { edition })
    if (act.kind === 'send back') return sendBack(newsroom, by, { edition, reason: 'The figures are old.' })
    if (act.kind === 'clear') return clearStory(newsroom, by, { edition, revision: held.revision, ...reason })
    if (act.kind === 'look') return lookAtClearing(newsroom, by, { step: await this.#stepToLookAt() })
    if (act.kind === 'release') return releaseStory(newsroom, by, { edition, ...at, ...until, ...reason })
    if (act.kind === 'release earlier') return releaseStory(newsroom, by, { edition, revision, ...at, ...reason })
    if (act.kind === 'correct') return correctStory(newsroom, by, { edition, correction: 'The day was wrong.', ...at, ...reason })
    if (act.kind === 'restore') return restoreRevision(newsroom, by, { edition, revision })
    if (act.kind === 'call off') return callOffRelease(newsroom, by, { edition })
    if (act.kind === 'move') return changeSlug(newsroom, by, { edition, slug: `ferry-${(this.#words += 1)}` })
    if (act.kind === 'withdraw') return withdrawStory(newsroom, by, { edition, reason: 'It was wrong.' })
    if (act.kind === 'comment') return addComment(newsroom, by, { edition, words: 'Is this so?' })
    if (act.kind === 'show outside') return makePrivateLink(newsroom, by, { edition, forWhom: 'A donor', days: 3 })
    if (act.kind === 'name') return nameRevision(newsroom, by, { edition, revision, name: 'As agreed' })
    if (act.kind === 'plan') return planRelease(newsroom, by, { edition, at: newsroom.clock.now() })
    return takePen(newsroom, by, { edition, tab: 'one', takeOver: true })
  }

  async #save(held: HeldEdition, by: Member, act: Act): Promise<void> {
    const before = await readRevision(this.#newsroom.db.writer, held.id, held.revision)
    this.#words += length
    const fresh = newWords(act.who, this.#words).slice(0, act.words)
    const words = [...wordsOfBody(before).slice(0, length - fresh.length), ...fresh]
    const section = { strict: this.#places.strict, free: this.#places.free, none: null }[act.section]
    await saveRevision(this.#newsroom, by, {
      edition: held.id,
      madeFrom: held.revision,
      content: { ...before, body: bodyOf(words), section },
      isAutosave: act.kind === 'autosave',
    })
    const isRead = held.state === 'in review' || held.state === 'cleared'
    if (isRead && held.sent !== null) for (const word of fresh) this.mends.set(word, held.sent)
  }

  async #revisions(): Promise<number[]> {
    const rows = await this.#newsroom.db.writer.selectFrom('newsroom.revision').select('number').orderBy('number', 'desc').execute()
    return rows.map(({ number }) => number)
  }

  async #stepToLookAt(): Promise<string> {
    const step = await this.#newsroom.db.writer
      .selectFrom('newsroom.step')
      .select('id')
      .where('act', '=', 'cleared alone')
      .where('looked_at', 'is', null)
      .executeTakeFirst()
    return step?.id ?? '01900000-0000-7000-8000-000000000000'
  }
}

const newWords = (who: number, from: number): string[] => Array.from({ length }, (_, index) => `${'abcd'[who] ?? 'x'}${from + index}`)
const bodyOf = (words: string[]): RevisionContent['body'] => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: words.join(' ') }] }],
})

export const wordsOfBody = (content: { body: unknown }): string[] => bodyText(content.body).split(' ')
export const writerOf = (word: string): number => 'abcd'.indexOf(word[0] ?? '')
