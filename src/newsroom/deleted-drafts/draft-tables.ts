import type { RawBuilder, SqlBool } from 'kysely'
import { sql } from 'kysely'

/** A table with rows of an edition, or of its story, and which of them (of the table as `t`). */
export type DraftTable = {
  table: string
  of: 'edition' | 'story'
  rows(ids: readonly string[]): RawBuilder<SqlBool>
  /** What is true for a moment only is not brought back. */
  isPassing?: true
}

const where = (column: string) => (ids: readonly string[]) => sql<SqlBool>`t.${sql.ref(column)} = any(${ids}::uuid[])`
const ofEdition = (table: string): DraftTable => ({ table, of: 'edition', rows: where('edition_id') })

/**
 * Every table that refers to a story, an edition or a revision, in the order in which rows are put back; they go in the other. A test reads from
 * the database's catalogue that none is missing.
 */
export const draftTables: readonly DraftTable[] = [
  { table: 'newsroom.story', of: 'story', rows: where('id') },
  { table: 'newsroom.suggestion', of: 'story', rows: where('story_id') },
  { table: 'newsroom.edition', of: 'edition', rows: where('id') },
  ofEdition('newsroom.revision'),
  ofEdition('newsroom.kept_revision'),
  ofEdition('newsroom.release'),
  ofEdition('newsroom.step'),
  ofEdition('newsroom.comment'),
  ofEdition('newsroom.assignment'),
  ofEdition('newsroom.private_link'),
  {
    table: 'newsroom.private_answer',
    of: 'edition',
    rows: (ids) => sql`t.link_id in (select id from newsroom.private_link where edition_id = any(${ids}::uuid[]))`,
  },
  ofEdition('newsroom.notice'),
  ofEdition('newsroom.change_item'),
  ofEdition('newsroom.translation'),
  ofEdition('newsroom.old_address'),
  { ...ofEdition('newsroom.pen'), isPassing: true },
]
