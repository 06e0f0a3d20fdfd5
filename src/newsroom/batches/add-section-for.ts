import { sql } from 'kysely'

import { fold } from '#lib/fold.ts'
import { uuid7 } from '#lib/uuid7.ts'

import { lockRegister } from '../entries/lock-register.ts'
import { registersTag } from '../live-tags.ts'
import type { Newsroom } from '../newsroom.ts'

/** The section that bears a label in any language, or one that the batch adds. Returns its id. */
export async function addSectionFor(
  newsroom: Newsroom,
  batch: string,
  wanted: { label: string; slug: string; language: string },
): Promise<string> {
  return newsroom.db.transact(async (tx) => {
    await lockRegister(tx, 'sections')
    const sections = await tx.selectFrom('newsroom.section').select(['id', 'slug', 'name']).execute()
    const label = fold(wanted.label)
    const known = sections.find(
      (section) => section.slug === wanted.slug || Object.values(section.name).some((name) => fold(name) === label),
    )
    if (known) return known.id
    // The address that a section had before is its own for ever.
    const former = await tx
      .selectFrom('newsroom.former_slug')
      .select('entry_id')
      .where('register', '=', 'sections')
      .where('slug', '=', wanted.slug)
      .executeTakeFirst()
    if (former) return former.entry_id
    const id = uuid7(newsroom.clock.now())
    const name = sql<never>`${JSON.stringify({ [wanted.language]: wanted.label })}::jsonb`
    await tx.insertInto('newsroom.section').values({ id, slug: wanted.slug, name, position: sections.length }).execute()
    await tx
      .updateTable('newsroom.batch')
      .set({ sections: sql`sections || ${id}::uuid` })
      .where('id', '=', batch)
      .execute()
    tx.touch([registersTag])
    return id
  })
}
