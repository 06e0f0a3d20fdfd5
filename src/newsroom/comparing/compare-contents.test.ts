import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { ferry } from '#test/newsroom.ts'

import { bodyText } from '../stories/body-text.ts'
import type { Block } from '../stories/body.ts'
import type { FieldChange } from './compare-contents.ts'
import { compareContents } from './compare-contents.ts'
import { compareTexts, Patience } from '#lib/compare-texts.ts'

const paragraphs = (...texts: string[]) => ({
  type: 'doc' as const,
  content: texts.map((text) => ({ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] })),
})

/** Ten thousand words, the same in no two paragraphs. */
const shuffled = (letter: string, seed: number): string =>
  Array.from({ length: 10_000 }, (_, i) => `${letter}${(i * 7919 + seed) % 10_007}`).join(' ')

const blocksOf = (changes: FieldChange[]) => changes.flatMap((change) => (change.kind === 'body' ? change.blocks : []))

describe('two revisions', () => {
  test('a story that did not change has no changes', () => {
    expect(compareContents(ferry(), ferry())).toEqual([])
  })

  test('two books without a word in common are told apart in the time that a reader waits, all of it', () => {
    const book = (letter: string) => paragraphs(...Array.from({ length: 8 }, (_, i) => shuffled(letter, i)))
    const began = performance.now()
    const blocks = blocksOf(compareContents(ferry({ body: book('a') }), ferry({ body: book('b') })))
    expect(performance.now() - began).toBeLessThan(4000)
    expect(blocks).toHaveLength(8)
  })

  test('a headline is compared word by word', () => {
    const [change] = compareContents(
      ferry({ headline: 'The ferry sails again' }),
      ferry({ headline: 'The ferry rests again', slug: 'the-ferry-sails-again' }),
    )
    expect(change).toEqual({
      kind: 'text',
      field: 'headline',
      parts: [
        { kind: 'same', text: 'The ferry ' },
        { kind: 'removed', text: 'sails' },
        { kind: 'added', text: 'rests' },
        { kind: 'same', text: ' again' },
      ],
    })
  })

  test('a paragraph that came between two others is the only one that came', () => {
    const changes = compareContents(ferry({ body: paragraphs('One.', 'Two.') }), ferry({ body: paragraphs('One.', 'New.', 'Two.') }))
    expect(blocksOf(changes).map(({ kind }) => kind)).toEqual(['same', 'added', 'same'])
  })

  test('a paragraph of which a word changed is compared with itself', () => {
    const changes = compareContents(
      ferry({ body: paragraphs('Forty lorries a day.', 'Two.') }),
      ferry({ body: paragraphs('Fifty lorries a day.', 'Two.') }),
    )
    expect(blocksOf(changes)[0]).toMatchObject({
      kind: 'changed',
      parts: [{ kind: 'removed', text: 'Forty' }, { kind: 'added', text: 'Fifty' }, { kind: 'same' }],
    })
  })

  test('words that became bold are formatted, not changed', () => {
    const bold = {
      type: 'doc' as const,
      content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'One.', marks: [{ type: 'bold' as const }] }] }],
    }
    expect(blocksOf(compareContents(ferry({ body: paragraphs('One.') }), ferry({ body: bold })))).toMatchObject([{ kind: 'formatted' }])
  })

  const bodyOf = (...content: Block[]) => ferry({ body: { type: 'doc', content } })
  const compared = (before: Block, after: Block) => blocksOf(compareContents(bodyOf(before), bodyOf(after)))
  const changed = (blocks: ReturnType<typeof blocksOf>) => blocks.flatMap(({ parts }) => parts.filter(({ kind }) => kind !== 'same'))

  test('a figure that changed in a table is the only word that did', () => {
    const table = (...rows: string[][]): Block => ({
      type: 'table',
      content: rows.map((row) => ({
        type: 'tableRow',
        content: row.map((text) => ({
          type: 'tableCell',
          attrs: { colspan: 1, rowspan: 1, colwidth: null },
          content: paragraphs(text).content,
        })),
      })),
    })
    const blocks = compared(table(['Gauge', 'cm'], ['Rezina', '41']), table(['Gauge', 'cm'], ['Rezina', '42']))
    expect(blocks).toMatchObject([{ type: 'table', kind: 'changed' }])
    expect(changed(blocks)).toEqual([
      { kind: 'removed', text: '41' },
      { kind: 'added', text: '42' },
    ])
    const longer = compared(table(['Gauge', 'cm']), table(['Gauge', 'cm'], ['Rezina', '42']))
    expect(changed(longer)).toEqual([{ kind: 'added', text: '\nRezina · 42' }])
  })

  test('a word of a footnote, of a call-out and of who was quoted is compared too', () => {
    const noted = (note: string): Block => ({ type: 'paragraph', content: [{ type: 'footnote', attrs: { text: note } }] })
    const callout = (text: string): Block => ({ type: 'callout', attrs: { kind: 'note' }, content: paragraphs(text).content })
    const quoted = (attribution: string): Block => ({ type: 'blockquote', attrs: { attribution }, content: paragraphs('Ice.').content })
    for (const block of [noted, callout, quoted])
      expect(changed(compared(block('Said Ana'), block('Said Olga')))).toEqual([
        { kind: 'removed', text: 'Ana' },
        { kind: 'added', text: 'Olga' },
      ])
  })

  test('a call-out of another kind says the same and looks different', () => {
    const callout = (kind: 'note' | 'contact'): Block => ({ type: 'callout', attrs: { kind }, content: paragraphs('Call us.').content })
    expect(compared(callout('note'), callout('contact'))).toMatchObject([{ type: 'callout', kind: 'formatted' }])
  })

  test('an embed of another address is another, under the same title', () => {
    const video = (id: string): Block => ({ type: 'embed', attrs: { url: `https://youtu.be/${id}`, title: 'The ferry' } })
    expect(compared(video('abcdefghijk'), video('lmnopqrstuv'))).toMatchObject([{ type: 'embed', kind: 'changed' }])
  })

  test('a footnote is marked where it stands, and a link says where it leads', () => {
    const linked = (href?: string): Block => ({
      type: 'paragraph',
      content: [
        { type: 'text', text: 'See ' },
        { type: 'text', text: 'the ', ...(href && { marks: [{ type: 'link', attrs: { href } }] }) },
        { type: 'text', text: 'quay', marks: [...(href ? [{ type: 'link' as const, attrs: { href } }] : []), { type: 'bold' }] },
        { type: 'text', text: '.' },
      ],
    })
    expect(changed(compared(linked(), linked('/news/quay')))).toEqual([{ kind: 'added', text: ' ‹/news/quay›' }])
    const noted = (...inlines: ('here' | 'note')[]): Block => ({
      type: 'paragraph',
      content: inlines.map((one) =>
        one === 'note' ? { type: 'footnote', attrs: { text: 'Read at noon.' } } : { type: 'text', text: one },
      ),
    })
    const added = changed(compared(noted('here'), noted('here', 'note')))
    expect(added.map(({ text }) => text).join('')).toContain('¹\n¹ Read at noon.')
  })

  test('a place that was added is named', () => {
    expect(compareContents(ferry({ places: ['MD'] }), ferry({ places: ['MD', 'RO'] }))).toEqual([
      { kind: 'facts', field: 'places', before: ['MD'], after: ['MD', 'RO'] },
    ])
  })

  test('Arabic is compared word by word too', () => {
    expect(compareTexts('العبّارة تبحر اليوم', 'العبّارة تبحر غدا', new Patience()).filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'removed', text: 'اليوم' },
      { kind: 'added', text: 'غدا' },
    ])
  })
})

