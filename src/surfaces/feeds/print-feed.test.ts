import { parseFeed } from 'feedsmith'
import { expect, test } from 'vitest'

import type { FeedName } from '#src/routes.ts'

import { printFeed } from './print-feed.ts'

const head = {
  title: 'The River Office – News',
  description: 'News of shared waters',
  language: 'en',
  home: 'https://news.example/news',
  self: 'https://news.example/news/feed.xml',
  updated: new Date('2026-03-02T10:00:00Z'),
}
const item = {
  story: '0190a000-0000-7000-8000-000000000001',
  language: 'en',
  slug: 'ferry',
  headline: 'Ferries & <fares>: what "free" costs',
  summary: 'The ferry at Rezina carries 40 lorries a day & no timetable.',
  publishedAt: new Date('2026-03-02T10:00:00Z'),
  publishedOn: '2026-03-02',
  modifiedAt: null,
  section: null,
  projects: [],
  places: [],
}

test.each<FeedName>(['feed.xml', 'feed.atom', 'feed.json'])('a story goes out by %s as it was written', (name) => {
  const text = printFeed(name, head, [{ item, href: 'https://news.example/news/ferry', categories: ['Moldova'] }])
  const parsed = JSON.stringify(parseFeed(text))
  expect(parsed).toContain(JSON.stringify(item.headline).slice(1, -1))
  // Readers take an RSS description for HTML.
  expect(parsed).toContain(name === 'feed.xml' ? '40 lorries a day &amp; no timetable' : '40 lorries a day & no timetable')
  expect(parsed).toContain('https://news.example/news/ferry')
})
