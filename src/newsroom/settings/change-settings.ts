import { sql } from 'kysely'

import { differing } from '#lib/differing.ts'
import { Failure } from '#lib/failure.ts'
import type { Transaction } from '#platform/database/database.ts'

import { recordAct } from '../audit/record-act.ts'
import { registersTag } from '../live-tags.ts'
import type { Member } from '../members/member.ts'
import type { Newsroom } from '../newsroom.ts'
import { requireLatest } from '../require-latest.ts'
import { moveDefaultLanguage } from './move-default-language.ts'
import { readSettings } from './read-settings.ts'
import type { Settings } from './settings.ts'
import type { ProposedSettings, SettingsInput } from './settings-input.ts'
import { parseSettings } from './settings-input.ts'
import { authorizeForSettings, settingsPolicy } from './settings-policy.ts'

/** Changes what the newsroom is called, speaks and looks like, from the version that was read; every page is printed anew. */
export async function changeSettings(newsroom: Newsroom, by: Member, change: SettingsInput & { madeFrom: number }): Promise<void> {
  authorizeForSettings(settingsPolicy.changeSettings(by), 'change the settings')
  const proposed = parseSettings(change)
  await newsroom.db.transact(async (tx) => {
    const at = newsroom.clock.now()
    await tx.selectFrom('newsroom.settings').select('only_row').forUpdate().executeTakeFirst()
    const before = await readSettings(tx)
    requireLatest(before, change.madeFrom)
    await refuseMissingSections(tx, proposed)
    await refuseSpokenLanguages(
      tx,
      before.languages.filter((language) => !proposed.languages.includes(language)),
    )
    await moveDefaultLanguage(tx, before.languages[0] ?? 'en', proposed.languages[0] ?? 'en')
    await tx
      .updateTable('newsroom.settings')
      .set({
        name: sql`${JSON.stringify(proposed.name)}::jsonb`,
        tagline: sql`${JSON.stringify(proposed.tagline)}::jsonb`,
        languages: proposed.languages,
        time_zone: proposed.timeZone,
        accent: proposed.accent,
        navigation: proposed.navigation && sql`${JSON.stringify(proposed.navigation)}::jsonb`,
        footer: sql`${JSON.stringify(proposed.footer)}::jsonb`,
        version: before.version + 1,
      })
      .execute()
    const name = before.name[before.languages[0] ?? 'en'] ?? ''
    const details = { changed: changedSettings(before, proposed) }
    await recordAct(tx, by, { act: 'changeSettings', kind: 'settings', id: 'site', name, at, details })
    tx.touch([registersTag])
  })
}

const parts = ['name', 'tagline', 'languages', 'timeZone', 'accent', 'navigation', 'footer'] as const

/** In which parts settings differ. */
export function changedSettings(before: Settings, after: ProposedSettings): (typeof parts)[number][] {
  return differing(parts, before, after)
}

async function refuseMissingSections(tx: Transaction, { navigation }: ProposedSettings): Promise<void> {
  const wanted = new Set((navigation ?? []).flatMap((place) => (place.kind === 'section' ? [place.section] : [])))
  if (wanted.size === 0) return
  const found = await tx
    .selectFrom('newsroom.section')
    .select('id')
    .where('id', 'in', [...wanted])
    .execute()
  if (found.length < wanted.size)
    throw new Failure('invalid', 'no-such-section', 'A section in the navigation is not in this newsroom any more. Choose again.')
}

/** A language whose stories readers have, or will have, stays. */
async function refuseSpokenLanguages(tx: Transaction, removed: string[]): Promise<void> {
  if (removed.length === 0) return
  const [row] = await tx
    .selectFrom('newsroom.edition')
    .select(['language', (eb) => eb.fn.countAll<number>().as('editions')])
    .where('language', 'in', removed)
    .where('shown_revision', 'is not', null)
    .groupBy('language')
    .orderBy('editions', 'desc')
    .limit(1)
    .execute()
  if (row)
    throw new Failure(
      'conflict',
      'language-in-use',
      `Readers still have stories in ${nameOf(row.language)} (${row.editions}). Keep this language, or withdraw them first.`,
      { values: { language: row.language, n: row.editions, field: 'languages' } },
    )
}

const nameOf = (language: string): string => new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language
