import { expect, test } from 'vitest'
import { z } from 'zod'

import { always, askedFields, fieldsOf, withOnly } from './fields.ts'

const story = z.object({ id: always(z.string()), headline: z.string(), url: always(z.url()), summary: z.string().optional() })
const list = z.object({ items: z.array(story), next: z.string().nullable() })
const ferry = { id: '1', headline: 'The ferry sails', url: 'https://news.example/1', summary: 'Again.' }

test('of a thing only what was asked for comes, and what says which it is', () => {
  const fields = fieldsOf(story)
  expect(fields).toEqual({ all: ['id', 'headline', 'url', 'summary'], always: ['id', 'url'], isList: false })
  expect(withOnly(ferry, fields, askedFields('headline', fields))).toEqual({ id: '1', headline: 'The ferry sails', url: ferry.url })
  expect(withOnly(ferry, fields, askedFields(undefined, fields))).toBe(ferry)
})

test('of a list it is so of each thing in it, and the way to more of them stays', () => {
  const fields = fieldsOf(list)
  expect(fields.all).toEqual(['id', 'headline', 'url', 'summary'])
  const { id, url } = ferry
  expect(withOnly({ items: [ferry], next: 'on' }, fields, askedFields('id', fields))).toEqual({ items: [{ id, url }], next: 'on' })
})

test('what has things in it and more to say is no list', () => {
  expect(fieldsOf(z.object({ by: z.string(), items: z.array(story) })).all).toEqual(['by', 'items'])
})

test('a field that is none is refused, and told which there are', () => {
  for (const said of ['__proto__', 'constructor', 'headline,', 'Headline', ' id'])
    expect(() => askedFields(said, fieldsOf(story)), said).toThrow('There are: id, headline, url, summary.')
})
