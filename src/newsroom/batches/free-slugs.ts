import type { Transaction } from '#platform/database/database.ts'

import { storyPath } from '../addresses/story-path.ts'

type Wish = { slug: string; language: string; day: string | null }

/** Slugs near those wished for whose addresses nobody has: as wished, else with the day, else with a number. In the order of the wishes. */
export async function freeSlugs(tx: Transaction, wishes: Wish[], defaultLanguage: string): Promise<string[]> {
  const given: (string | undefined)[] = wishes.map(() => undefined)
  const taken = new Set<string>()
  for (let round = 0; given.includes(undefined); round += 1) {
    const open = wishes.flatMap((wish, index) => (given[index] === undefined ? [{ index, wish, slug: variant(wish, round) }] : []))
    const pathOf = (entry: (typeof open)[number]) => storyPath(entry.slug, entry.wish.language, defaultLanguage)
    const paths = [...new Set(open.map(pathOf))]
    const found = await tx.selectFrom('live.address').select('path').where('path', 'in', paths).execute()
    for (const { path } of found) taken.add(path)
    for (const entry of open) {
      const path = pathOf(entry)
      if (taken.has(path)) continue
      taken.add(path)
      given[entry.index] = entry.slug
    }
  }
  return given.flatMap((slug) => slug ?? [])
}

function variant(wish: Wish, round: number): string {
  if (round === 0) return wish.slug
  const dated = wish.day ? `${wish.slug}-${wish.day}` : wish.slug
  return round === 1 && wish.day ? dated : `${dated}-${round + 1}`
}
