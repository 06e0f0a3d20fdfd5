import { expect, test } from 'vitest'

import { unpacked, zipEntries } from './zip-entries.ts'

const text = Buffer.from('The river rose.')

/** An archive of one stored file; the bytes are those of APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16. */
function archive({ name = 'a.txt', comment = '', here = 1, count = 1, before = Buffer.alloc(0), size = text.length } = {}): Buffer {
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(name.length, 26)
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt32LE(size, 20)
  entry.writeUInt32LE(size, 24)
  entry.writeUInt16LE(name.length, 28)
  entry.writeUInt16LE(comment.length, 32)
  const file = Buffer.concat([local, Buffer.from(name), text])
  const directory = Buffer.concat([entry, Buffer.from(name + comment), before])
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(here, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(file.length, 16)
  return Buffer.concat([file, directory, end])
}

test('the files of an archive are found and unpacked', () => {
  const [entry] = zipEntries(archive()) ?? []
  expect(entry?.name).toBe('a.txt')
  expect(Buffer.from((entry && unpacked(entry)) ?? []).toString()).toBe('The river rose.')
})

test('an archive in which two readers would find two sets of files is refused', () => {
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(0x07064b50, 0)
  expect(zipEntries(archive({ here: 0 }))).toBeUndefined()
  expect(zipEntries(archive({ here: 0xffff, count: 0xffff }))).toBeUndefined()
  expect(zipEntries(archive({ comment: 'PK\u0001\u0002 another entry' }))).toBeUndefined()
  expect(zipEntries(archive({ size: 0xffffffff }))).toBeUndefined()
  expect(zipEntries(archive({ before: locator }))).toBeUndefined()
})
