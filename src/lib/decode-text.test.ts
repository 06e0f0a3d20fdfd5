import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { decodeText, sniffEncoding } from './decode-text.ts'

async function* chunksOf(bytes: Uint8Array, size = 5) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function read(bytes: Uint8Array, contentType?: string) {
  const encoding = await sniffEncoding(chunksOf(bytes), { contentType })
  return { encoding, text: (await Array.fromAsync(decodeText(chunksOf(bytes), encoding))).join('') }
}

const russian = 'Новости проекта: в Ташкенте открылась школа для инженеров, сообщает Министерство.'
const french = 'Les élèves ont été reçus à l’hôtel de ville, où la fête a été célébrée.'
const turkish = 'Çalışma ziyareti Ankara’da başladı, öğrenciler ve öğretmenler katıldı; güzel bir gün.'
const arabic = 'وصل الوفد إلى المدينة وبدأت ورشة العمل الأولى في المشروع'

describe('a news text in an encoding that nobody declares', () => {
  test.each([
    ['utf-8', russian],
    ['windows-1251', russian],
    ['koi8-r', russian],
    ['windows-1252', french],
    ['windows-1254', turkish],
    ['windows-1256', arabic],
    ['utf-16le', `<rss>${french}</rss>`],
    ['utf-16be', `<rss>${french}</rss>`],
  ])('is read as %s', async (encoding, text) => {
    expect(await read(iconv.encode(text, encoding))).toEqual({ encoding, text })
  })
})

test('a declared encoding is believed where the bytes allow it', async () => {
  const text = `<?xml version="1.0" encoding="ISO-8859-9"?><title>${turkish.replaceAll('’', "'")}</title>`
  expect((await read(iconv.encode(text, 'iso-8859-9'))).text).toBe(text)
  expect((await read(iconv.encode(russian, 'koi8-r'), 'text/plain; charset=koi8-r')).text).toBe(russian)
})

test('a text that is UTF-8 is read so whatever it declares', async () => {
  const text = `<?xml version="1.0" encoding="ISO-8859-1"?><title>${russian}</title>`
  expect((await read(Buffer.from(text))).text).toBe(text)
  const lying = `<?xml version="1.0" encoding="utf-8"?><title>${french}</title>`
  expect((await read(iconv.encode(lying, 'windows-1252'))).text).toBe(lying)
})

test('a byte-order mark decides and is taken off', async () => {
  expect((await read(iconv.encode(french, 'utf-16le', { addBOM: true }))).text).toBe(french)
})

test('an empty source and a picture are refused', async () => {
  await expect(read(new Uint8Array())).rejects.toMatchObject({ code: 'source-empty' })
  await expect(read(Uint8Array.from({ length: 999 }, (_, at) => (at * 7919) % 256))).rejects.toMatchObject({ code: 'source-binary' })
})
