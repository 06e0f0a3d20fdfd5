import { z } from 'zod'

/**
 * The body of an edition: a ProseMirror document (https://prosemirror.net/docs/ref/#model.Node.toJSON) in the node and mark
 * names of TipTap's starter kit. There is no stored HTML: the site prints these nodes and nothing else.
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
        .regex(/^(https?:\/\/|mailto:|\/(?![/\\]))/i),
    }),
  }),
])

const text = z.strictObject({ type: z.literal('text'), text: z.string().min(1).max(100_000), marks: z.array(mark).max(3).optional() })
const inline = z.union([text, z.strictObject({ type: z.literal('hardBreak') })])
const inlines = z.array(inline).max(5000)

const paragraph = z.strictObject({ type: z.literal('paragraph'), content: inlines.optional() })
const heading = z.strictObject({
  type: z.literal('heading'),
  attrs: z.strictObject({ level: z.union([z.literal(2), z.literal(3), z.literal(4)]) }),
  content: inlines.optional(),
})
const rule = z.strictObject({ type: z.literal('horizontalRule') })

const listItem = z.strictObject({
  type: z.literal('listItem'),
  get content() {
    return z
      .array(z.union([paragraph, bulletList, orderedList]))
      .min(1)
      .max(500)
  },
})
const bulletList = z.strictObject({
  type: z.literal('bulletList'),
  get content() {
    return z.array(listItem).min(1).max(1000)
  },
})
const orderedList = z.strictObject({
  type: z.literal('orderedList'),
  get content() {
    return z.array(listItem).min(1).max(1000)
  },
})
const blockquote = z.strictObject({
  type: z.literal('blockquote'),
  attrs: z.strictObject({ attribution: z.string().max(300).nullable() }).optional(),
  content: z
    .array(z.union([paragraph, bulletList, orderedList]))
    .min(1)
    .max(500),
})

const block = z.union([paragraph, heading, bulletList, orderedList, blockquote, rule])

export const bodySchema = z.strictObject({ type: z.literal('doc'), content: z.array(block).max(5000) })

export type Body = z.infer<typeof bodySchema>
export type Block = Body['content'][number]
export type Inline = z.infer<typeof inline>
export type Mark = z.infer<typeof mark>
