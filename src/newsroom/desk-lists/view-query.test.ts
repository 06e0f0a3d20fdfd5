import fc from 'fast-check'
import { expect, test } from 'vitest'

import { knownQuery, questionNames, requireQuery } from './view-query.ts'

const id = '01900000-0000-7000-8000-00000000000e'

test('what the list knows is kept, in its order, and asked once', () => {
  const said = `?order=released&own=1&section=none&text=+two%20banks+&text=three&project=${id.toUpperCase()}&from=2026-05-01&state=draft&author=`
  const kept = `text=two+banks&state=draft&section=none&project=${id}&from=2026-05-01&own=yes&order=released`
  expect([knownQuery(said), requireQuery(said)]).toEqual([kept, kept])
})

test.each([
  ['colour=red'],
  ['after=saved_x'],
  ['state=lost'],
  ['section=in-focus'],
  ['project=%27'],
  ['from=2026-02-30'],
  ['order=random'],
  ['language=%3Cscript%3E'],
  [`text=${'a'.repeat(201)}`],
  ['__proto__=x'],
  ['toString=x'],
])('%s is nothing that the list knows', (said) => {
  expect(knownQuery(`${said}&own=yes`)).toBe('own=yes')
  expect(() => requireQuery(`${said}&own=yes`)).toThrow('cannot be asked')
})

test('whatever was stored, what is read of it is known, and short', () => {
  const pair = fc.tuple(
    fc.oneof(fc.constantFrom(...questionNames), fc.string()),
    fc.oneof(fc.string(), fc.constantFrom('', id, 'draft', 'none', '2026-05-01')),
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(pair).map((pairs) => new URLSearchParams(pairs).toString()),
      ),
      (stored) => {
        const known = knownQuery(stored)
        expect(requireQuery(known)).toBe(known)
        expect(known.length).toBeLessThan(4000)
      },
    ),
  )
})
