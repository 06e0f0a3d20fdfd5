import { expect, test } from 'vitest'

import { ferry } from '#test/newsroom.ts'

import { parseRevisionContent } from './story-input.ts'

test('what readers meet as one line is stored as one, without what turns its letters around', () => {
  const said = 'The ferry\r\nsails\u202e again\u0007'
  const content = ferry({
    slug: 'ferry',
    headline: said,
    summary: said,
    byline: said,
    searchTitle: said,
    searchDescription: said,
    places: [said],
  })
  const line = 'The ferry sails again'
  expect(parseRevisionContent({ ...content, dateline: { place: said, date: null } })).toMatchObject({
    headline: line,
    summary: line,
    byline: line,
    searchTitle: line,
    searchDescription: line,
    places: [line],
    dateline: { place: line, date: null },
  })
})
