import type { LiveReader } from './live-reader.ts'

export type Headline = { headline: string; slug: string; language: string }

/** What readers see now whose headline has these words, newest first: for those who look for a story to link to. */
export async function findHeadlines(live: LiveReader, words: string, atMost = 10): Promise<Headline[]> {
  const found = live.db
    .selectFrom('live.edition')
    .select(['headline', 'slug', 'language'])
    .where('visible_from', '<=', live.now)
    .where((eb) => eb.or([eb('visible_until', 'is', null), eb('visible_until', '>', live.now)]))
  const pattern = `%${words.replace(/[\\%_]/g, '\\$&')}%`
  return (words === '' ? found : found.where('headline', 'ilike', pattern)).orderBy('published_at', 'desc').limit(atMost).execute()
}
