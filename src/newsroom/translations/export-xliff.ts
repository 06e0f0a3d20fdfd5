import { Failure } from '#lib/failure.ts'
import type { Reader } from '#platform/database/database.ts'

import type { Member } from '../members/member.ts'
import { readEdition } from '../stories/edition-store.ts'
import { statusOf } from '../stories/passages/followed.ts'
import { fingerprint, wordsOf } from '../stories/passages/passage.ts'
import { authorize, storyPolicy } from '../stories/story-policy.ts'
import { authorizeSource } from './authorize-source.ts'
import type { SideBySide } from './read-translation.ts'
import { readSideBySide } from './read-translation.ts'
import type { XliffFile, XliffUnit } from './xliff/write-xliff.ts'
import { writeXliff } from './xliff/write-xliff.ts'

export const mostExported = 200

/** Translations as one XLIFF 2.1 document for translators; all have to be from one language into one other, which XLIFF wants. */
export async function exportXliff(
  db: Reader,
  member: Member,
  editions: readonly string[],
): Promise<{ text: string; from: string; to: string }> {
  const asked = [...new Set(editions)]
  if (asked.length === 0 || asked.length > mostExported)
    throw new Failure('invalid', 'no-editions', `Choose between 1 and ${mostExported} translations.`)
  const sides: SideBySide[] = []
  for (const edition of asked) {
    authorize(storyPolicy.readStory(member, await readEdition(db, edition)), 'read this translation')
    const side = await readSideBySide(db, edition)
    authorizeSource(member, side.source)
    sides.push(side)
  }
  const pairs = new Set(sides.map(({ source, target }) => `${source.language} to ${target.language}`))
  if (pairs.size > 1)
    throw new Failure(
      'invalid',
      'several-languages',
      `One document is from one language into one other; these are ${[...pairs].join(', ')}. Choose fewer.`,
    )
  const [from = '', to = ''] = [sides[0]?.source.language, sides[0]?.target.language]
  const hashes = await Promise.all(sides.map(({ source, translation }) => readHash(db, source.id, translation.sourceRevision)))
  const files = sides.map((side, index) => xliffFileOf(side, hashes[index] ?? ''))
  return { text: writeXliff({ source: from, target: to }, files), from, to }
}

/** The hash of a revision as it was saved; '' when an autosave took its place. */
export async function readHash(db: Reader, edition: string, revision: number): Promise<string> {
  const row = await db
    .selectFrom('newsroom.revision')
    .select('hash')
    .where('edition_id', '=', edition)
    .where('number', '=', revision)
    .executeTakeFirst()
  return row?.hash ?? ''
}

export function xliffFileOf(
  { source, target, translation, pairs }: Omit<SideBySide, 'sourceContent' | 'targetContent'>,
  sourceHash: string,
): XliffFile {
  const units = pairs.flatMap((pair): XliffUnit[] => {
    if (!pair.followed || !pair.source) return []
    const { followed } = pair
    return [
      {
        id: followed.id,
        passage: pair.source,
        target: pair.target?.inlines ?? null,
        status: statusOf(followed),
        mark: pair.target ? fingerprint(pair.target) : '',
        was: followed.was ? wordsOf(followed.was) : null,
      },
    ]
  })
  return { edition: target.id, source: source.id, sourceRevision: translation.sourceRevision, sourceHash, headline: source.headline, units }
}
