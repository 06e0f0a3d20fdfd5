import { sql } from 'kysely'

import { lockRegister } from '../entries/lock-register.ts'
import { registersTag } from '../live-tags.ts'
import type { Newsroom } from '../newsroom.ts'
import { lockMerges } from '../references/current-references.ts'

/** Removes those sections that are as a batch added them and that nothing names: no text, however old, no member and no navigation. */
export async function removeSections(newsroom: Newsroom, sections: string[]): Promise<void> {
  if (sections.length === 0) return
  // Every text of the archive is read for it, so nobody waits meanwhile; what is written after is found by its edition below.
  const { rows: said } = await sql<{ id: string }>`select distinct content ->> 'section' as id from newsroom.revision
    where content ->> 'section' = any(${sections}::text[])`.execute(newsroom.db.writer)
  const named = new Set(said.map(({ id }) => id))
  const unsaid = sections.filter((id) => !named.has(id))
  if (unsaid.length === 0) return
  await newsroom.db.transact(async (tx) => {
    await lockMerges(tx)
    await lockRegister(tx, 'sections')
    // A story says where it was filed only if it was filed long ago; editions say where they stand.
    const { rows } = await sql<{ version: number }>`delete from newsroom.section section
      where id = any(${unsaid}::uuid[]) and version = 1 and needs_second_pair = false
        and not exists (select from newsroom.edition where section_id = section.id)
        and not exists (select from live.edition where section_id = section.id)
        and not exists (select from newsroom.story where section_id = section.id)
        and not exists (select from newsroom.section other where section.id in (other.stands_for, other.merged_into))
        and not exists (select from newsroom.member where section.id = any(sections))
        and not exists (select from newsroom.settings where navigation @> jsonb_build_array(jsonb_build_object('section', section.id)))
        and not exists (select from newsroom.deleted_draft where position(section.id::text in rows::text) > 0)
      returning version`.execute(tx)
    if (rows.length === 0) return
    // House rules count the versions of sections: what goes with these is added, so that theirs never goes back.
    const gone = rows.reduce((sum, { version }) => sum + version, 0)
    await tx
      .updateTable('newsroom.settings')
      .set({ house_rules_version: sql<number>`house_rules_version + ${gone}` })
      .execute()
    tx.touch([registersTag])
  })
}
