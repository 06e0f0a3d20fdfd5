import fc from 'fast-check'
import { expect, test } from 'vitest'

import type { RevisionContent } from '#newsroom/stories/story.ts'
import { parseRevisionContent } from '#newsroom/stories/story-input.ts'

import { contentOfForm } from './form-content.ts'

const [one, two] = ['01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-000000000002']

const base: RevisionContent = {
  kind: 'news',
  slug: 'the-ferry-sails',
  headline: 'The ferry sails',
  summary: 'It carries lorries.',
  body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Forty a day.' }] }] },
  byline: null,
  dateline: null,
  section: null,
  projects: [],
  places: [],
  topics: [],
  people: [],
  activity: null,
  searchTitle: null,
  searchDescription: null,
}

/** The form as the writing screen fills it from a content, without its body, which only the editor sends. */
function formOf(content: RevisionContent, over: Record<string, string | string[]> = {}): FormData {
  const { activity } = content
  const fields: Record<string, string | string[]> = {
    kind: content.kind,
    slug: content.slug,
    headline: content.headline,
    summary: content.summary,
    byline: content.byline ?? '',
    datelinePlace: content.dateline?.place ?? '',
    datelineDate: content.dateline?.date ?? '',
    section: content.section ?? '',
    projects: content.projects,
    places: content.places,
    topics: content.topics,
    people: content.people,
    activityType: activity?.type ?? '',
    activityName: activity?.name ?? '',
    activityStarts: activity?.starts ?? '',
    activityEnds: activity?.ends ?? '',
    activityPlace: activity?.place ?? '',
    ...(activity?.isOnline && { activityOnline: 'yes' }),
    activityOrganisers: activity?.organisers ?? [],
    activityPartners: activity?.partners ?? [],
    activityParticipants: activity?.participants === null || activity === null ? '' : String(activity.participants),
    searchTitle: content.searchTitle ?? '',
    searchDescription: content.searchDescription ?? '',
    ...over,
  }
  const form = new FormData()
  for (const [name, values] of Object.entries(fields)) for (const value of [values].flat()) form.append(name, value)
  return form
}

const read = (over: Record<string, string | string[]>, from = base, isPublic = false) => contentOfForm(formOf(from, over), from, isPublic)

const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10))
const words = fc.stringMatching(/^[a-zа-я]{1,8}( [a-zа-я]{1,8}){0,3}$/)
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const ids = fc.uniqueArray(fc.constantFrom(one, two), { maxLength: 2 })

const contents: fc.Arbitrary<RevisionContent> = fc.record({
  kind: fc.constantFrom('news', 'interview', 'press release'),
  slug: fc.stringMatching(/^[a-z]{1,9}(-[a-z0-9]{1,9}){0,3}$/),
  headline: words,
  summary: words,
  body: fc.constant(base.body),
  byline: orNull(words),
  dateline: orNull(fc.record({ place: words, date: orNull(day) })),
  section: orNull(fc.constantFrom(one, two)),
  projects: ids,
  places: fc.uniqueArray(fc.constantFrom('MD', 'UA', 'city/MD/soroca')),
  topics: ids,
  people: ids,
  activity: orNull(
    fc.record({
      type: words,
      name: orNull(words),
      starts: orNull(day),
      ends: orNull(day),
      place: orNull(words),
      isOnline: fc.boolean(),
      organisers: ids,
      partners: ids,
      participants: orNull(fc.nat(10_000)),
    }),
  ),
  searchTitle: orNull(words),
  searchDescription: orNull(words),
})

test('a form that nobody touched says what the revision says, field by field', () => {
  fc.assert(
    fc.property(contents, (content) => {
      expect(parseRevisionContent(contentOfForm(formOf(content), content, true))).toEqual(content)
    }),
  )
})

test('where no script runs the body stays as it was', () => {
  expect(read({ headline: 'New' })).toMatchObject({ headline: 'New', body: base.body })
})

test('a body that is broken on its way is refused, and not taken for an empty one', () => {
  expect(read({ body: '{"type":"doc"' })).toMatchObject({ body: null })
  expect(() => parseRevisionContent(read({ body: '{"type":"doc"' }))).toThrow(/body/)
  expect(read({ body: '' })).toMatchObject({ body: base.body })
})

test.each([
  ['follows the headline from which it was made', { headline: 'Boats go' }, 'boats-go'],
  ['stays as someone wrote it', { headline: 'Boats go', slug: 'our-boats' }, 'our-boats'],
  ['is spelled as an address', { slug: 'Our Boats!' }, 'our-boats'],
  ['is made of the headline when it is emptied', { slug: '' }, 'the-ferry-sails'],
])('the address of a draft %s', (_, over, slug) => {
  expect(read(over)).toMatchObject({ slug })
})

test('a public address does not move with the headline', () => {
  expect(read({ headline: 'Boats go' }, base, true)).toMatchObject({ slug: base.slug })
  expect(read({ headline: 'Boats go', slug: '' }, base, true)).toMatchObject({ slug: base.slug })
})

test.each([
  ['activityName', 'Piers'],
  ['activityStarts', '2026-05-05'],
  ['activityEnds', '2026-05-05'],
  ['activityPlace', 'Soroca'],
  ['activityOnline', 'yes'],
  ['activityParticipants', '40'],
  ['activityOrganisers', one],
  ['activityPartners', one],
])('whatever of an activity is filled in first is kept: %s', (field, value) => {
  // What happened is not guessed.
  expect(parseRevisionContent(read({ [field]: value })).activity).toMatchObject({ type: '' })
  expect(parseRevisionContent(read({ [field]: value, activityType: 'workshop' })).activity).toMatchObject({ type: 'workshop' })
})

test('things keep the order that they had, whatever the order of the list that they are chosen from', () => {
  const before = { ...base, places: ['RO', 'MD'], topics: [two, one] }
  expect(read({ places: ['MD', 'RO', 'UA'], topics: [one] }, before)).toMatchObject({ places: ['RO', 'MD', 'UA'], topics: [one] })
})

test('a day is kept before its place is written, and a form without either has no dateline', () => {
  expect(read({ datelineDate: '2026-05-05' })).toMatchObject({ dateline: { place: '', date: '2026-05-05' } })
  expect(read({})).toMatchObject({ dateline: null })
})

test('line breaks and doubles are tidied; a number that is none is refused', () => {
  expect(read({ headline: ' The\r\n ferry ', summary: 'One.\r\nTwo.', projects: [one, '', one] })).toMatchObject({
    headline: 'The ferry',
    summary: 'One. Two.',
    projects: [one],
  })
  expect(() => parseRevisionContent(read({ activityParticipants: 'many' }))).toThrow(/participants/)
})
