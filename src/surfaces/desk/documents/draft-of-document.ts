import mammoth from 'mammoth'

import type { Block, Body } from '#newsroom/stories/body.ts'
import { bodyText } from '#newsroom/stories/body-text.ts'
import { bodyFromHtml, readBody } from '#surfaces/ui/from-html/body-from-html.ts'

/** What a story's body does not hold, and was therefore left behind; `rest` is what came after its last word. */
type LeftOut = 'pictures' | 'formulas' | 'drawings' | 'rest'

export type DocumentDraft = { headline: string; summary?: string; body: Body; left: LeftOut[] }

const styles = [
  "p[style-name='Title'] => h1.title:fresh",
  "p[style-name='Subtitle'] => p.subtitle:fresh",
  ...[1, 2, 3, 4, 5, 6].flatMap((level) => {
    const heading = `h${Math.min(level + 1, 4)}`
    return [`p.Heading${level} => ${heading}:fresh`, `p[style-name='Heading ${level}'] => ${heading}:fresh`]
  }),
  ...['Quote', 'Intense Quote', 'Block Text', 'Quotations'].map((name) => `p[style-name='${name}'] => blockquote > p:fresh`),
]

/** The draft that a Word document amounts to. Takes as long as the document makes it: to be called where that can be cut short. */
export async function draftOfDocument(bytes: Uint8Array): Promise<DocumentDraft> {
  const left = new Set<LeftOut>()
  const { value: html, messages } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length) },
    {
      styleMap: styles,
      // A document does not say how it is read.
      includeEmbeddedStyleMap: false,
      externalFileAccess: false,
      convertImage: mammoth.images.imgElement(() => {
        left.add('pictures')
        return Promise.resolve({ src: '' })
      }),
    },
  )
  for (const { message } of messages) {
    if (/element was ignored: m:oMath/.test(message)) left.add('formulas')
    if (/element was ignored: (c:chart|dgm:|w:object|wps:|v:)/.test(message)) left.add('drawings')
  }
  const { isCut, ...parts } = partsOf(html)
  return { ...parts, left: [...left, ...(isCut ? (['rest'] as const) : [])] }
}

// Words of the document are escaped in it, so that only its styles can have made these tags.
const title = /<h1 class="title">([\s\S]*?)<\/h1>/
const subtitle = /<p class="subtitle">([\s\S]*?)<\/p>/

function partsOf(html: string): Omit<DocumentDraft, 'left'> & { isCut: boolean } {
  const [headline, summary] = [title, subtitle].map((part) => oneLine(part.exec(html)?.[1] ?? ''))
  const { body, isCut } = readBody(html.replace(title, '').replace(subtitle, ''))
  const said = { isCut, ...(summary && { summary: summary.slice(0, 5000) }) }
  if (headline) return { headline: headline.slice(0, 500), ...said, body }
  const first = body.content[0]
  const opening = first && opensAsHeadline(first) ? bodyText(first).replace(/\s+/g, ' ') : ''
  if (opening === '' || opening.length > 200) return { headline: '', ...said, body }
  return { headline: opening, ...said, body: { ...body, content: body.content.slice(1) } }
}

/** Many a document has no title but a first line that stands out. */
function opensAsHeadline(block: Block): boolean {
  if (block.type === 'heading') return true
  if (block.type !== 'paragraph') return false
  return (block.content ?? []).every((inline) => inline.type === 'text' && inline.marks?.some(({ type }) => type === 'bold'))
}

const oneLine = (html: string): string => bodyText(bodyFromHtml(html)).replace(/\s+/g, ' ').trim()
