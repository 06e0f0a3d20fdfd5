import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import type { Translator } from '#platform/machine-translation/translator.ts'
import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { draft, edit, ferry, newsroomOn } from '#test/newsroom.ts'

import type { Body } from '../stories/body.ts'
import { readEdition, readRevision } from '../stories/edition-store.ts'
import { countPassages, statusOf } from '../stories/passages/followed.ts'
import { wordsOf } from '../stories/passages/passage.ts'
import { listRevisions } from '../stories/read-writing.ts'
import { releaseStory } from '../stories/release-story.ts'
import { saveRevision } from '../stories/save-revision.ts'
import { exportXliff } from './export-xliff.ts'
import { fillByMachine } from './fill-by-machine.ts'
import { importTranslation, previewImport } from './import-translation.ts'
import { markPassages } from './mark-passages.ts'
import { readSideBySide } from './read-translation.ts'
import { translateEdition } from './translate-edition.ts'

const link = { type: 'link' as const, attrs: { href: 'https://example.org/times' } }
const body: Body = {
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'See ' },
        { type: 'text', text: 'the timetable', marks: [link] },
        { type: 'footnote', attrs: { text: 'Since May.' } },
      ],
    },
    { type: 'paragraph', content: [{ type: 'text', text: 'Forty lorries & more.' }] },
  ],
}

/** Answers in capitals around the tags, as a service would in another language. */
const parrot: Translator = {
  name: 'Parrot',
  translate: async (texts) =>
    texts.map((text) =>
      text.replace(/(^|>)([^<]*)/g, (_, end: string, words: string) => end + words.toUpperCase().replace('&AMP;', '&amp;')),
    ),
}

