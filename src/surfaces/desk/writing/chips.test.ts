import { expect, test } from 'vitest'

import type { LiveProject } from '#newsroom/live/live-story.ts'
import type { Registers } from '#newsroom/live/read-registers.ts'
import type { RevisionContent } from '#newsroom/stories/story.ts'
import type { Suggestion, SuggestionText } from '#newsroom/suggestions/suggestion.ts'
import { ferry } from '#test/newsroom.ts'

import { chipsOf } from './chips.ts'

const passage = { field: 'summary', from: 0, to: 1 } as const
const entry = { alternativeNames: [], isArchived: false }
const nothing = {
  starts: null,
  ends: null,
  contact: null,
  funders: [],
  partners: [],
  places: [],
  description: {},
  objectives: {},
  ...entry,
}
const pontoon: LiveProject = { slug: 'pontoon', acronym: 'PONTOON', title: { en: 'Piers' }, status: 'running', ...nothing }
const registers: Registers = {
  settings: {
    name: {},
    tagline: {},
    languages: ['en'],
    timeZone: 'UTC',
    accent: 'oklch(0.5 0.1 200)',
    isDemo: false,
    navigation: null,
    footer: { text: {}, links: [] },
    logo: null,
  },
  sections: new Map(),
  topics: new Map(),
  people: new Map(),
  places: new Map([['GE', { code: 'GE', kind: 'country', within: null, name: {}, latitude: null, longitude: null, ...entry }]]),
  organisations: new Map(),
  projects: new Map([['project-id', pontoon]]),
  visibilityRules: [],
  merged: new Map(),
  mergedNames: [],
  formerSlugs: new Map(),
}

/** The chips beside a text in which these are found; and the text that was searched. */
function chips(said: Suggestion[], over: Partial<RevisionContent> = {}) {
  const searched: SuggestionText[] = []
  const find = (text: SuggestionText) => {
    searched.push(text)
    return said
  }
  const found = chipsOf(ferry({ places: [], ...over }), 'en', { find, registers, day: '2026-05-05', inWords: 'en' })
  return { found, searched }
}

const project: Suggestion = { kind: 'project', slug: 'pontoon', name: 'Pontoon', passage }
const place: Suggestion = { kind: 'place', code: 'GE', name: 'Georgia', within: null, passage }
const days: Suggestion = { kind: 'activity-dates', starts: '2026-04-24', ends: '2026-04-27', passage }

test('what a text says waits to be accepted, under the names of the registers', () => {
  expect(chips([project, place, days]).found).toEqual([
    { label: 'PONTOON', fills: [['projects', 'project-id']] },
    { label: 'Georgia', fills: [['places', 'GE']] },
    {
      label: expect.stringMatching(/24.*27.*Apr.*2026/),
      fills: [
        ['activityStarts', '2026-04-24'],
        ['activityEnds', '2026-04-27'],
      ],
    },
  ])
})

test('what the facts have already waits no more', () => {
  const unknown = { name: null, ends: null, place: null, organisers: [], partners: [], participants: null }
  const activity = { type: 'event', starts: '2026-04-24', isOnline: false, ...unknown }
  expect(chips([project, place, days], { projects: ['project-id'], places: ['GE'], activity }).found).toEqual([])
})

test('what no register has is not offered', () => {
  const unknown: Suggestion[] = [
    { ...project, slug: null },
    { ...project, slug: 'no-such-project' },
    { ...place, code: null },
  ]
  expect(chips(unknown).found).toEqual([])
})

test('the body is read with the summary, on the day that gives its dates their year', () => {
  expect(chips([]).searched).toMatchObject([{ date: '2026-05-05', summary: expect.stringContaining('forty lorries a day') }])
})
