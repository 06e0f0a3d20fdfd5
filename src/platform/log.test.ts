import { expect, test } from 'vitest'

import type { LogFormat } from './log.ts'
import { openLog } from './log.ts'

function linesOf(format: LogFormat | undefined, tell: (log: ReturnType<typeof openLog>) => void): string[] {
  const lines: string[] = []
  tell(openLog((line) => lines.push(line), 'warn', format))
  return lines
}

test('a machine that collects lines gets JSON', () => {
  const [line = ''] = linesOf(undefined, (log) => log.warn({ part: 'sign-in' }, 'Invalid password'))
  expect(JSON.parse(line)).toMatchObject({ level: 40, part: 'sign-in', msg: 'Invalid password' })
})

test('a person at a terminal reads a sentence with its hour', () => {
  const [line] = linesOf('text', (log) => log.warn({ part: 'sign-in' }, 'Invalid password'))
  expect(line).toMatch(/^\d\d:\d\d:\d\d warning: sign-in: Invalid password\n$/)
})

test('what is a bug says where, and brings its stack along', () => {
  const [line = ''] = linesOf('text', (log) => log.error({ err: new Error('no ink'), url: '/news' }, 'a page could not be printed'))
  const [first = '', ...frames] = line.trimEnd().split('\n')
  expect(first).toMatch(/^\d\d:\d\d:\d\d error: a page could not be printed: no ink \(url \/news\)$/)
  expect(frames.length).toBeGreaterThan(0)
  for (const frame of frames) expect(frame).toMatch(/^ +at /)
})

test('what is expected now and then stays one line', () => {
  const [line] = linesOf('text', (log) => log.warn({ err: new Error('no answer'), job: 'mail' }, 'mail: it did not work'))
  expect(line).toMatch(/warning: mail: it did not work: no answer \(job mail\)\n$/)
})

test('an address that a stranger asked for neither begins a line nor steers the terminal', () => {
  const [line] = linesOf('text', (log) => log.warn({ url: '/news\n12:00:00 error: forged\u001B[2J' }, 'odd'))
  expect(line?.match(/\n/g)).toHaveLength(1)
  expect(line).not.toContain('\u001B')
})

test('what a stranger asked for turns nothing around that stands beside it', () => {
  const [line] = linesOf('text', (log) => log.warn({ url: '/\u202egnp.exe\u2066\u200f' }, 'odd'))
  expect(line).toMatch(/warning: odd \(url \/gnp\.exe\)\n$/)
})

test('what nobody has to act on is not told', () => {
  expect(linesOf('text', (log) => log.info('all is well'))).toEqual([])
})
