import { expect, test } from 'vitest'
import { z } from 'zod'

import { cursorsOf, markedMoment } from './cursor.ts'

const mark = z.object({ at: markedMoment, id: z.string() })
const place = { at: new Date('2026-05-05T09:00:00Z'), id: 'Ferry · 🛥' }
const cursors = cursorsOf('a secret of at least thirty-two characters')
const cursor = cursors.write('findActs', place)

test('a cursor leads back to where the list was, however often it is written', () => {
  expect(cursors.read('findActs', cursor, mark)).toEqual(place)
  expect(cursorsOf('a secret of at least thirty-two characters').write('findActs', place)).toBe(cursor)
})

test('a cursor of another list, another newsroom, or another spelling is none', () => {
  const [text = '', seal = ''] = cursor.split('.')
  const other = Buffer.from(JSON.stringify({ ...place, id: 'Raft' })).toString('base64url')
  const forged = ['', '.', text, `${other}.${seal}`, `${text}=.${seal}`, `${text}.${seal}=`, ` ${cursor}`, `${cursor}.`, `${cursor}.x`]
  for (const one of [...forged, cursorsOf('another secret, no shorter than that').write('findActs', place)])
    expect(() => cursors.read('findActs', one, mark), one).toThrow('none of ours')
  expect(() => cursors.read('listKeys', cursor, mark)).toThrow('none of ours')
})

test('a cursor that an earlier Dateline wrote differently begins the list anew', () => {
  expect(() => cursors.read('findActs', cursors.write('findActs', { page: 2 }), mark)).toThrow('Begin the list anew')
})
