import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { readXmlTree } from '#lib/xml-tree.ts'
import { anyBody, hostileWords } from '#test/any-body.ts'
import { ferry } from '#test/newsroom.ts'

import type { Inline } from '../../stories/body.ts'
import { bodySchema } from '../../stories/body.ts'
import { beginFollowing, followTarget } from '../../stories/passages/follow.ts'
import { mapPassages, passagesOf } from '../../stories/passages/map-passages.ts'
import { fingerprint } from '../../stories/passages/passage.ts'
import type { RevisionContent } from '../../stories/story.ts'
import { compareReturned } from '../compare-returned.ts'
import { xliffFileOf } from '../export-xliff.ts'
import type { SideBySide } from '../read-translation.ts'
import { pairUp } from '../read-translation.ts'
import { withWritten } from '../write-passages.ts'
import { checkXliff } from './check-xliff.ts'
import { readXliff } from './read-xliff.ts'
import { writeXliff } from './write-xliff.ts'

const [sourceId, targetId] = ['01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-000000000002']
const held = (id: string, language: string) => ({
  id,
  language,
  story: id,
  section: null,
  projects: [],
  filedBy: null,
  state: 'draft' as const,
  headline: 'Ferry',
  revision: 1,
  rank: 0,
  sent: null,
  cleared: null,
  seconded: null,
  countedFrom: null,
  shown: null,
  shownFrom: null,
  shownUntil: null,
})

function sideOf(source: RevisionContent, target = source): SideBySide {
  const [said, own] = [passagesOf(source), passagesOf(target)]
  const passages = followTarget(beginFollowing(said), said, own, said)
  const translation = { edition: targetId, source: sourceId, madeFrom: 1, sourceRevision: 1, targetRevision: 1, passages }
  const content = { sourceContent: source, targetContent: target }
  return { source: held(sourceId, 'en'), target: held(targetId, 'fr'), translation, pairs: pairUp(passages, said, own), ...content }
}

const documentOf = (side: SideBySide) => writeXliff({ source: 'en', target: 'fr' }, [xliffFileOf(side, 'hash')])
const takenIn = (side: SideBySide, text: string) => {
  const [file] = readXliff(text, 'ferry.xlf').files
  if (!file) throw new Error('no file')
  return compareReturned('ferry.xlf', file, side)
}

const translated = (inlines: readonly Inline[]): Inline[] =>
  inlines.map((inline) => (inline.type === 'text' ? { ...inline, text: `⟦${inline.text}⟧` } : inline))