describe('whatever two texts say', () => {
  const text = fc
    .array(fc.constantFrom('ferry', 'river', ' ', 'العبّارة', '渡船', '.', '\n', 'é'), { maxLength: 40 })
    .map((words) => words.join(''))

  test('what stayed and what went is the earlier text, what stayed and what came the later', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = compareTexts(before, after, new Patience())
        const joined = (...kinds: string[]) =>
          parts
            .filter(({ kind }) => kinds.includes(kind))
            .map((part) => part.text)
            .join('')
        expect(joined('same', 'removed')).toBe(before)
        expect(joined('same', 'added')).toBe(after)
      }),
    )
  })

  test('every block of both bodies is in their comparison', () => {
    const bodies = fc
      .array(
        text.filter((said) => said.trim() !== ''),
        { maxLength: 8 },
      )
      .map((texts) => paragraphs(...texts))
    fc.assert(
      fc.property(bodies, bodies, (before, after) => {
        const blocks = blocksOf(compareContents(ferry({ body: before }), ferry({ body: after })))
        fc.pre(blocks.length > 0)
        const said = (...kinds: string[]) =>
          blocks.flatMap(({ parts }) => {
            const words = parts
              .filter(({ kind }) => kinds.includes(kind))
              .map((part) => part.text)
              .join('')
            return words === '' ? [] : [words]
          })
        const texts = (body: ReturnType<typeof paragraphs>) => body.content.map(bodyText).filter((words) => words !== '')
        expect(said('same', 'removed')).toEqual(texts(before))
        expect(said('same', 'added')).toEqual(texts(after))
      }),
    )
  })
})
