import { z } from 'zod'

import type { Reader } from '#platform/database/database.ts'

import { placeKind } from '../live/register-shapes.ts'
import { placesForSeeding } from '../places/places-for-seeding.ts'

export type KnownPlace = {
  code: string
  kind: 'country' | 'region' | 'city'
  within: string | null
  /** The newsroom's own name by language; `Intl` says the rest. */
  name: { [language: string]: string }
  alternativeNames: string[]
}
export type KnownProject = { slug: string; names: string[] }

/** What the registers know that a text may name. `organisations` are acronyms that name no project. */
export type KnownFacts = { places: KnownPlace[]; projects: KnownProject[]; organisations: Set<string> }

/** What every newsroom knows before it has filed anything: the regions and countries of the world. */
export function factsBeforeFiling(): KnownFacts {
  return { places: placesForSeeding(), projects: [], organisations: new Set() }
}

export async function readKnownFacts(db: Reader): Promise<KnownFacts> {
  const [places, projects, organisations, merged] = await Promise.all([
    db.selectFrom('live.place').select(['code', 'kind', 'within', 'name', 'alternative_names']).where('is_archived', '=', false).execute(),
    db
      .selectFrom('live.project')
      .select(['id', 'slug', 'acronym', 'title', 'alternative_names'])
      .where('is_archived', '=', false)
      .execute(),
    db.selectFrom('live.organisation').select(['acronym', 'alternative_names']).execute(),
    db.selectFrom('live.merged_entry').select(['into_id', 'names']).execute(),
  ])
  const mergedNames = Map.groupBy(merged, ({ into_id }) => into_id)
  const namesInto = (id: string) => (mergedNames.get(id) ?? []).flatMap(({ names }) => names)
  return {
    places: places.map((row) => ({
      code: row.code,
      kind: placeKind(row.kind),
      within: row.within,
      name: namesSchema.parse(row.name),
      alternativeNames: [...row.alternative_names, ...namesInto(row.code)],
    })),
    projects: projects.map((row) => ({
      slug: row.slug,
      names: [
        ...(row.acronym ? [row.acronym] : []),
        ...Object.values(namesSchema.parse(row.title)),
        ...row.alternative_names,
        ...namesInto(row.id),
      ],
    })),
    organisations: new Set(
      organisations.flatMap(({ acronym, alternative_names }) => [...(acronym ? [acronym] : []), ...alternative_names]),
    ),
  }
}

const namesSchema = z.record(z.string(), z.string())
