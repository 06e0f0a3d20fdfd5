import { Failure } from '#lib/failure.ts'
import { unpacked, zipEntries } from '#lib/zip-entries.ts'

const largest = 20_000_000
const largestUnpacked = 64_000_000
const mostParts = 5000

/** Refuses, with what to do instead, whatever is not a Word document that can be read in bounded room. */
export function checkDocument(bytes: Uint8Array): void {
  if (bytes.length > largest)
    throw refused('document-too-large', 'This document is larger than 20 MB. Take its pictures out and bring it in again.')
  const known = kinds.find(({ begins }) => begins.every((byte, i) => bytes[i] === byte))
  if (known) throw refused(known.code, known.say)
  const parts = zipEntries(bytes)
  if (!parts) throw notWhole()
  if (!parts.some(({ name }) => /^word\/document\d*\.xml$/i.test(name)))
    throw refused(
      'not-word',
      'This is not a Word document. Open it in the program that it was made with, save it as .docx and bring that in.',
    )
  if (parts.length > mostParts || parts.reduce((sum, { size }) => sum + size, 0) > largestUnpacked)
    throw refused('document-too-large', 'This document unpacks to more than 64 MB. Copy its text into the editor instead.')
  for (const part of parts) {
    const content = unpacked(part)
    if (!content) throw notWhole()
    // No word processor writes one, and only tricks need it.
    if (Buffer.from(content.buffer, content.byteOffset, content.length).includes('<!DOCTYPE')) throw notWhole()
  }
}

export function notWhole(cause?: unknown): Failure {
  return refused('document-damaged', 'This document is damaged. Open it in Word, save it again as .docx and bring that in.', cause)
}

export function refused(code: string, say: string, cause?: unknown): Failure {
  return new Failure('invalid', code, say, { cause })
}

const bytesOf = (text: string) => [...text].map((char) => char.charCodeAt(0))

const kinds = [
  {
    begins: [0xd0, 0xcf, 0x11, 0xe0],
    code: 'old-document',
    say: 'This is a .doc of an old Word, or has a password. Open it in Word, save it as .docx without a password and bring that in.',
  },
  {
    begins: bytesOf('%PDF'),
    code: 'pdf-document',
    say: 'This is a PDF. Bring in the Word document that it was made of, or copy its text into the editor.',
  },
  { begins: bytesOf('{\\rtf'), code: 'rtf-document', say: 'This is an RTF document. Open it in Word, save it as .docx and bring that in.' },
]
