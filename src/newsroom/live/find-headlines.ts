import { sql } from 'kysely'

import { fold } from '#lib/fold.ts'

import type { LiveReader } from './live-reader.ts'

export type Headline = { headline: string; slug: string; language: string }

/** What readers see now whose headline has all of these words, in any order, newest first: for those who look for a story to link to. */
export async function findHeadlines(live: LiveReader, words: string, atMost = 10): Promise<Headline[]> {
  const found = live.db
    .selectFrom('live.edition')
    .select(['headline', 'slug', 'language'])
    .where('visible_from', '<=', live.now)
    .where((eb) => eb.or([eb('visible_until', 'is', null), eb('visible_until', '>', live.now)]))
  const patterns = fold(words)
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
  const matching = patterns.length === 0 ? found : found.where(sql<boolean>`${foldedHeadline} like all(${patterns}::text[])`)
  return matching.orderBy('published_at', 'desc').limit(atMost).execute()
}

// As src/lib/fold.ts folds, but for letters that become two.
const [letters, plain] = ['ıøłđðёґأإآٱىةؤئ', 'iolddегاااايهوي'].map((some) => sql.lit(some))
const marks = sql.lit('[\u0300-\u036f\u0640\u064b-\u065f\u0670]')
const foldedHeadline = sql`regexp_replace(normalize(translate(lower(headline), ${letters}, ${plain}), nfkd), ${marks}, '', 'g')`