describe('XLIFF 2.1', () => {
  test(
    'whatever the text, it goes out as a valid document and comes back with the same structure and exactly the words that were filled in',
    { timeout: 30_000 },
    () => {
      fc.assert(
        fc.property(anyBody, fc.constantFrom(...hostileWords, 'Ferry'), (body, headline) => {
          const source = ferry({ headline, slug: 'ferry', body: bodySchema.parse(body) })
          const side = sideOf(source)
          const out = documentOf(side)
          expect(checkXliff(readXmlTree(out, 'ferry.xlf'))).toEqual([])
          expect(takenIn(side, out).written.size).toBe(0)
          // Translators fill in targets that have the codes of the source.
          const filled = documentOf({
            ...side,
            pairs: side.pairs.map((pair) => ({
              ...pair,
              target: pair.source && { ...pair.source, inlines: translated(pair.source.inlines) },
            })),
          })
          const marks = new Map(side.pairs.map(({ followed, target }) => [followed?.id, target ? fingerprint(target) : '']))
          const back = filled.replace(
            /<unit id="p(\d+)"([^]*?)<mda:meta type="mark">[0-9a-f]*/g,
            (_, id: string, between: string) => `<unit id="p${id}"${between}<mda:meta type="mark">${marks.get(Number(id))}`,
          )
          const { written, held: heldBack } = takenIn(side, back)
          expect(heldBack).toEqual([])
          expect(withWritten(source, side.translation.passages, written, true)).toEqual(
            mapPassages(source, ({ inlines }) => translated(inlines)),
          )
        }),
        { numRuns: 60 },
      )
    },
  )

  const linked = ferry({
    body: {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'See ' },
            { type: 'text', text: 'the timetable', marks: [{ type: 'link', attrs: { href: 'https://example.org/times' } }] },
            { type: 'footnote', attrs: { text: 'Since May.' } },
          ],
        },
      ],
    },
  })

  test('a paragraph goes out with its link and its footnote as codes, and the footnote’s words as a unit of their own', () => {
    const out = documentOf(sideOf(linked))
    expect(out).toContain('<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0"')
    expect(out).toContain('version="2.1" srcLang="en" trgLang="fr"')
    expect(out).toContain(
      '<source>See <pc id="1" canCopy="no" canDelete="no" type="link" subType="dateline:link" dispStart="https://example.org/times">the timetable</pc><ph id="2" canCopy="no" canDelete="no" type="other" subType="dateline:note" subFlows="p4"/></source>',
    )
  })

  test.each([
    [
      'a placeholder that is missing',
      (out: string) => out.replace(/(<target>See [^]*?<\/pc>)<ph [^>]*>/, '$1'),
      'the code with the id 2 is missing',
    ],
    [
      'a placeholder that is there twice',
      (out: string) => out.replace(/(<target>See [^]*?<\/pc>)(<ph [^>]*>)/, '$1$2$2'),
      'is there twice',
    ],
    ['a source that was changed', (out: string) => out.replace('<source>See ', '<source>Look at '), 'only targets may change'],
    ['a unit that is missing', (out: string) => out.replace(/<unit id="p1"[^]*?<\/unit>/, ''), 'the unit p1 is missing'],
    ['a unit of a stranger', (out: string) => out.replace('<unit id="p1"', '<unit id="p77"'), 'p1 is missing'],
    ['another edition’s story', (out: string) => out.replace(`"source">${sourceId}`, `"source">${targetId}`), 'of another story'],
    [
      'a file without our metadata',
      (out: string) => out.replace(/<mda:metadata>[^]*?<\/mda:metadata>/, ''),
      'metadata of Dateline are missing',
    ],
    ['a document type', (out: string) => out.replace('<xliff', '<!DOCTYPE x [<!ENTITY a "b">]><xliff'), 'document type'],
    ['an entity of one’s own', (out: string) => out.replace('<target>See', '<target>&lol;See'), '&lol; is not known here'],
    ['a tag that is not closed', (out: string) => out.replace('</target>', ''), 'broken XML at line'],
    ['another version', (out: string) => out.replace('version="2.1"', 'version="1.2"'), 'this is XLIFF 1.2'],
    ['a state that is none', (out: string) => out.replace('state="initial"', 'state="fine"'), 'is no state'],
    ['a doubled id', (out: string) => out.replace('<unit id="p2"', '<unit id="p1"'), 'is there twice'],
    [
      'two segments',
      (out: string) => out.replace('</segment>', '</segment><segment id="t"><source>a</source></segment>'),
      'cut into several segments',
    ],
    ['a code that leads nowhere', (out: string) => out.replaceAll('subFlows="p4"', 'subFlows="p9"'), 'refers to the unit "p9"'],
    [
      'an element in the wrong place',
      (out: string) => out.replace('<source>See', '<source><note>a</note>See'),
      '<note> may not stand in <source>',
    ],
  ])('%s is refused with its reason and its line', (_, spoil, reason) => {
    const side = sideOf(linked)
    const spoilt = spoil(documentOf(side))
    expect(spoilt).not.toBe(documentOf(side))
    expect(() => takenIn(side, spoilt)).toThrow(reason)
    expect(() => takenIn(side, spoilt)).toThrow(/[Ll]ine \d+/)
  })

  test('remarks that a translator’s tool leaves around words are no part of them', () => {
    const side = sideOf(linked)
    const out = documentOf(side).replace('<target>See ', '<target><mrk id="m1" type="term">Voir</mrk> ')
    expect([...takenIn(side, out).written.values()][0]?.[0]).toEqual({ type: 'text', text: 'Voir ' })
  })

  test('what was written here meanwhile is held back', () => {
    const side = sideOf(linked)
    const out = documentOf(side).replace('<target>See ', '<target>Voir ')
    const since = mapPassages(linked, ({ kind }) => (kind === 'paragraph' ? [{ type: 'text', text: 'Consultez' }] : undefined))
    expect(takenIn(sideOf(linked, since), out).held).toMatchObject([{ why: 'translation changed', kind: 'paragraph' }])
  })
})
