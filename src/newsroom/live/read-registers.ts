import type { Reader } from '#platform/database/database.ts'
import type { Tables } from '#platform/database/tables.ts'

import { saidOnce } from '../entries/follow-merged.ts'
import { readSettings } from '../settings/read-settings.ts'
import { readVisibilityRules } from '../visibility/read-visibility-rules.ts'
import type { VisibilityRule } from '../visibility/visibility-rule.ts'
import type {
  LiveFunder,
  LiveOrganisation,
  LivePartner,
  LivePerson,
  LivePlace,
  LiveProject,
  LiveSection,
  LiveSettings,
  LiveTopic,
} from './live-story.ts'
import { fundersFrom, partnersFrom, placeKind, projectStatus } from './register-shapes.ts'

/** The registers as readers see them, by id (places by code). Small enough to hold: a newsroom has hundreds of each. */
export type Registers = {
  settings: LiveSettings
  sections: Map<string, LiveSection>
  topics: Map<string, LiveTopic>
  people: Map<string, LivePerson>
  places: Map<string, LivePlace>
  organisations: Map<string, LiveOrganisation>
  projects: Map<string, LiveProject>
  visibilityRules: VisibilityRule[]
  /** Where the ids of merged entries lead, with the names that they went by. */
  merged: ReadonlyMap<string, string>
  mergedNames: readonly { id: string; names: string[] }[]
  /** Where the addresses lead that entries had before: `topics/old` to an id. */
  formerSlugs: ReadonlyMap<string, string>
}

const ofEntry = ['alternative_names as alternativeNames', 'is_archived as isArchived'] as const

export async function readRegisters(db: Reader): Promise<Registers> {
  const [settings, sections, topics, people, places, organisations, projects, visibilityRules, mergedRows, former] = await Promise.all([
    readSettings(db),
    db
      .selectFrom('live.section')
      .select(['id', 'slug', 'name', ...ofEntry])
      .orderBy('position')
      .orderBy('slug')
      .execute(),
    db
      .selectFrom('live.topic')
      .select(['id', 'slug', 'name', 'within', ...ofEntry])
      .execute(),
    db
      .selectFrom('live.person')
      .select(['id', 'slug', 'name', 'role', ...ofEntry])
      .execute(),
    db
      .selectFrom('live.place')
      .select(['code', 'kind', 'within', 'name', 'latitude', 'longitude', ...ofEntry])
      .execute(),
    db
      .selectFrom('live.organisation')
      .select(['id', 'slug', 'name', 'acronym', 'site', ...ofEntry])
      .execute(),
    db.selectFrom('live.project').selectAll().orderBy('slug').execute(),
    readVisibilityRules(db),
    db.selectFrom('live.merged_entry').select(['register', 'id', 'into_id', 'slug', 'names']).execute(),
    db.selectFrom('live.former_slug').select(['register', 'slug', 'entry_id']).execute(),
  ])
  const merged = new Map(mergedRows.map(({ id, into_id }) => [id, into_id]))
  const placesByCode = new Map<string, LivePlace>(places.map((place) => [place.code, { ...place, kind: placeKind(place.kind) }]))
  const organisationIds = new Map(organisations.map(({ id, slug }) => [slug, id]))
  return {
    settings,
    sections: byId(sections),
    topics: byId(topics),
    people: byId(people),
    places: placesByCode,
    organisations: byId(organisations),
    projects: new Map(projects.map((row) => [row.id, projectOf(row, { placesByCode, organisationIds })])),
    visibilityRules,
    merged,
    mergedNames: mergedRows.map(({ into_id, names }) => ({ id: into_id, names })),
    formerSlugs: formerSlugsOf(former, mergedRows, merged),
  }
}

function byId<Row extends { id: string }>(rows: Row[]): Map<string, Omit<Row, 'id'>> {
  return new Map(rows.map(({ id, ...rest }) => [id, rest]))
}

type ProjectRow = Tables['live.project']
type Known = { placesByCode: ReadonlyMap<string, LivePlace>; organisationIds: ReadonlyMap<string, string> }

function projectOf(row: ProjectRow, { placesByCode, organisationIds }: Known): LiveProject {
  return {
    slug: row.slug,
    acronym: row.acronym,
    title: row.title,
    status: projectStatus(row.status),
    description: row.description,
    objectives: row.objectives,
    starts: row.starts,
    ends: row.ends,
    contact: row.contact,
    alternativeNames: row.alternative_names,
    isArchived: row.is_archived,
    funders: saidOnce(fundersFrom(row.funders), ['slug', 'grantReference', 'share']).map((funder): LiveFunder => ({
      id: organisationIds.get(funder.slug) ?? '',
      ...funder,
    })),
    partners: saidOnce(partnersFrom(row.partners), ['slug', 'role']) satisfies LivePartner[],
    places: row.place_codes.flatMap((code) => placesByCode.get(code) ?? []),
  }
}

type MergedRow = Tables['live.merged_entry']

/** Where addresses lead that entries had, or had before they were merged: `topics/old` to an id. */
function formerSlugsOf(
  former: Tables['live.former_slug'][],
  mergedRows: MergedRow[],
  merged: ReadonlyMap<string, string>,
): Map<string, string> {
  const all = [...former.map(({ register, slug, entry_id }) => ({ register, slug, id: entry_id })), ...mergedRows]
  return new Map(all.map(({ register, slug, id }) => [`${register}/${slug}`, merged.get(id) ?? id]))
}
