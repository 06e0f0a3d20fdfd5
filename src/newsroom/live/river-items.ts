import type { Tables } from '#platform/database/tables.ts'

import type { RiverItem } from './live-story.ts'
import type { Registers } from './read-registers.ts'

export const itemColumns = [
  'edition.story_id',
  'edition.language',
  'edition.slug',
  'edition.headline',
  'edition.summary',
  'edition.published_at',
  'edition.published_on',
  'edition.modified_at',
  'edition.section_id',
  'edition.project_ids',
  'edition.place_codes',
] as const

export type ItemRow = Pick<
  Tables['live.edition'],
  | 'story_id'
  | 'language'
  | 'slug'
  | 'headline'
  | 'summary'
  | 'published_at'
  | 'published_on'
  | 'modified_at'
  | 'section_id'
  | 'project_ids'
  | 'place_codes'
>

/** A row of a river with its names in place of ids; what a register no longer shows is left out. */
export function riverItem(row: ItemRow, registers: Registers): RiverItem {
  return {
    story: row.story_id,
    language: row.language,
    slug: row.slug,
    headline: row.headline,
    summary: row.summary,
    publishedAt: row.published_at,
    publishedOn: row.published_on,
    modifiedAt: row.modified_at,
    section: (row.section_id && registers.sections.get(row.section_id)) || null,
    projects: row.project_ids.flatMap((id) => registers.projects.get(id) ?? []),
    places: row.place_codes.flatMap((code) => registers.places.get(code) ?? []),
  }
}
