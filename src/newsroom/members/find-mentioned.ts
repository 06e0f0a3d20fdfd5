import type { Reader } from '#platform/database/database.ts'

/** The active members whom a text mentions by name: "@Ana Lungu", or "@Ana" where only one Ana works here. */
export async function findMentioned(db: Reader, words: string): Promise<string[]> {
  if (!words.includes('@')) return []
  const members = await db.selectFrom('newsroom.member').select(['id', 'name']).where('state', '=', 'active').execute()
  const said = words.toLowerCase()
  const byFirst = Map.groupBy(members, ({ name }) => name.split(' ')[0]?.toLowerCase() ?? '')
  return members
    .filter(({ name }) => {
      const [first = ''] = name.toLowerCase().split(' ')
      return (
        said.includes(`@${name.toLowerCase()}`) ||
        (byFirst.get(first)?.length === 1 && new RegExp(`@${RegExp.escape(first)}(?![\\p{L}\\p{N}])`, 'u').test(said))
      )
    })
    .map(({ id }) => id)
}
