import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { someone } from '#test/cast.ts'
import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { ana, draft, edit, ferry, newsroomOn, olga, released } from '#test/newsroom.ts'

import type { Body, Inline } from '../stories/body.ts'
import { readEdition, readRevision } from '../stories/edition-store.ts'
import { countPassages, statusOf } from '../stories/passages/followed.ts'
import { wordsOf } from '../stories/passages/passage.ts'
import { findTranslation } from '../stories/passages/translation-store.ts'
import { releaseStory } from '../stories/release-story.ts'
import { restoreRevision } from '../stories/restore-revision.ts'
import { saveRevision } from '../stories/save-revision.ts'
import { markPassages } from './mark-passages.ts'
import { readSideBySide } from './read-translation.ts'
import { spareTranslations } from './spare-translations.ts'
import { takeStructure } from './take-structure.ts'
import { translateEdition } from './translate-edition.ts'
import { writePassages } from './write-passages.ts'

const body = (...texts: string[]): Body => ({
  type: 'doc',
  content: texts.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
})
const words = ['Forty lorries crossed on Monday.', 'The river was high.', 'Farmers waited on both banks.']

describe.each(engines)('on %s', (engine) => {
  let newsroom: TestNewsroom
  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
  })
  afterAll(() => newsroom[Symbol.asyncDispose]())

  let made = 0
  const begun = async (language = 'fr') => {
    made += 1
    const { story, edition } = await draft(newsroom, { headline: `Ferry ${made}`, body: body(...words) })
    return { story, source: edition, target: await translateEdition(newsroom, edit, { edition, language }) }
  }
  const counts = async (edition: string) => {
    const translation = await findTranslation(newsroom.db.writer, edition)
    return countPassages(translation?.passages ?? [])
  }
  const seen = async (edition: string) => {
    const { translation } = await readSideBySide(newsroom.db.writer, edition)
    return { edition, revision: translation.targetRevision, sourceRevision: translation.sourceRevision }
  }
  /** Writes every passage in other words. */
  const translated = async (edition: string) => {
    const { pairs } = await readSideBySide(newsroom.db.writer, edition)
    const written = new Map<number, Inline[]>(
      pairs.flatMap(({ followed, source }) =>
        followed && source ? [[followed.id, [{ type: 'text' as const, text: `fr ${wordsOf(source)}` }]] as const] : [],
      ),
    )
    await writePassages(newsroom, edit, { ...(await seen(edition)), written, done: new Set(written.keys()) })
  }
  const saveSource = async (edition: string, over: Parameters<typeof ferry>[0]) => {
    const { revision, headline } = await readEdition(newsroom.db.writer, edition)
    await saveRevision(newsroom, edit, { edition, madeFrom: revision, content: ferry({ headline, body: body(...words), ...over }) })
  }

  test('an edition is made from another with its structure and its facts, as a draft that waits in the source’s words', async () => {
    const { source, target } = await begun()
    const held = await readEdition(newsroom.db.writer, target)
    expect(held).toMatchObject({ language: 'fr', state: 'draft', revision: 1, filedBy: edit.id })
    expect(await readRevision(newsroom.db.writer, target, 1)).toEqual(await readRevision(newsroom.db.writer, source, 1))
    expect(await counts(target)).toEqual({ stale: 0, waiting: 5, machine: 0 })
  })

  test('a story has one edition in a language, and the newsroom says in which', async () => {
    const { source } = await begun()
    await expect(translateEdition(newsroom, edit, { edition: source, language: 'fr' })).rejects.toMatchObject({ code: 'edition-exists' })
    await expect(translateEdition(newsroom, edit, { edition: source, language: 'xx' })).rejects.toMatchObject({ code: 'no-such-language' })
  })

  test('who has French alone makes no Arabic edition, and an observer none', async () => {
    const { source } = await begun()
    const french = someone('Louise', 'editor', { languages: ['fr'] })
    await expect(translateEdition(newsroom, french, { edition: source, language: 'ar' })).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(translateEdition(newsroom, olga, { edition: source, language: 'ar' })).rejects.toMatchObject({ code: 'not-allowed' })
  })

  test('when the source is saved with one paragraph changed, that passage is stale, until it is marked done', async () => {
    const { source, target } = await begun()
    await translated(target)
    expect(await counts(target)).toEqual({ stale: 0, waiting: 0, machine: 0 })
    await saveSource(source, { body: body(words[0] ?? '', 'The river was very high.', words[2] ?? '') })
    const { pairs } = await readSideBySide(newsroom.db.writer, target)
    const stale = pairs.filter(({ followed }) => followed && statusOf(followed) === 'stale')
    expect(stale.map(({ source: said }) => said && wordsOf(said))).toEqual(['The river was very high.'])
    await markPassages(newsroom, edit, { ...(await seen(target)), passages: stale.flatMap(({ followed }) => followed?.id ?? []) })
    expect(await counts(target)).toEqual({ stale: 0, waiting: 0, machine: 0 })
    const { saved_at: _at, ...kept } = await newsroom.db.writer
      .selectFrom('newsroom.translation as translation')
      .innerJoin('newsroom.edition as edition', 'edition.id', 'translation.edition_id')
      .select(['translation.stale_passages', 'edition.saved_at', 'edition.state'])
      .where('edition_id', '=', target)
      .executeTakeFirstOrThrow()
    expect(kept).toEqual({ stale_passages: 0, state: 'draft' })
  })

  test('what was seen before the source changed is not marked done unseen', async () => {
    const { source, target } = await begun()
    await translated(target)
    const before = await seen(target)
    await saveSource(source, { body: body('Fifty lorries.', ...words.slice(1)) })
    await expect(markPassages(newsroom, edit, { ...before, passages: 'all' })).rejects.toMatchObject({ code: 'source-changed' })
    expect((await counts(target)).stale).toBe(1)
  })

  test('writing beside the source saves a revision, names the address after the headline, and is recorded', async () => {
    const { target } = await begun()
    const { pairs } = await readSideBySide(newsroom.db.writer, target)
    const headline = pairs[0]?.followed?.id ?? 0
    const written = new Map([[headline, [{ type: 'text' as const, text: 'Le bac repart' }]]])
    expect(await writePassages(newsroom, edit, { ...(await seen(target)), written, done: new Set() })).toBe(2)
    expect(await readRevision(newsroom.db.writer, target, 2)).toMatchObject({ headline: 'Le bac repart', slug: 'le-bac-repart' })
    expect(await counts(target)).toEqual({ stale: 0, waiting: 4, machine: 0 })
    const acts = await newsroom.db.writer.selectFrom('newsroom.audit').select('act').where('object_id', '=', target).orderBy('id').execute()
    expect(acts.map(({ act }) => act)).toEqual(['translateEdition', 'writePassages'])
  })

  test('a translation is released when no passage waits in the words of its source', async () => {
    const { target } = await begun()
    const { pairs } = await readSideBySide(newsroom.db.writer, target)
    const [headline = 0, ...rest] = pairs.flatMap(({ followed }) => followed?.id ?? [])
    const written = new Map([[headline, [{ type: 'text' as const, text: 'Le bac repart' }]]])
    await writePassages(newsroom, edit, { ...(await seen(target)), written, done: new Set() })
    const refused = {
      code: 'blocked-by-checks',
      findings: [{ check: 'translation', level: 'block', says: { code: 'passages not translated', passages: 4 } }],
    }
    const release = (more: { at?: Date; revision?: number } = {}) => releaseStory(newsroom, edit, { edition: target, ...more })
    await expect(release()).rejects.toMatchObject(refused)
    await expect(release({ at: new Date('2026-06-01T09:00:00Z') })).rejects.toMatchObject(refused)
    // Whoever says of a passage that it is right as it is has decided.
    await markPassages(newsroom, edit, { ...(await seen(target)), passages: rest })
    await expect(release({ revision: 1 }), 'its headline waits there').rejects.toMatchObject({ findings: [{ says: { passages: 1 } }] })
    await expect(release()).resolves.toBeTypeOf('string')
  })

  test('what has no letter is the same in every language', async () => {
    const { edition } = await draft(newsroom, { headline: '1 + 1', summary: '2', body: body('= 2') })
    const target = await translateEdition(newsroom, edit, { edition, language: 'fr' })
    await expect(releaseStory(newsroom, edit, { edition: target })).resolves.toBeTypeOf('string')
  })

  test('a release that is called minor leaves translations as they were; one with a note does not', async () => {
    const { edition } = await released(newsroom, { headline: 'A minor ferry', body: body(...words) })
    const target = await translateEdition(newsroom, edit, { edition, language: 'fr' })
    await translated(target)
    await saveSource(edition, { headline: 'A minor ferry', body: body('Forty lorries crossed on a Monday.', ...words.slice(1)) })
    expect((await counts(target)).stale).toBe(1)
    await releaseStory(newsroom, edit, { edition })
    expect((await counts(target)).stale).toBe(0)
    await saveSource(edition, { headline: 'A minor ferry', body: body('Fifty lorries crossed on a Monday.', ...words.slice(1)) })
    await releaseStory(newsroom, edit, { edition, correction: 'It was fifty.' })
    expect((await counts(target)).stale).toBe(1)
    const { revision } = await readEdition(newsroom.db.writer, edition)
    await spareTranslations(newsroom, edit, { edition, revision })
    expect((await counts(target)).stale).toBe(0)
  })

  test('a paragraph that came into the source is brought over and waits; the source restored needs nothing', async () => {
    const { source, target } = await begun()
    await translated(target)
    await saveSource(source, { body: body(words[0] ?? '', 'A second boat comes.', ...words.slice(1)) })
    expect(await counts(target)).toEqual({ stale: 1, waiting: 0, machine: 0 })
    await takeStructure(newsroom, edit, await seen(target))
    expect(await counts(target)).toEqual({ stale: 0, waiting: 1, machine: 0 })
    const { pairs } = await readSideBySide(newsroom.db.writer, target)
    expect(pairs.map((pair) => pair.target && wordsOf(pair.target))).toEqual(
      expect.arrayContaining([`fr ${words[0]}`, 'A second boat comes.', `fr ${words[1]}`]),
    )
    await restoreRevision(newsroom, edit, { edition: source, revision: 1 })
    expect(await counts(target)).toEqual({ stale: 1, waiting: 0, machine: 0 })
    await takeStructure(newsroom, edit, await seen(target))
    expect(await counts(target)).toEqual({ stale: 0, waiting: 0, machine: 0 })
  })

  test('a contributor writes the translation of her own story until an editor has it', async () => {
    const { source } = await begun()
    const target = await translateEdition(newsroom, ana, { edition: source, language: 'ar' })
    const { pairs } = await readSideBySide(newsroom.db.writer, target)
    const written = new Map([[pairs[0]?.followed?.id ?? 0, [{ type: 'text' as const, text: 'العبّارة' }]]])
    expect(await writePassages(newsroom, ana, { ...(await seen(target)), written, done: new Set() })).toBe(2)
    await expect(writePassages(newsroom, olga, { ...(await seen(target)), written, done: new Set() })).rejects.toMatchObject({
      code: 'not-allowed',
    })
  })
})
