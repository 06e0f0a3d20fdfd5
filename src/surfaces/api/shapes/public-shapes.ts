import { z } from 'zod'

import { activitySchema, datelineSchema } from '#newsroom/stories/story-input.ts'
import { storyKinds } from '#newsroom/stories/story.ts'

import { always } from '../fields.ts'
import { bodyOut, day, language, moment, shape, texts } from './shape.ts'

const entry = { id: always(z.string()), name: texts, alternativeNames: z.array(z.string()), isArchived: z.boolean() }

const named = z.object({ slug: z.string(), name: texts })
const projectCard = shape(
  'ProjectCard',
  z.object({ slug: z.string(), acronym: z.string().nullable(), title: texts, status: z.enum(['planned', 'running', 'closed']) }),
)
const placeCard = shape('PlaceCard', z.object({ code: z.string(), kind: z.enum(['country', 'region', 'city']), name: texts }))
const party = shape('Party', z.object({ slug: z.string(), name: texts, acronym: z.string().nullable(), site: z.string().nullable() }))

const storyItem = {
  story: always(z.uuid()),
  language,
  slug: z.string(),
  url: always(z.url()),
  headline: z.string(),
  summary: z.string(),
  publishedAt: moment,
  publishedOn: day,
  modifiedAt: moment.nullable(),
  section: named.nullable(),
  projects: z.array(projectCard),
  places: z.array(placeCard),
}

/** What a river says of a story. */
export const storyItemShape = shape('StoryItem', z.object(storyItem))

const said = z.object({ words: z.string(), language: z.string() })
const statement = z
  .object({
    funder: z.string(),
    funderName: texts,
    covers: z.array(z.string()).describe('The projects that it is said for, by their slugs.'),
    statement: said.nullable().describe('Null where the text says it already.'),
    disclaimer: said.nullable(),
    emblem: z.object({ url: z.url(), width: z.number(), height: z.number(), language: z.string() }).nullable(),
  })
  .describe('What a funder wants said and shown beside what it pays for.')

export const storyShape = shape(
  'Story',
  z.object({
    ...storyItem,
    kind: z.enum(storyKinds),
    body: bodyOut,
    byline: z.string().nullable(),
    dateline: datelineSchema.nullable(),
    activity: activitySchema.extend({ place: placeCard.nullable(), organisers: z.array(party), partners: z.array(party) }).nullable(),
    topics: z.array(named),
    people: z.array(named.extend({ role: texts })),
    statements: z.array(statement),
    corrections: z.array(z.object({ at: z.string(), note: z.string() })),
    editions: z.array(z.object({ language, slug: z.string(), url: z.url(), headline: z.string() })),
  }),
)

export const newsroomShape = shape(
  'Newsroom',
  z.object({
    name: texts,
    tagline: texts,
    languages: z.array(language).describe('The first one is the default: its addresses have no prefix.'),
    timeZone: z.string(),
    url: always(z.url()),
  }),
)

export const sectionShape = shape('Section', z.object({ ...entry, slug: z.string() }))
export const topicShape = shape(
  'Topic',
  z.object({ ...entry, slug: z.string(), within: z.string().nullable().describe('The id of the topic above it.') }),
)
export const placeShape = shape(
  'Place',
  z.object({
    code: always(z.string().describe('ISO 3166-1 alpha-2, UN M49, or `city/{country}/{slug}`.')),
    kind: z.enum(['country', 'region', 'city']),
    within: z.string().nullable(),
    name: texts.describe('By language; empty where CLDR names it.'),
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
    alternativeNames: z.array(z.string()),
    isArchived: z.boolean(),
  }),
)
export const organisationShape = shape(
  'Organisation',
  z.object({ ...entry, slug: z.string(), acronym: z.string().nullable(), site: z.string().nullable() }),
)

const projectItem = z.object({
  id: always(z.uuid()),
  slug: z.string(),
  acronym: z.string().nullable(),
  title: texts,
  status: z.enum(['planned', 'running', 'closed']),
  starts: day.nullable(),
  ends: day.nullable(),
  alternativeNames: z.array(z.string()),
  isArchived: z.boolean(),
})
export const projectItemShape = shape('ProjectItem', projectItem)
export const projectShape = shape(
  'Project',
  projectItem.extend({
    url: always(z.url()),
    description: texts,
    objectives: z.record(z.string(), z.array(z.string())),
    contact: z.string().nullable(),
    funders: z.array(z.object({ ...party.shape, grantReference: z.string().nullable(), share: z.number().nullable() })),
    partners: z.array(z.object({ ...party.shape, role: z.string().nullable() })),
    places: z.array(placeCard),
  }),
)