describe.each(engines)('on %s', (engine) => {
  let newsroom: TestNewsroom
  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
  })
  afterAll(() => newsroom[Symbol.asyncDispose]())

  let made = 0
  const begun = async () => {
    made += 1
    const { edition } = await draft(newsroom, { headline: `Ferry ${made}`, body })
    return { source: edition, target: await translateEdition(newsroom, edit, { edition, language: 'fr' }) }
  }
  const sideOf = (edition: string) => readSideBySide(newsroom.db.writer, edition)
  const countsOf = async (edition: string) => countPassages((await sideOf(edition)).translation.passages)
  const seen = async (edition: string) => {
    const { translation } = await sideOf(edition)
    return { edition, revision: translation.targetRevision, sourceRevision: translation.sourceRevision }
  }
  const isMachineMade = async (edition: string) => {
    const row = await newsroom.db.writer
      .selectFrom('live.edition')
      .select('machine_made')
      .where('edition_id', '=', edition)
      .executeTakeFirst()
    return row?.machine_made
  }

  test('a machine fills what waits, marks and footnotes stay where they were, and each passage is marked as a machine’s', async () => {
    const { target } = await begun()
    expect(await fillByMachine(newsroom, edit, { edition: target, translator: parrot })).toBe(5)
    expect(await countsOf(target)).toEqual({ stale: 0, waiting: 0, machine: 5 })
    const { revision } = await readEdition(newsroom.db.writer, target)
    const content = await readRevision(newsroom.db.writer, target, revision)
    expect(content.body.content[0]).toEqual({
      type: 'paragraph',
      content: [
        { type: 'text', text: 'SEE ' },
        { type: 'text', text: 'THE TIMETABLE', marks: [link] },
        { type: 'footnote', attrs: { text: 'SINCE MAY.' } },
      ],
    })
    expect(await fillByMachine(newsroom, edit, { edition: target, translator: parrot })).toBe(0)
  })

  test('what a person wrote while the machine was at work is theirs', async () => {
    const { target } = await begun()
    const slow: Translator = {
      name: 'Slow',
      translate: async (texts, ...rest) => {
        const content = await readRevision(newsroom.db.writer, target, 1)
        await saveRevision(newsroom, edit, { edition: target, madeFrom: 1, content: { ...content, headline: 'Le bac' } })
        return parrot.translate(texts, ...rest)
      },
    }
    expect(await fillByMachine(newsroom, edit, { edition: target, translator: slow })).toBe(4)
    expect((await readEdition(newsroom.db.writer, target)).headline).toBe('Le bac')
    expect(await countsOf(target)).toEqual({ stale: 0, waiting: 0, machine: 4 })
  })

  test('what is released before a person has reviewed it says so to readers, until it is reviewed and released again', async () => {
    const { target } = await begun()
    await fillByMachine(newsroom, edit, { edition: target, translator: parrot })
    await releaseStory(newsroom, edit, { edition: target })
    expect(await isMachineMade(target)).toBe(true)
    await markPassages(newsroom, edit, { ...(await seen(target)), passages: 'all' })
    expect(await isMachineMade(target)).toBe(true)
    await releaseStory(newsroom, edit, { edition: target })
    expect(await isMachineMade(target)).toBe(false)
  })

  test('a translator’s document goes out, comes back filled in, is shown before and saved as a named revision', async () => {
    const { target } = await begun()
    const { text } = await exportXliff(newsroom.db.writer, edit, [target])
    const back = text.replace('<target>Forty lorries', '<target>Quarante camions').replace('<target>Since May.', '<target>Depuis mai.')
    const document = { text: back, what: 'ferry.xlf' }
    const [preview] = await previewImport(newsroom.db.writer, edit, document)
    expect(preview).toMatchObject({ edition: target, changes: [{ kind: 'note' }, { kind: 'paragraph' }], held: [] })
    expect((await readEdition(newsroom.db.writer, target)).revision).toBe(1)
    expect(await importTranslation(newsroom, edit, { ...document, name: 'Agency', takesRest: false })).toEqual([
      { edition: target, revision: 2 },
    ])
    expect((await listRevisions(newsroom.db.writer, target))[0]).toMatchObject({ number: 2, name: 'Agency' })
    const { pairs } = await sideOf(target)
    const done = pairs.filter(({ followed }) => followed && statusOf(followed) === 'done')
    expect(done.map((pair) => pair.target && wordsOf(pair.target))).toEqual(['Depuis mai.', 'Quarante camions & more.'])
  })

  test('what changed here since it went out is told, and the rest is taken in only if asked', async () => {
    const { source, target } = await begun()
    const { text } = await exportXliff(newsroom.db.writer, edit, [target])
    const back = text.replace('<target>Forty', '<target>Quarante').replace('<target>Since', '<target>Depuis')
    const [first] = body.content
    const changed = {
      ...body,
      content: first ? [first, { type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Fifty lorries & more.' }] }] : [],
    }
    const { headline } = await readEdition(newsroom.db.writer, source)
    await saveRevision(newsroom, edit, { edition: source, madeFrom: 1, content: ferry({ headline, body: changed }) })
    const document = { text: back, what: 'ferry.xlf', name: 'Agency' }
    expect((await previewImport(newsroom.db.writer, edit, document))[0]?.held).toMatchObject([{ why: 'source changed', kind: 'paragraph' }])
    await expect(importTranslation(newsroom, edit, { ...document, takesRest: false })).rejects.toMatchObject({ code: 'passages-changed' })
    expect((await readEdition(newsroom.db.writer, target)).revision).toBe(1)
    await importTranslation(newsroom, edit, { ...document, takesRest: true })
    const { pairs } = await sideOf(target)
    expect(pairs.map((pair) => pair.target && wordsOf(pair.target))).toEqual(
      expect.arrayContaining(['Depuis May.', 'Forty lorries & more.']),
    )
  })

  test('a document of another language, or with another hash, is refused and changes nothing', async () => {
    const { target } = await begun()
    const { text } = await exportXliff(newsroom.db.writer, edit, [target])
    const take = (spoilt: string) => importTranslation(newsroom, edit, { text: spoilt, what: 'ferry.xlf', name: 'Agency', takesRest: true })
    await expect(take(text.replace('trgLang="fr"', 'trgLang="ar"'))).rejects.toThrow(
      'it is from en into ar, and this edition from en into fr',
    )
    await expect(take(text.replace(/("sourceHash">)\w+/, '$1abc'))).rejects.toThrow('hash')
    // A revision that we never wrote: one to come, and numbers that none of ours has.
    for (const [revision, why] of [
      ['2', 'its source has no revision 2 yet'],
      ['2147483647', 'has no revision 2147483647 yet'],
      ['2147483648', 'the metadata of Dateline are missing'],
      ['99999999999999999999', 'the metadata of Dateline are missing'],
      ['0', 'the metadata of Dateline are missing'],
      ['-1', 'the metadata of Dateline are missing'],
      ['1.5', 'the metadata of Dateline are missing'],
      ['NaN', 'the metadata of Dateline are missing'],
    ] as const)
      await expect(take(text.replace(/("sourceRevision">)\d+/, `$1${revision}`)), revision).rejects.toMatchObject({
        code: 'bad-xliff',
        message: expect.stringContaining(why),
      })
    expect((await readEdition(newsroom.db.writer, target)).revision).toBe(1)
  })

  test.each([
    ['<cp hex="0000"/>', '\ufffd'],
    ['<cp hex="D800"/>', '\ufffd'],
    ['\0', '\ufffd'],
    ['<cp hex="E9"/>', 'é'],
  ])('a character that is told as %j is taken in as one that every archive takes', async (told, taken) => {
    const { target } = await begun()
    const { text } = await exportXliff(newsroom.db.writer, edit, [target])
    const back = text.replace('<target>Forty lorries', `<target>Quarante${told}camions`)
    await importTranslation(newsroom, edit, { text: back, what: 'ferry.xlf', name: 'Agency', takesRest: false })
    const said = (await sideOf(target)).pairs.map((pair) => pair.target && wordsOf(pair.target))
    expect(said).toContain(`Quarante${taken}camions & more.`)
  })

  test.each(['&#0;', '&#x0;', '&#xD800;', '&#x110000;', '<cp hex="110000"/>', '<cp hex="-1"/>', '<cp hex="oops"/>', '<cp/>'])(
    'a document with %s, which names no character, is refused',
    async (told) => {
      const { target } = await begun()
      const { text } = await exportXliff(newsroom.db.writer, edit, [target])
      const back = text.replace('<target>Forty lorries', `<target>Quarante${told}camions`)
      await expect(
        importTranslation(newsroom, edit, { text: back, what: 'ferry.xlf', name: 'Agency', takesRest: false }),
      ).rejects.toMatchObject({ code: told.startsWith('&') ? 'broken-xml' : 'bad-xliff' })
      expect((await readEdition(newsroom.db.writer, target)).revision).toBe(1)
    },
  )

  test('several translations go out as one document and come back together, or not at all', async () => {
    const [one, other] = [await begun(), await begun()]
    const { text } = await exportXliff(newsroom.db.writer, edit, [one.target, other.target])
    const back = text.replaceAll('<target>Forty', '<target>Quarante')
    expect(await importTranslation(newsroom, edit, { text: back, what: 'two.xlf', name: 'Agency', takesRest: false })).toHaveLength(2)
    const broken = back.replaceAll('Quarante', 'Soixante').replace(/<\/pc><ph [^>]*><\/target>([^]*)$/, '</pc></target>$1')
    await expect(
      importTranslation(newsroom, edit, { text: broken, what: 'two.xlf', name: 'Agency', takesRest: true }),
    ).rejects.toMatchObject({ code: 'bad-xliff' })
    expect((await readEdition(newsroom.db.writer, one.target)).revision).toBe(2)
  })
})
