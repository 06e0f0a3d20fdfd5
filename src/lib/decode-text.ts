import iconv from 'iconv-lite'
import { Failure } from './failure.ts'
import { guessCodePage } from './guess-code-page.ts'

type Bytes = AsyncIterable<Uint8Array>

/**
 * The encoding of a text, found by reading all its bytes once: byte-order mark, then what the bytes prove (UTF-16, UTF-8), then what the
 * text or its transport declares, then the likeliest code page. Throws Failure `source-empty` or `source-binary`.
 */
export async function sniffEncoding(bytes: Bytes, options: { contentType?: string | undefined } = {}): Promise<string> {
  const seen = await survey(bytes)
  if (seen.head.length === 0) throw new Failure('invalid', 'source-empty', 'The source is empty: give a file with news in it.')
  const marked = byteOrderMark(seen.head) ?? unmarkedUtf16(seen)
  if (marked) return marked
  if (isBinary(seen)) throw new Failure('invalid', 'source-binary', 'The source is not text: give a feed, a page or a text dump.')
  const declared = declaredIn(latin(seen.head), options.contentType)
  if (seen.high === 0) return declared && !declared.startsWith('utf-16') ? declared : 'utf-8'
  if (isMostlyUtf8(seen)) return 'utf-8'
  return declared && !/^utf-?(8|16)/.test(declared) ? declared : guessCodePage(seen.odd)
}

/** Decodes a stream of bytes as it comes. A byte-order mark is taken off; what is no character becomes U+FFFD. */
export async function* decodeText(bytes: Bytes, encoding: string): AsyncGenerator<string> {
  const decoder = textDecoder(encoding)
  for await (const chunk of bytes) {
    const text = decoder.push(chunk)
    if (text !== '') yield text
  }
  const rest = decoder.end()
  if (rest !== '') yield rest
}

type Survey = {
  head: Buffer
  odd: Buffer
  total: number
  high: number
  controls: number
  nuls: [even: number, odd: number]
  utf8: { good: number; bad: number }
}

const headSize = 65_536

async function survey(bytes: Bytes): Promise<Survey> {
  const seen: Survey = {
    head: Buffer.alloc(0),
    odd: Buffer.alloc(0),
    total: 0,
    high: 0,
    controls: 0,
    nuls: [0, 0],
    utf8: { good: 0, bad: 0 },
  }
  const decoder = new TextDecoder('utf-8')
  for await (const chunk of bytes) {
    if (seen.head.length < headSize) seen.head = Buffer.concat([seen.head, chunk.subarray(0, headSize - seen.head.length)])
    const high = seen.high
    countBytes(seen, chunk)
    // Code pages are told apart by their upper half, which may begin long after the head.
    if (seen.high > high && seen.odd.length < headSize) seen.odd = Buffer.concat([seen.odd, chunk.subarray(0, headSize)])
    countUtf8(seen, decoder.decode(chunk, { stream: true }))
  }
  countUtf8(seen, decoder.decode())
  return seen
}

function countBytes(seen: Survey, chunk: Uint8Array) {
  for (const byte of chunk) {
    if (byte >= 0x80) seen.high++
    else if (byte === 0) seen.nuls[seen.total % 2 === 0 ? 0 : 1]++
    else if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) seen.controls++
    seen.total++
  }
}

function countUtf8(seen: Survey, text: string) {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0xfffd) seen.utf8.bad++
    else if (code >= 0x80) seen.utf8.good++
  }
}

const isMostlyUtf8 = ({ utf8 }: Survey) => utf8.bad === 0 || utf8.bad * 20 < utf8.good

const isBinary = (seen: Survey) => seen.nuls[0] + seen.nuls[1] > 0 || seen.controls * 50 > seen.total

function byteOrderMark(head: Buffer): string | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  if (head[0] === 0xff && head[1] === 0xfe) return head[2] === 0 && head[3] === 0 ? 'utf-32le' : 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  return undefined
}

/** Markup and spaces are ASCII in every language, so UTF-16 shows as NULs on one side of the byte pairs only. */
function unmarkedUtf16({ nuls: [even, odd], total, controls }: Survey): string | undefined {
  if (total % 2 !== 0 || controls * 4 > total) return undefined
  if (odd * 20 > total && even * 100 < odd) return 'utf-16le'
  if (even * 20 > total && odd * 100 < even) return 'utf-16be'
  return undefined
}

function declaredIn(head: string, contentType: string | undefined): string | undefined {
  const xml = /^\s*<\?xml[^>]*?encoding\s*=\s*["']\s*([\w.:-]+)/i.exec(head)?.[1]
  const meta = /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1]
  const transport = /charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(contentType ?? '')?.[1]
  return [xml, transport, meta].map(knownEncoding).find((name) => name !== undefined)
}

function knownEncoding(label: string | undefined): string | undefined {
  if (label === undefined) return undefined
  try {
    return new TextDecoder(label).encoding
  } catch {
    return iconv.encodingExists(label) ? label.toLowerCase() : undefined
  }
}

const latin = (bytes: Buffer) => bytes.toString('latin1')

/** TextDecoder knows the encodings of the Web; iconv-lite the older code pages. */
function textDecoder(encoding: string): { push(chunk: Uint8Array): string; end(): string } {
  try {
    const decoder = new TextDecoder(encoding)
    return { push: (chunk) => decoder.decode(chunk, { stream: true }), end: () => decoder.decode() }
  } catch {
    const decoder = iconv.getDecoder(encoding)
    return { push: (chunk) => decoder.write(Buffer.from(chunk)), end: () => decoder.end() ?? '' }
  }
}
