import { expect, test } from 'vitest'

import { ferry } from '#test/newsroom.ts'

import { contentOfForm } from './form-content.ts'
import { fieldsOf } from './form-fields.ts'

const activity = {
  type: 'workshop',
  name: 'Ropes and knots',
  starts: '2026-04-24',
  ends: '2026-04-27',
  place: 'MD',
  isOnline: true,
  organisers: ['01900000-0000-7000-8000-000000000001'],
  partners: [],
  participants: 40,
}

test.each([
  ['with little', ferry()],
  ['with everything', ferry({ activity, dateline: { place: 'Galați', date: '2026-05-01' }, byline: 'Ana', searchTitle: 'Ferry' })],
])('a story %s says the same after it went through its form', (_, content) => {
  const form = new FormData()
  for (const [name, values] of Object.entries(fieldsOf(content))) for (const value of values) form.append(name, value)
  expect(contentOfForm(form, ferry({ slug: 'other', headline: 'Other' }), true)).toEqual(content)
})
