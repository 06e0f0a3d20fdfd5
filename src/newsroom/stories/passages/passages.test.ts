import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { anyBody } from '#test/any-body.ts'
import { ferry } from '#test/newsroom.ts'

import type { Block } from '../body.ts'
import { bodySchema } from '../body.ts'
import type { RevisionContent } from '../story.ts'
import { beginFollowing, followSource, followTarget } from './follow.ts'
import type { Followed } from './followed.ts'
import { countPassages, statusOf } from './followed.ts'
import { graftStructure } from './graft-structure.ts'
import { mapPassages, passagesOf } from './map-passages.ts'
import { fingerprint, wordsOf } from './passage.ts'
import { callMinor, markDone, spare } from './settle-passages.ts'

const paragraph = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const story = (texts: string[], over: Partial<RevisionContent> = {}): RevisionContent =>
  ferry({ body: { type: 'doc', content: texts.map(paragraph) }, ...over })
const inFrench = (content: RevisionContent): RevisionContent =>
  mapPassages(content, (passage) => [{ type: 'text', text: `fr ${wordsOf(passage)}` }])
const all = (passages: Followed[]): Set<number> => new Set(passages.map(({ id }) => id))

/** A translation that is done, and the texts of both. */
function done(source: RevisionContent) {
  const target = inFrench(source)
  const said = passagesOf(source)
  return { target, passages: followTarget(beginFollowing(said), said, passagesOf(target), said) }
}

/** What each passage that a reader of the source meets is now, by its words. */
function statuses(passages: Followed[], source: RevisionContent): Record<string, string> {
  const said = passagesOf(source)
  return Object.fromEntries(
    passages.map((passage) => [passage.source === null ? 'gone' : wordsOf(said[passage.source] ?? { inlines: [] }), statusOf(passage)]),
  )
}

const words = ['Forty lorries crossed on Monday.', 'The river was high.', 'Farmers waited on both banks.', 'A second boat comes in May.']

describe('passages', () => {
  test('a passage is a field, a paragraph, a heading, a cell, a quote and its source, a footnote, a title', () => {
    const content = ferry({
      byline: 'Ana',
      body: {
        type: 'doc',
        content: [
          { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Heading' }] },
          {
            type: 'paragraph',
            content: [
              { type: 'text', text: 'Text' },
              { type: 'footnote', attrs: { text: 'Note' } },
            ],
          },
          {
            type: 'blockquote',
            attrs: { attribution: 'Olga' },
            content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Quote' }] }],
          },
          { type: 'paragraph' },
          { type: 'horizontalRule' },
          { type: 'embed', attrs: { url: 'https://youtu.be/abcdefghijk', title: 'Film' } },
        ],
      },
    })
    expect(passagesOf(content).map((passage) => [passage.kind, wordsOf(passage)])).toEqual([
      ['headline', content.headline],
      ['summary', content.summary],
      ['byline', 'Ana'],
      ['heading2', 'Heading'],
      ['paragraph', 'Text'],
      ['note', 'Note'],
      ['paragraph', 'Quote'],
      ['attribution', 'Olga'],
      ['title', 'Film'],
    ])
  })

  test('whatever the body, leaving every passage as it is leaves the text as it is', () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        const content = ferry({ body: bodySchema.parse(body) })
        expect(mapPassages(content, () => undefined)).toEqual(content)
        const passages = passagesOf(content)
        const again = mapPassages(content, ({ inlines }) => inlines)
        expect(passagesOf(again)).toEqual(passages)
        expect(bodySchema.safeParse(again.body).success).toBe(true)
      }),
    )
  })
})

