import { expect, test } from 'vitest'

import { ferry } from '#test/newsroom.ts'

import { keepContent } from './keep-content.ts'

const activity = {
  type: 'workshop',
  name: null,
  starts: null,
  ends: null,
  place: null,
  isOnline: false,
  organisers: [],
  partners: [],
  participants: 12,
}

test('a wrong number of participants keeps nothing else of a text from being saved', () => {
  const base = ferry({ activity })
  const { content, faults } = keepContent(
    { ...base, headline: 'A new quay', activity: { ...activity, participants: -4, name: 'Quays' } },
    base,
  )
  expect(content).toMatchObject({ headline: 'A new quay', activity: { name: 'Quays', participants: 12 } })
  expect(faults).toEqual([{ path: ['activity', 'participants'], problem: 'too-small', values: { least: 0 } }])
})

test('a first activity with a wrong number has none', () => {
  const { content } = keepContent({ ...ferry(), activity: { ...activity, participants: 1.5 } }, ferry())
  expect(content.activity).toEqual({ ...activity, participants: null })
})

test('of a dateline, a list and a field each stays as it was where it is wrong', () => {
  const base = ferry({ topics: ['01900000-0000-7000-8000-0000000000aa'], dateline: { place: 'BĂLȚI', date: '2026-05-03' } })
  const typed = { ...base, topics: ['rivers'], dateline: { place: 'BENDER', date: '3 May' }, searchTitle: 'x'.repeat(201) }
  const { content, faults } = keepContent(typed, base)
  expect(content).toMatchObject({ topics: base.topics, dateline: { place: 'BENDER', date: '2026-05-03' }, searchTitle: base.searchTitle })
  expect(faults.map(({ problem }) => problem)).toEqual(['no-day', 'not-chosen', 'too-long'])
})

test('a body that cannot be kept is refused whole: nobody may think it safe', () => {
  expect(() => keepContent({ ...ferry(), body: { type: 'nothing of ours' } }, ferry())).toThrow('The story cannot be saved: body')
  expect(() => keepContent('a text', ferry())).toThrow('The story cannot be saved')
})
