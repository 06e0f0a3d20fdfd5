import { z } from 'zod'

import { statementPlaces } from '#newsroom/visibility/visibility-rule.ts'

const translated = z.record(z.string(), z.string())
const slug = z.string()
const named = z.object({ slug, name: translated })

/** The shapes of the files in demo/. References are slugs, countries ISO 3166-1, regions UN M49. */
export const demoNewsroom = z.object({
  name: translated,
  tagline: translated,
  timeZone: z.string(),
  languages: z.array(z.string()),
  accent: z.string(),
  sections: z.array(named),
  houseStyle: z.array(z.object({ wrong: z.string(), right: z.string(), language: z.string() })),
})
export const demoOrganisations = z.array(
  named.extend({
    acronym: z.string().nullish(),
    kind: z.enum(['funder', 'government', 'igo', 'ngo', 'academia', 'private']),
    country: z.string().nullish(),
    site: z.string().nullish(),
  }),
)
export const demoPeople = z.array(named.extend({ role: translated, organisation: z.string().nullish() }))
export const demoTopics = z.array(named.extend({ within: z.string().nullish() }))
export const demoCities = z.array(named.extend({ country: z.string(), latitude: z.number(), longitude: z.number() }))
export const demoVisibilityRules = z.array(
  z.object({
    funder: z.string(),
    project: z.string().nullable(),
    statement: translated,
    disclaimer: translated.nullable(),
    /** Files by language. */
    emblems: z.record(z.string(), z.string()).default({}),
    places: z.array(z.enum(statementPlaces)),
  }),
)
export const demoProjects = z.array(
  z.object({
    slug,
    acronym: z.string().nullish(),
    title: translated,
    description: translated,
    objectives: z.record(z.string(), z.array(z.string())),
    starts: z.string(),
    ends: z.string(),
    status: z.enum(['planned', 'running', 'closed']),
    funders: z.array(z.object({ organisation: z.string(), grantReference: z.string().nullish(), share: z.number().nullish() })),
    partners: z.array(z.object({ organisation: z.string(), role: z.string().nullish() })),
    places: z.array(z.string()),
    topics: z.array(z.string()).default([]),
    contact: z.string().nullish(),
    alternativeNames: z.array(z.string()).default([]),
  }),
)

const edition = z.object({
  headline: z.string(),
  summary: z.string(),
  slug,
  dateline: z.object({ place: z.string(), date: z.string().nullish() }).nullish(),
  byline: z.string().nullish(),
  publishedAt: z.iso.datetime({ offset: true }).optional(),
})

/** The front matter of an edition; the first edition's also says what the story is about. */
export const demoEdition = edition.extend({
  kind: z.string().optional(),
  section: z.string().nullish(),
  projects: z.array(z.string()).optional(),
  places: z.array(z.string()).optional(),
  topics: z.array(z.string()).optional(),
  people: z.array(z.string()).optional(),
  activity: z
    .object({
      type: z.string(),
      name: z.string().nullish(),
      starts: z.string().nullish(),
      ends: z.string().nullish(),
      place: z.string().nullish(),
      online: z.boolean().nullish(),
      organisers: z.array(z.string()).default([]),
      partners: z.array(z.string()).default([]),
      participants: z.number().nullish(),
    })
    .nullish(),
})
export type DemoEdition = z.infer<typeof demoEdition>

const act = z.object({ story: z.string(), at: z.iso.datetime({ offset: true }) })
export const demoCorrections = z.array(
  act.extend({
    language: z.string(),
    note: z.string(),
    change: z.object({ field: z.enum(['summary', 'body']), replace: z.string(), with: z.string() }),
  }),
)
export const demoWithdrawals = z.array(act.extend({ reason: z.string() }))
export const demoSlugChanges = z.array(act.extend({ language: z.string(), from: z.string() }))
