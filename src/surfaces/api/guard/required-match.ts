import { Failure } from '#lib/failure.ts'
import type { Member } from '#newsroom/members/member.ts'
import type { Newsroom } from '#newsroom/newsroom.ts'
import { changedMeanwhile } from '#newsroom/require-latest.ts'
import { readWriting } from '#newsroom/stories/read-writing.ts'
import { authorize, storyPolicy } from '#newsroom/stories/story-policy.ts'

import { HttpFailure } from '../problem.ts'
import type { RevisionMark } from '../way.ts'

const missing = new HttpFailure(
  428,
  'if-match-needed',
  'Say which state this was made from: read the thing first, and send its ETag as If-Match.',
)

/** The tags that If-Match names, any of which may be the latest; `*` is whatever that is (RFC 9110, section 13.1.1; RFC 6585, section 3). */
export function tagsNamed(header: string | undefined): string[] {
  if (header === undefined) throw missing
  return header.split(',').map((tag) => tag.trim())
}

const isNamed = (tag: string, named: readonly string[]): boolean => named.includes(tag) || named.includes('*')

export const versionTagOf = (version: number): string => `"${version}"`

/** The version of what is no story, which must be named. One that is named alone is compared where it is changed, and not read before. */
export async function requiredVersion(named: readonly string[], readVersion: () => Promise<number | undefined>): Promise<number> {
  const [only = ''] = named
  if (named.length === 1 && only !== '*') return versionIn(only)
  const latest = await readVersion()
  if (latest === undefined || !isNamed(versionTagOf(latest), named)) throw changedMeanwhile()
  return latest
}

function versionIn(tag: string): number {
  const number = /^"(\d{1,9})"$/.exec(tag)?.[1]
  if (number === undefined)
    throw new Failure('conflict', 'changed-meanwhile', 'This ETag names no version. Read the thing again, and send its ETag.')
  return Number(number)
}

/** Names a revision for good: nothing ever changes one. */
export const entityTagOf = ({ number, hash }: RevisionMark): string => `"${number}-${hash.slice(0, 16)}"`

/** The latest revision of an edition, which must be named. */
export async function requiredRevision(newsroom: Newsroom, by: Member, edition: string, named: readonly string[]): Promise<number> {
  const { edition: held, hash } = await readWriting(newsroom.db.writer, edition)
  authorize(storyPolicy.readStory(by, held), 'read this story')
  const latest = entityTagOf({ number: held.revision, hash })
  if (!isNamed(latest, named))
    throw new Failure(
      'conflict',
      'stale-revision',
      `Another revision was saved meanwhile: the latest is ${latest}. Read it, and bring your changes over.`,
      { values: { latest: held.revision } },
    )
  return held.revision
}
