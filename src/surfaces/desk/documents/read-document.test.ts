import { deflateRawSync } from 'node:zlib'

import {
  Document,
  ExternalHyperlink,
  FootnoteReferenceRun,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import { describe, expect, test } from 'vitest'

import { bodyText } from '#newsroom/stories/body-text.ts'
import { bodySchema } from '#newsroom/stories/body.ts'

import type { ReadingLimits } from './read-document.ts'
import { readDocument } from './read-document.ts'

const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const text = (words: string, ...marks: unknown[]) =>
  marks.length > 0 ? { type: 'text', text: words, marks } : { type: 'text', text: words }
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content })
const packed = (children: Document | (Paragraph | Table)[]) =>
  Packer.toBuffer(children instanceof Document ? children : new Document({ sections: [{ children }] }))
const codeOf = (bytes: Uint8Array, limits?: Partial<ReadingLimits>) =>
  readDocument(bytes, limits).then(
    () => 'was read',
    (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
  )

describe('a Word document becomes a draft', { timeout: 30_000 }, () => {
  test('with its headline, summary, headings, marks, links, lists, quotation, table and footnote; its pictures are told of', async () => {
    const item = (words: string, level: number) => new Paragraph({ text: words, numbering: { reference: 'points', level } })
    const cell = (words: string) => new TableCell({ children: [new Paragraph(words)] })
    const document = new Document({
      numbering: {
        config: [{ reference: 'points', levels: [0, 1].map((level) => ({ level, format: LevelFormat.BULLET, text: '•' })) }],
      },
      styles: { paragraphStyles: [{ id: 'Quote', name: 'Quote', basedOn: 'Normal' }] },
      footnotes: { 1: { children: [new Paragraph('Measured by the rangers, see https://example.org/ice')] } },
      sections: [
        {
          children: [
            new Paragraph({ text: 'The ferry sails again', heading: HeadingLevel.TITLE }),
            new Paragraph({ text: 'What was planned', heading: HeadingLevel.HEADING_1 }),
            new Paragraph({
              children: [
                new TextRun({ text: 'Forty', bold: true }),
                new TextRun(' lorries, says '),
                new ExternalHyperlink({ link: 'https://example.org/plan', children: [new TextRun('the plan')] }),
                new FootnoteReferenceRun(1),
                new TextRun({ text: ' today', italics: true }),
              ],
            }),
            item('One', 0),
            item('Deep', 1),
            item('Two', 0),
            new Paragraph({ text: 'The ice came early.', style: 'Quote' }),
            new Table({
              rows: [
                new TableRow({ tableHeader: true, children: [cell('Gauge'), cell('cm')] }),
                new TableRow({ children: [cell('Rezina'), cell('41')] }),
              ],
            }),
            new Paragraph({ children: [new ImageRun({ type: 'png', data: pixel, transformation: { width: 9, height: 9 } })] }),
          ],
        },
      ],
    })
    const { headline, body, left } = await readDocument(await packed(document))
    expect({ headline, left }).toEqual({ headline: 'The ferry sails again', left: ['pictures'] })
    const [heading, words, list, quote, table, ...rest] = body.content
    expect(heading).toEqual({ type: 'heading', attrs: { level: 2 }, content: [text('What was planned')] })
    expect(words).toEqual(
      paragraph(
        text('Forty', { type: 'bold' }),
        text(' lorries, says '),
        text('the plan', { type: 'link', attrs: { href: 'https://example.org/plan' } }),
        { type: 'footnote', attrs: { text: 'Measured by the rangers, see https://example.org/ice' } },
        text(' today', { type: 'italic' }),
      ),
    )
    const listed = (...content: unknown[]) => ({ type: 'listItem', content })
    const deep = { type: 'bulletList', content: [listed(paragraph(text('Deep')))] }
    expect(list).toEqual({ type: 'bulletList', content: [listed(paragraph(text('One')), deep), listed(paragraph(text('Two')))] })
    expect(quote).toEqual({ type: 'blockquote', content: [paragraph(text('The ice came early.'))] })
    expect(table).toMatchObject({ type: 'table', content: [{ content: [{ type: 'tableHeader' }, { type: 'tableHeader' }] }, {}] })
    expect(rest).toEqual([])
    expect(bodySchema.parse(body)).toEqual(body)
  })

  test('in Arabic too, under its first bold line where it has no title', async () => {
    const rtl = (words: string, bold = false) =>
      new Paragraph({ bidirectional: true, children: [new TextRun({ text: words, rightToLeft: true, bold })] })
    const draft = await readDocument(await packed([rtl('العبّارة تعود إلى الإبحار', true), rtl('أربعون شاحنة في اليوم.')]))
    expect(draft).toMatchObject({ headline: 'العبّارة تعود إلى الإبحار', body: { content: [paragraph(text('أربعون شاحنة في اليوم.'))] } })
  })

  test('of as much as a body holds, and says that there was more', async () => {
    const runs = Array.from({ length: 10 }, () => new TextRun('Forty lorries a day cross the river. '.repeat(60)))
    const draft = await readDocument(await packed(Array.from({ length: 60 }, () => new Paragraph({ children: runs }))))
    expect(draft.left).toEqual(['rest'])
    expect(bodyText(draft.body).length).toBeGreaterThan(150_000)
    expect(bodySchema.safeParse(draft.body).success).toBe(true)
  })

  test('without a link that runs script', async () => {
    const link = new ExternalHyperlink({ link: 'javascript:alert(1)', children: [new TextRun('here')] })
    const draft = await readDocument(await packed([new Paragraph({ children: [new TextRun('Read '), link] })]))
    expect(draft.body.content).toEqual([paragraph(text('Read here'))])
  })
})

describe('what is no Word document, or means harm, is refused with what to do', { timeout: 30_000 }, () => {
  test.each([
    ['an old .doc', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 'old-document'],
    ['a PDF', Buffer.from('%PDF-1.7 …'), 'pdf-document'],
    ['a renamed text', Buffer.from('Dear editor,'), 'document-damaged'],
    ['nothing', Buffer.alloc(0), 'document-damaged'],
    ['more than 20 MB', Buffer.alloc(20_000_001), 'document-too-large'],
    ['an archive of something else', zip([['ppt/presentation.xml', '<p/>']]), 'not-word'],
    ['an archive with an empty document', zip([['word/document.xml', '']]), 'document-damaged'],
    ['entities', word('<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]><x>&y;</x>'), 'document-damaged'],
  ])('%s', async (_, bytes, code) => {
    expect(await codeOf(bytes)).toBe(code)
  })

  test('a document that is cut short', async () => {
    const whole = await packed([new Paragraph('One')])
    expect(await codeOf(whole.subarray(0, whole.length - 100))).toBe('document-damaged')
    expect(await codeOf(whole.subarray(0, whole.length / 2))).toBe('document-damaged')
  })

  test('a document that unpacks to more than it may, whatever it says of its size', async () => {
    const bomb = Buffer.alloc(100_000_000, 32)
    expect(await codeOf(zip([['word/document.xml', bomb]]))).toBe('document-too-large')
    expect(await codeOf(zip([['word/document.xml', bomb, 1000]]))).toBe('document-damaged')
  })

  test('a document that takes more room or time than it may', async () => {
    const heavy = word(`<w:document xmlns:w="${namespace}"><w:body>${'<w:p/>'.repeat(100_000)}</w:body></w:document>`)
    expect(await codeOf(heavy, { heap: 32 })).toBe('document-too-large')
    expect(await codeOf(await packed([new Paragraph('One')]), { within: 1 })).toBe('document-too-large')
  })

  test('a document nested without end', async () => {
    const nested = '<w:tbl><w:tr><w:tc>'.repeat(100_000) + '</w:tc></w:tr></w:tbl>'.repeat(100_000)
    expect(await codeOf(word(`<w:document xmlns:w="${namespace}"><w:body>${nested}</w:body></w:document>`))).toBe('document-damaged')
  })
})

const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

function word(document: string): Buffer {
  return zip([['word/document.xml', document]])
}

/** An archive of files, each of which may lie about its size. */
function zip(files: [name: string, content: string | Buffer, claimed?: number][]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content, claimed] of files) {
    const bytes = Buffer.from(content)
    const data = deflateRawSync(bytes)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(data.length, 14)
    common.writeUInt32LE(claimed ?? bytes.length, 18)
    common.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name), data])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), common, tail, Buffer.from(name)]))
    parts.push(local)
    offset += local.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, list, end])
}

test('of many documents at once some are asked to come again', { timeout: 30_000 }, async () => {
  const codes = await Promise.all(Array.from({ length: 12 }, () => codeOf(new TextEncoder().encode('%PDF-1.7'))))
  const times = (code: string) => codes.filter((one) => one === code).length
  expect([times('documents-waiting'), times('pdf-document')]).toEqual([2, 10])
})
