import { getSchema } from '@tiptap/core'
import type { ContentMatch, Mark, Node, NodeType } from '@tiptap/pm/model'
import fc from 'fast-check'
import { expect, test } from 'vitest'

import { bodyText } from '#newsroom/stories/body-text.ts'
import { bodySchema } from '#newsroom/stories/body.ts'

import { textMapOf } from '../marks/text-map.ts'
import { bodyExtensions } from './body-extensions.ts'
import { bodyOf, docOf } from './body-of.ts'
import { calloutKinds } from './framed-nodes.ts'

const schema = getSchema(bodyExtensions)

const attributes: { [type: string]: (pick: Pick) => { [name: string]: unknown } } = {
  heading: (pick) => ({ level: pick([2, 3, 4]) }),
  orderedList: (pick) => ({ start: pick([1, 1, 7]) }),
  blockquote: (pick) => ({ attribution: pick([null, 'Ana Moraru', 'Élise, juge']) }),
  callout: (pick) => ({ kind: pick(calloutKinds) }),
  tableCell: (pick) => ({ colspan: pick([1, 1, 2]), rowspan: pick([1, 1, 3]), colwidth: null }),
  tableHeader: (pick) => ({ colspan: pick([1, 1, 2]), rowspan: 1, colwidth: null }),
  footnote: (pick) => ({ text: pick(['Read at noon.', 'Ibid.', 'ا']) }),
  embed: (pick) => ({
    url: pick(['https://vimeo.com/76979871', 'https://www.youtube.com/watch?v=dQw4w9WgXcQ']),
    title: pick(['A film', '']),
  }),
}

type Pick = <T>(from: readonly T[]) => T

/** Any document that the editor's schema allows, grown from the schema itself: a node that is added to it is tried as well. */
const documents = fc.infiniteStream(fc.nat()).map((stream) => {
  const pick: Pick = <T>(from: readonly T[]) => from[(stream.next().value ?? 0) % from.length] as T
  return grown(schema.topNodeType, pick, 0)
})

function grown(type: NodeType, pick: Pick, depth: number): Node {
  if (type.isText) return schema.text(pick(['water', ' ', '“so”', 'النهر', '👩🏽‍🌾', 'a\nb']), marksOf(pick))
  const content: Node[] = []
  let match: ContentMatch = type.contentMatch
  for (let i = 0; i < 4 && (!match.validEnd || pick([true, depth < 3, false])); i += 1) {
    const types = Array.from({ length: match.edgeCount }, (_, edge) => match.edge(edge).type)
    const next = pick(depth > 3 ? types.slice(0, 1) : types)
    if (!next) break
    content.push(grown(next, pick, depth + 1))
    match = match.matchType(next) ?? match
  }
  return type.createChecked(attributes[type.name]?.(pick) ?? null, content, type.isInline ? marksOf(pick) : [])
}

function marksOf(pick: Pick): Mark[] {
  const { bold, italic, link } = schema.marks
  const href = pick(['https://example.org/a?b=c#d', '/news/one', 'mailto:ana@example.org'])
  return [bold?.create(), italic?.create(), link?.create({ href })].filter(
    (mark) => mark !== undefined && pick([true, false, false]),
  ) as Mark[]
}

test('whatever stands in the editor is a body that can be stored', () => {
  fc.assert(
    fc.property(documents, (doc) => {
      doc.check()
      const body = bodyOf(doc)
      const stored = bodySchema.safeParse(body)
      expect(stored.error).toBeUndefined()
      expect(JSON.parse(JSON.stringify(stored.data))).toEqual(JSON.parse(JSON.stringify(body)))
    }),
    { numRuns: 400 },
  )
})

test('a stored body comes into the editor and out of it unchanged', () => {
  fc.assert(
    fc.property(documents, (doc) => {
      const body = bodyOf(doc)
      expect(bodyOf(docOf(schema, JSON.parse(JSON.stringify(body))))).toEqual(body)
    }),
    { numRuns: 400 },
  )
})

test('each character of the plain text is found again at its place in the document', () => {
  fc.assert(
    fc.property(documents, (doc) => {
      const map = textMapOf(doc)
      expect(map.text).toBe(bodyText(bodyOf(doc)))
      for (let offset = 0; offset < map.text.length; offset += 1) {
        const [from, to] = [map.startOf(offset), map.endOf(offset + 1)]
        if (map.text[offset] === '\n' || doc.nodeAt(from)?.isText !== true) continue
        expect(doc.textBetween(from, to)).toBe(map.text[offset])
      }
    }),
    { numRuns: 200 },
  )
})

test('what the editor cannot hold loses its frame and keeps its words; no body is an empty paragraph', () => {
  const words = (text: string) => [{ type: 'text', text }]
  const odd = {
    type: 'doc',
    content: [
      { type: 'video', content: [{ type: 'paragraph', content: words('in a frame') }] },
      { type: 'heading', attrs: { level: 1 }, content: words('too large') },
      {
        type: 'bulletList',
        content: [
          { type: 'listItem', content: [{ type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }] }] },
        ],
      },
      {
        type: 'paragraph',
        content: [{ type: 'text', text: 'bad link', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }, { type: 'blink' }] }],
      },
    ],
  }
  const doc = docOf(schema, odd)
  doc.check()
  expect(bodySchema.safeParse(bodyOf(doc)).error).toBeUndefined()
  expect(bodyText(bodyOf(doc))).toBe('in a frame\ntoo large\nbad link')
  expect(JSON.stringify(bodyOf(doc))).not.toMatch(/javascript|blink/)
  for (const nothing of [null, undefined, 'text', { type: 'doc' }, { type: 'doc', content: [] }]) {
    expect(bodyOf(docOf(schema, nothing))).toEqual({ type: 'doc', content: [{ type: 'paragraph' }] })
  }
})