describe('a translation', () => {
  test('waits in the source’s words, and is done where a person wrote others', () => {
    const source = story(words)
    const said = passagesOf(source)
    const begun = beginFollowing(said)
    expect(countPassages(begun)).toEqual({ stale: 0, waiting: 6, machine: 0 })
    const target = mapPassages(source, (passage) =>
      wordsOf(passage) === words[1] ? [{ type: 'text', text: 'La rivière était haute.' }] : undefined,
    )
    const passages = followTarget(begun, said, passagesOf(target), said)
    expect(passages.filter((passage) => statusOf(passage) === 'done').map(({ source: index }) => index)).toEqual([3])
  })

  test('after any edit of the source exactly what changed is behind, until it is marked done or says the same again', () => {
    const edits = fc.array(fc.constantFrom('keep', 'change', 'remove', 'insert'), { minLength: 4, maxLength: 12 })
    fc.assert(
      fc.property(edits, (acts) => {
        const before = acts.map((_, k) => `Passage ${k} tells of boat ${k * 7919} and of bank ${k * 104_729}.`)
        const after = acts.flatMap((act, k) => {
          if (act === 'remove') return []
          if (act === 'change') return [`${before[k]} Since Monday.`]
          return act === 'insert' ? [`New ${k * 15_485_863}!`, before[k] ?? ''] : [before[k] ?? '']
        })
        const [source, next] = [story(before), story(after)]
        const { target, passages } = done(source)
        const now = followSource(passages, passagesOf(source), passagesOf(next))
        const counted = (status: string) => now.filter((passage) => statusOf(passage) === status).length
        const asked = (act: string) => acts.filter((one) => one === act).length
        // What came where something went is told as a change of it.
        expect(counted('stale') + counted('removed')).toBe(asked('change') + asked('remove'))
        expect(counted('stale') + counted('added')).toBe(asked('change') + asked('insert'))
        acts.forEach((act, k) => {
          if (act === 'change') expect(statuses(now, next)[`${before[k]} Since Monday.`]).toBe('stale')
          if (act === 'keep' || act === 'insert') expect(statuses(now, next)[before[k] ?? '']).toBe('done')
        })
        expect(countPassages(markDone(now, all(now))).stale).toBe(0)
        expect(countPassages(followSource(now, passagesOf(next), passagesOf(source))).stale).toBe(0)
        const grafted = graftStructure(next, target, now)
        expect(grafted.body.content).toHaveLength(after.length)
      }),
    )
  })

  test('marking one done makes it so until its source changes again', () => {
    const [first, second, third] = [
      story(words),
      story(['Fifty lorries crossed on Monday.', ...words.slice(1)]),
      story(['Sixty lorries crossed on Monday.', ...words.slice(1)]),
    ]
    const { passages } = done(first)
    const stale = followSource(passages, passagesOf(first), passagesOf(second))
    expect(countPassages(stale).stale).toBe(1)
    const marked = markDone(stale, all(stale))
    expect(countPassages(marked).stale).toBe(0)
    expect(countPassages(followSource(marked, passagesOf(second), passagesOf(third))).stale).toBe(1)
  })

  test('a change that was released as minor leaves translations as they were, and what was behind before it stays behind', () => {
    const first = story(words)
    const second = story([words[0] ?? '', 'The river was very high.', ...words.slice(2)])
    const third = story(['Forty lorries crossed on Tuesday.', 'The river was very high.', ...words.slice(2)])
    const behind = followSource(done(first).passages, passagesOf(first), passagesOf(second))
    const more = followSource(behind, passagesOf(second), passagesOf(third))
    expect(countPassages(more).stale).toBe(2)
    const minor = callMinor(more, { before: passagesOf(second), after: passagesOf(third), latest: passagesOf(third) })
    expect(minor.filter((passage) => statusOf(passage) === 'stale').map(({ source }) => source)).toEqual([3])
    expect(countPassages(spare(more)).stale).toBe(0)
  })

  test('a paragraph that was moved is not stale, and one that was cut and put back is known again', () => {
    const source = story(words)
    const { target, passages } = done(source)
    const moved = story([words[3] ?? '', ...words.slice(0, 3)])
    expect(countPassages(followSource(passages, passagesOf(source), passagesOf(moved))).stale).toBe(0)
    const cut = { ...target, body: { ...target.body, content: target.body.content.slice(1) } }
    const without = followTarget(passages, passagesOf(target), passagesOf(cut), passagesOf(source))
    const back = followTarget(without, passagesOf(cut), passagesOf(target), passagesOf(source))
    expect(back.map(({ target: index }) => index)).toEqual(passages.map(({ target: index }) => index))
  })

  test('a machine’s words are a machine’s until a person changes them or stands by them, and again when they are restored', () => {
    const source = story(words)
    const { target } = done(source)
    const said = passagesOf(source)
    const made = passagesOf(target)
    const byMachine = beginFollowing(said).map((passage): Followed => ({
      ...passage,
      state: 'machine',
      machine: fingerprintAt(made, passage.target),
    }))
    expect(countPassages(byMachine)).toEqual({ stale: 0, waiting: 0, machine: 6 })
    const edited = mapPassages(target, (passage) => (passage.kind === 'headline' ? [{ type: 'text', text: 'Le bac repart' }] : undefined))
    const reviewed = followTarget(byMachine, made, passagesOf(edited), said)
    expect(countPassages(reviewed).machine).toBe(5)
    expect(countPassages(followTarget(reviewed, passagesOf(edited), made, said)).machine).toBe(6)
    expect(countPassages(markDone(byMachine, all(byMachine))).machine).toBe(0)
  })

  test('a missing paragraph is brought in where the source has it, and the translation’s own stays', () => {
    const source = story(words)
    const { target, passages } = done(source)
    const own = {
      ...target,
      body: {
        ...target.body,
        content: [...target.body.content.slice(0, 2), paragraph('Pour nos lecteurs.'), ...target.body.content.slice(2)],
      },
    }
    const withOwn = followTarget(passages, passagesOf(target), passagesOf(own), passagesOf(source))
    const next = story([words[0] ?? '', 'A third boat was bought.', ...words.slice(1)])
    const behind = followSource(withOwn, passagesOf(source), passagesOf(next))
    const grafted = graftStructure(next, own, behind)
    expect(passagesOf(grafted).slice(2).map(wordsOf)).toEqual([
      `fr ${words[0]}`,
      'A third boat was bought.',
      `fr ${words[1]}`,
      'Pour nos lecteurs.',
      `fr ${words[2]}`,
      `fr ${words[3]}`,
    ])
    const now = followTarget(behind, passagesOf(own), passagesOf(grafted), passagesOf(next))
    expect(countPassages(now)).toEqual({ stale: 0, waiting: 1, machine: 0 })
  })
})

function fingerprintAt(passages: ReturnType<typeof passagesOf>, index: number | null): string {
  return fingerprint(passages[index ?? -1] ?? { inlines: [] })
}
