import { z } from 'zod'

import { storable } from '#lib/storable.ts'

import { harmlessText } from '../text-input.ts'
import { embedOf } from './embed-providers.ts'
import { isWithinBounds } from './body-bounds.ts'

/**
 * The body of an edition: a ProseMirror document (https://prosemirror.net/docs/ref/#model.Node.toJSON) in the node and mark
 * names of TipTap's own extensions, and three of ours: call-outs, footnotes, embeds. There is no stored HTML: the site prints
 * these nodes and nothing else.
 */
const mark = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('bold') }),
  z.strictObject({ type: z.literal('italic') }),
  z.strictObject({
    type: z.literal('link'),
    attrs: z.strictObject({
      href: z
        .string()
        .max(2000)
        // Browsers pass over tabs and line ends, so that "/\t/elsewhere" would lead there.
        .regex(/^(https?:\/\/|mailto:|\/(?![/\\]))[^\t\n\r]*$/i),
    }),
  }),
])
const marks = z.array(mark).max(3).optional()

// What turns letters around or nobody sees is dropped; where NUL stood, what was on both sides of it stays apart.
const said = (text: string): string => harmlessText(storable(text))
const words = (longest: number) => z.string().max(longest).transform(said)

const text = z.strictObject({ type: z.literal('text'), text: z.string().min(1).max(100_000).transform(said), marks })
// Editors mark whatever stands in a marked stretch; on these a mark says nothing, and is dropped.
const hardBreak = z.strictObject({ type: z.literal('hardBreak'), marks }).transform(({ type }) => ({ type }))
const footnote = z
  .strictObject({ type: z.literal('footnote'), attrs: z.strictObject({ text: z.string().min(1).max(2000).transform(said) }), marks })
  .transform(({ type, attrs }) => ({ type, attrs }))
const inline = z.discriminatedUnion('type', [text, hardBreak, footnote])
// No editor takes a text or a footnote of which nothing is left.
export const inlines = z.array(inline).max(5000).overwrite(withoutEmpty)

const paragraph = z.strictObject({ type: z.literal('paragraph'), content: inlines.optional() })
const heading = z.strictObject({
  type: z.literal('heading'),
  attrs: z.strictObject({ level: z.union([z.literal(2), z.literal(3), z.literal(4)]) }),
  content: inlines.optional(),
})
const rule = z.strictObject({ type: z.literal('horizontalRule') })

// Told apart by their type at once: a plain union would read every list in every way, and twice as often at each level.
const listItem = z.strictObject({
  type: z.literal('listItem'),
  get content() {
    return z.array(simple).min(1).max(500)
  },
})
const bulletList = z.strictObject({ type: z.literal('bulletList'), content: z.array(listItem).min(1).max(1000) })
const orderedList = z.strictObject({
  type: z.literal('orderedList'),
  attrs: z.object({ start: z.int().min(1).max(100_000) }).optional(),
  content: z.array(listItem).min(1).max(1000),
})
const simple = z.discriminatedUnion('type', [paragraph, bulletList, orderedList])
const several = (most: number) => z.array(simple).min(1).max(most)

const blockquote = z.strictObject({
  type: z.literal('blockquote'),
  attrs: z.strictObject({ attribution: words(300).nullable() }).optional(),
  content: several(500),
})
const callout = z.strictObject({
  type: z.literal('callout'),
  attrs: z.strictObject({ kind: z.enum(['note', 'background', 'contact']) }),
  content: several(50),
})

const span = z.int().min(1).max(50).default(1)
// Widths are the reader's; they and whatever else an editor keeps of a cell are dropped.
const cellAttrs = z.object({
  colspan: span,
  rowspan: span,
  colwidth: z
    .unknown()
    .transform(() => null)
    .default(null),
})
const cellContent = several(100)
const cell = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('tableHeader'), attrs: cellAttrs, content: cellContent }),
  z.strictObject({ type: z.literal('tableCell'), attrs: cellAttrs, content: cellContent }),
])
// A row all of whose cells reach down from above has none of its own.
const tableRow = z.strictObject({ type: z.literal('tableRow'), content: z.array(cell).max(40).default([]) })
const table = z.strictObject({ type: z.literal('table'), content: z.array(tableRow).min(1).max(500) })

const embed = z.strictObject({
  type: z.literal('embed'),
  attrs: z.strictObject({
    url: z
      .string()
      .max(2000)
      .refine((url) => embedOf(url) !== undefined, 'not an address that can be embedded'),
    title: words(300),
  }),
})

const block = z.discriminatedUnion('type', [paragraph, heading, bulletList, orderedList, blockquote, rule, table, callout, embed])

/**
 * The body of an edition: a ProseMirror document (https://prosemirror.net/docs/ref/#model.Node.toJSON) in the node and mark
 * names of TipTap's own extensions, and three of ours: call-outs, footnotes, embeds. There is no stored HTML: the site prints
 * these nodes and nothing else. At most 1,000,000 characters of JSON; lists at most 12 deep, in a table as elsewhere. What is
 * beyond that is refused before it is read.
 */
export const bodySchema = z
  .unknown()
  .refine(isWithinBounds, { error: 'too long or too deeply nested', abort: true })
  .pipe(z.strictObject({ type: z.literal('doc'), content: z.array(block).max(5000) }))

function withoutEmpty(all: Inline[]): Inline[] {
  return all.filter((one) => (one.type === 'text' ? one.text !== '' : one.type !== 'footnote' || one.attrs.text !== ''))
}

export type Body = z.infer<typeof bodySchema>
export type Block = Body['content'][number]
/** What may stand in list items, quotes, call-outs and cells. */
export type SimpleBlock = z.infer<typeof simple>
export type CalloutKind = z.infer<typeof callout>['attrs']['kind']
export type Inline = z.infer<typeof inline>
export type Mark = z.infer<typeof mark>
